import type { Deadline } from "@/lib/deadline";
import type { Busy } from "@/lib/keyed-batcher";
import { KeyedSemaphore } from "@/lib/keyed-semaphore";
import { perProcess } from "@/lib/per-process";

type Limits = {
  /** How many of one key may be inside while nobody comes for another. */
  limit: number;
  /** And while somebody does. */
  limitWhenContended: number;
  maxWaiting: number;
  /** What one inside is given: who has less left when their turn comes is sent away instead. */
  minRemainingMs: number;
  now?: () => number;
};

const MAX_RETRY_AFTER_SECONDS = 30;
/** For how long somebody who came for another key counts as still coming. */
const CONTENTION_WINDOW_MS = 1_000;

/**
 * Lets a few requests of each key be worked on at a time. The others wait outside, in the order they came, where they
 * cost nothing; who would wait for too long is told so, also while those inside hang. A crowd of one key has the process
 * to itself while nobody else comes, and makes room as soon as somebody does.
 */
export class KeyedConcurrencyLimiter {
  private readonly slots = new KeyedSemaphore((key) => this.limitFor(key));
  /** How long one of each key was inside of late, in milliseconds, while others wait for it. */
  private readonly avgRunMs = new Map<string, number>();
  /** The key that was asked for last, and the one before it. */
  private latest = { key: "", at: Number.NEGATIVE_INFINITY };
  private previous = this.latest;
  private readonly now: () => number;

  constructor(private readonly limits: Limits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many wait outside. */
  queueLength(key: string): number {
    return this.slots.queueLength(key);
  }

  async run<T>(key: string, deadline: Deadline, work: () => Promise<T>): Promise<T | Busy> {
    const came = this.now();
    if (this.latest.key !== key) this.previous = this.latest;
    this.latest = { key, at: came };
    if (this.queueLength(key) >= this.limits.maxWaiting) return this.busy(key);
    const patience = deadline - this.limits.minRemainingMs - came;
    const leave = this.slots.tryAcquire(key) ?? (await this.slots.acquire(key, patience));
    if (!leave) return this.busy(key);
    const entered = this.now();
    try {
      const result = await work();
      const stayed = this.now() - entered;
      this.avgRunMs.set(key, (this.avgRunMs.get(key) ?? stayed) * 0.9 + stayed * 0.1);
      return result;
    } finally {
      leave();
      if (this.queueLength(key) === 0) this.avgRunMs.delete(key);
    }
  }

  private limitFor(key: string) {
    const since = this.now() - CONTENTION_WINDOW_MS;
    const haveOthers = [this.latest, this.previous].some((asked) => asked.key !== key && asked.at > since);
    return haveOthers ? this.limits.limitWhenContended : this.limits.limit;
  }

  private busy(key: string): Busy {
    const seconds = Math.ceil((this.queueLength(key) * (this.avgRunMs.get(key) ?? 0)) / this.limitFor(key) / 1_000);
    return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), MAX_RETRY_AFTER_SECONDS) };
  }
}

/**
 * The requests of this process that want to hold tickets, by the event's slug. Enough are inside to share their
 * transaction and their calls of Redis; and few, where somebody wants something else of the process.
 */
export const reservationLimiter = perProcess(
  "reserving",
  () => new KeyedConcurrencyLimiter({ limit: 32, limitWhenContended: 8, maxWaiting: 4_000, minRemainingMs: 2_500 }),
);
