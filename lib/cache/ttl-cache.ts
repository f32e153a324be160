type Entry<Value> = { loading: Promise<Value> } | { value: Value; expiresAt: number };

/**
 * An in-process cache for answers that may be about a second old. Everybody who asks while an answer is being
 * loaded waits for that one; a failure is not kept. The oldest entries go first when it is full.
 */
export function createTtlCache<Key, Value>({
  lifetimeMs,
  maxEntries,
  load,
  now = Date.now,
}: {
  /** Counted from the answer, or worked out from it. */
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
      // The lifetime starts with the answer, not with the question: a slow load must not be repeated meanwhile. The
      // promise is let go: Node keeps the whole request that made it as long as the promise.
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
