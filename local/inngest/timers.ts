// A longer delay would overflow in setTimeout and fire at once.
const maxDelayMs = 24 * 60 * 60 * 1000;

/** Timers by key, for moments that may be months away. */
export class Timers {
  #timers = new Map<string, NodeJS.Timeout>();

  /** Calls `action` at the moment `at`, in place of what was set under this key. */
  set(key: string, at: number, action: () => void) {
    clearTimeout(this.#timers.get(key));
    const delay = Math.max(0, at - Date.now());
    const timer = setTimeout(
      () => {
        if (delay > maxDelayMs) return this.set(key, at, action);
        this.#timers.delete(key);
        action();
      },
      Math.min(delay, maxDelayMs),
    );
    this.#timers.set(key, timer);
  }

  clear(key: string) {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  clearAll() {
    for (const key of [...this.#timers.keys()]) this.clear(key);
  }
}
