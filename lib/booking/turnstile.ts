import type { Busy } from "@/lib/combiner";
import type { Deadline } from "@/lib/deadline";
import { KeyedSemaphore } from "@/lib/keyed-semaphore";
import { perProcess } from "@/lib/per-process";

type Limits = {
  /** How many of one key may be inside while nobody comes for another. */
  alone: number;
  /** And while somebody does. */
  besideOthers: number;
  maxWaiting: number;
  /** What one inside is given: who has less left when their turn comes is sent away instead. */
  stayMs: number;
  now?: () => number;
};

const LONGEST_RETRY_SECONDS = 30;
/** For how long somebody who came for another key counts as still coming. */
const OTHERS_COME_MS = 1_000;

/**
 * Lets a few requests of each key be worked on at a time. The others wait outside, in the order they came, where they
 * cost nothing; who would wait for too long is told so, also while those inside hang. A crowd of one key has the process
 * to itself while nobody else comes, and makes room as soon as somebody does.
 */
export class Turnstile {
  private readonly slots = new KeyedSemaphore((key) => this.allowance(key));
  /** How long one of each key was inside of late, in milliseconds, while others wait for it. */
  private readonly stays = new Map<string, number>();
  /** The key that was asked for last, and the one before it. */
  private latest = { key: "", at: Number.NEGATIVE_INFINITY };
  private before = this.latest;
  private readonly now: () => number;

  constructor(private readonly limits: Limits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many wait outside. */
  waiting(key: string): number {
    return this.slots.waiting(key);
  }

  async run<T>(key: string, deadline: Deadline, work: () => Promise<T>): Promise<T | Busy> {
    const came = this.now();
    if (this.latest.key !== key) this.before = this.latest;
    this.latest = { key, at: came };
    if (this.waiting(key) >= this.limits.maxWaiting) return this.busy(key);
    const patience = deadline - this.limits.stayMs - came;
    const leave = this.slots.tryAcquire(key) ?? (await this.slots.acquire(key, patience));
    if (!leave) return this.busy(key);
    const entered = this.now();
    try {
      const result = await work();
      const stayed = this.now() - entered;
      this.stays.set(key, (this.stays.get(key) ?? stayed) * 0.9 + stayed * 0.1);
      return result;
    } finally {
      leave();
      if (this.waiting(key) === 0) this.stays.delete(key);
    }
  }

  private allowance(key: string) {
    const since = this.now() - OTHERS_COME_MS;
    const haveOthers = [this.latest, this.before].some((asked) => asked.key !== key && asked.at > since);
    return haveOthers ? this.limits.besideOthers : this.limits.alone;
  }

  private busy(key: string): Busy {
    const seconds = Math.ceil((this.waiting(key) * (this.stays.get(key) ?? 0)) / this.allowance(key) / 1_000);
    return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), LONGEST_RETRY_SECONDS) };
  }
}

/**
 * The requests of this process that want to hold tickets, by the event's slug. Enough are inside to share their
 * transaction and their calls of Redis; and few, where somebody wants something else of the process.
 */
export const reserving = perProcess(
  "reserving",
  () => new Turnstile({ alone: 32, besideOthers: 8, maxWaiting: 4_000, stayMs: 2_500 }),
);
