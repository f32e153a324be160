export type Release = () => void;

type Queue = { active: number; waiting: Set<() => void> };

/** A semaphore per key. Waiting callers are served in the order they came, each until its timeout. */
export class KeyedSemaphore {
  readonly #queues = new Map<string, Queue>();
  readonly #limitOf: (key: string) => number;

  /** `limitOf` is called each time, as a limit may change. */
  constructor(limitOf: (key: string) => number) {
    this.#limitOf = limitOf;
  }

  queueLength(key: string): number {
    return this.#queues.get(key)?.waiting.size ?? 0;
  }

  /** Null where the limit is reached. */
  tryAcquire(key: string): Release | null {
    const queue = this.#queueOf(key);
    if (queue.active >= this.#limitOf(key)) return null;
    queue.active += 1;
    return this.#releaseOnce(key, queue);
  }

  /** Queues behind earlier callers; null after `timeoutMs`. */
  acquire(key: string, timeoutMs: number): Promise<Release | null> {
    const queue = this.#queueOf(key);
    return new Promise((resolve) => {
      const grant = () => {
        clearTimeout(timer);
        resolve(this.#releaseOnce(key, queue));
      };
      // Removed in the same step, so that a caller who has timed out is never granted a slot.
      const timer = setTimeout(
        () => {
          queue.waiting.delete(grant);
          resolve(null);
        },
        Math.max(1, timeoutMs),
      );
      queue.waiting.add(grant);
      this.#grantNext(key, queue);
    });
  }

  #queueOf(key: string): Queue {
    const queue = this.#queues.get(key) ?? { active: 0, waiting: new Set() };
    this.#queues.set(key, queue);
    return queue;
  }

  #releaseOnce(key: string, queue: Queue): Release {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      queue.active -= 1;
      this.#grantNext(key, queue);
      if (queue.active === 0) this.#queues.delete(key);
    };
  }

  #grantNext(key: string, queue: Queue) {
    for (const grant of queue.waiting) {
      if (queue.active >= this.#limitOf(key)) break;
      queue.waiting.delete(grant);
      queue.active += 1;
      grant();
    }
  }
}
