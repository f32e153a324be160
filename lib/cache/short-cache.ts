type Entry<Value> = { value: Promise<Value>; expiresAt: number };

/**
 * An in-process cache for answers that may be about a second old. Everybody who asks while an answer is being
 * loaded waits for that one; a failure is not kept. The oldest entries go first when it is full.
 */
export function createShortCache<Key, Value>({
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
    if (known && now() < known.expiresAt) return known.value;

    const entry: Entry<Value> = { value: load(key), expiresAt: Number.POSITIVE_INFINITY };
    // The lifetime starts with the answer, not with the question: a slow load must not be repeated meanwhile.
    entry.value.then(
      (value) => {
        entry.expiresAt = now() + (typeof lifetimeMs === "number" ? lifetimeMs : lifetimeMs(value));
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
    return entry.value;
  };
}
