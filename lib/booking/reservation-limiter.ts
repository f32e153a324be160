import type { Deadline } from "@/lib/deadline";
import type { Busy } from "@/lib/keyed-batcher";
import { KeyedSemaphore } from "@/lib/keyed-semaphore";
import { perProcess } from "@/lib/per-process";

type Limits = {
  /** Concurrent requests of one key while there are none for other keys. */
  limit: number;
  /** The same while there are. */
  limitWhenContended: number;
  maxWaiting: number;
  /** A request with less time left before its deadline is not started. */
  minRemainingMs: number;
  now?: () => number;
};

const MAX_RETRY_AFTER_SECONDS = 30;
/** How long a request for another key counts as contention. */
const CONTENTION_WINDOW_MS = 1_000;

/**
 * Limits how many requests of each key run at a time. The others queue in the order they came. A request that cannot
 * start in time before its deadline is answered as busy, even while the running requests hang. One key may use more of
 * the process while there are no requests for other keys.
 */
export class KeyedConcurrencyLimiter {
  private readonly slots = new KeyedSemaphore((key) => this.limitFor(key));
  /** Moving average of the duration of a key's requests, in milliseconds, kept while others of the key wait. */
  private readonly avgRunMs = new Map<string, number>();
  /** The last two keys that were requested. */
  private latest = { key: "", at: Number.NEGATIVE_INFINITY };
  private previous = this.latest;
  private readonly now: () => number;

  constructor(private readonly limits: Limits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many requests of the key wait. */
  queueLength(key: string): number {
    return this.slots.queueLength(key);
  }

  async run<T>(key: string, deadline: Deadline, work: () => Promise<T>): Promise<T | Busy> {
    const requestedAt = this.now();
    if (this.latest.key !== key) this.previous = this.latest;
    this.latest = { key, at: requestedAt };
    if (this.queueLength(key) >= this.limits.maxWaiting) return this.busy(key);
    const patienceMs = deadline - this.limits.minRemainingMs - requestedAt;
    const release = this.slots.tryAcquire(key) ?? (await this.slots.acquire(key, patienceMs));
    if (!release) return this.busy(key);
    const startedAt = this.now();
    try {
      const result = await work();
      const durationMs = this.now() - startedAt;
      this.avgRunMs.set(key, (this.avgRunMs.get(key) ?? durationMs) * 0.9 + durationMs * 0.1);
      return result;
    } finally {
      release();
      if (this.queueLength(key) === 0) this.avgRunMs.delete(key);
    }
  }

  private limitFor(key: string) {
    const since = this.now() - CONTENTION_WINDOW_MS;
    const isContended = [this.latest, this.previous].some((request) => request.key !== key && request.at > since);
    return isContended ? this.limits.limitWhenContended : this.limits.limit;
  }

  private busy(key: string): Busy {
    const seconds = Math.ceil((this.queueLength(key) * (this.avgRunMs.get(key) ?? 0)) / this.limitFor(key) / 1_000);
    return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), MAX_RETRY_AFTER_SECONDS) };
  }
}

/**
 * Limits the reservations of this process, by the event's slug. The limit allows enough of them to share transactions and
 * Redis calls, and is lower while other events have requests.
 */
export const reservationLimiter = perProcess(
  "reserving",
  () => new KeyedConcurrencyLimiter({ limit: 32, limitWhenContended: 8, maxWaiting: 4_000, minRemainingMs: 2_500 }),
);
