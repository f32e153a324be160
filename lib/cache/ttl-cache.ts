type Entry<Value> = { loading: Promise<Value> } | { value: Value; expiresAt: number };

/**
 * An in-process cache. Callers share a pending load; a failure is not cached. The oldest entries are evicted when it is
 * full.
 */
export function createTtlCache<Key, Value>({
  lifetimeMs,
  maxEntries,
  load,
  now = Date.now,
}: {
  /** From the end of the load; may depend on the value. */
  lifetimeMs: number | ((value: Value) => number);
  maxEntries: number;
  load: (key: Key) => Promise<Value>;
  now?: () => number;
}) {
  const entries = new Map<Key, Entry<Value>>();

  return function get(key: Key): Promise<Value> {
    const known = entries.get(key);
    if (known && "loading" in known) return known.loading;
    if (known && now() < known.expiresAt) return Promise.resolve(known.value);

    const entry = { loading: load(key) };
    entry.loading.then(
      // The lifetime starts at the end of the load, so that a slow load is not repeated. The promise is released, as
      // Node.js keeps the whole request that made it in memory.
      (value) => {
        const expiresAt = now() + (typeof lifetimeMs === "number" ? lifetimeMs : lifetimeMs(value));
        if (entries.get(key) === entry) entries.set(key, { value, expiresAt });
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break;
      entries.delete(oldest);
    }
    return entry.loading;
  };
}
