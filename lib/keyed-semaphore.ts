export type Release = () => void;

type Queue = { active: number; waiting: Set<() => void> };

/** Lets a few of each key go on at a time. The others wait in the order they came, each for as long as it can. */
export class KeyedSemaphore {
  readonly #queues = new Map<string, Queue>();
  readonly #limitOf: (key: string) => number;

  /** `limitOf` is asked each time, as a limit may change. */
  constructor(limitOf: (key: string) => number) {
    this.#limitOf = limitOf;
  }

  queueLength(key: string): number {
    return this.#queues.get(key)?.waiting.size ?? 0;
  }

  /** Null where one has to wait. */
  tryAcquire(key: string): Release | null {
    const queue = this.#queueOf(key);
    if (queue.active >= this.#limitOf(key)) return null;
    queue.active += 1;
    return this.#releaseOnce(key, queue);
  }

  /** Waits behind those who wait already; null where no turn came in time. */
  acquire(key: string, patienceMs: number): Promise<Release | null> {
    const queue = this.#queueOf(key);
    return new Promise((resolve) => {
      const turn = () => {
        clearTimeout(timer);
        resolve(this.#releaseOnce(key, queue));
      };
      // Gone from the queue in the same step: no turn can be given to whoever has left.
      const timer = setTimeout(
        () => {
          queue.waiting.delete(turn);
          resolve(null);
        },
        Math.max(1, patienceMs),
      );
      queue.waiting.add(turn);
      this.#letIn(key, queue);
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
      this.#letIn(key, queue);
      if (queue.active === 0) this.#queues.delete(key);
    };
  }

  #letIn(key: string, queue: Queue) {
    for (const turn of queue.waiting) {
      if (queue.active >= this.#limitOf(key)) break;
      queue.waiting.delete(turn);
      queue.active += 1;
      turn();
    }
  }
}
