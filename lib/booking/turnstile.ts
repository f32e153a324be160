import type { Busy } from "@/lib/combiner";

type Line = {
  inside: number;
  outside: (() => void)[];
  /** How long one was inside of late, in milliseconds. */
  stay: number;
};

type Limits = {
  /** How many of one key may be inside. */
  atOnce: number;
  maxWaiting: number;
  maxWaitMs: number;
  now?: () => number;
};

const LONGEST_RETRY_SECONDS = 30;

/**
 * Lets a few requests of each key be worked on at a time. The others wait outside, in the order they came, where they
 * cost nothing; who would wait for too long is told so. A crowd before one event then takes its own time, and not that
 * of everybody whom the same process serves.
 */
export class Turnstile {
  private readonly lines = new Map<string, Line>();
  private readonly now: () => number;

  constructor(private readonly limits: Limits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many wait outside. */
  waiting(key: string): number {
    return this.lines.get(key)?.outside.length ?? 0;
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T | Busy> {
    const line = this.lines.get(key) ?? { inside: 0, outside: [], stay: 0 };
    this.lines.set(key, line);
    const { atOnce, maxWaiting, maxWaitMs } = this.limits;
    if (line.outside.length >= maxWaiting) return this.busy(line);
    const came = this.now();
    if (line.inside < atOnce) line.inside += 1;
    else await new Promise<void>((enter) => line.outside.push(enter));
    const entered = this.now();
    try {
      if (entered - came > maxWaitMs) return this.busy(line);
      const result = await work();
      const stayed = this.now() - entered;
      line.stay = line.stay === 0 ? stayed : line.stay * 0.9 + stayed * 0.1;
      return result;
    } finally {
      this.leave(key, line);
    }
  }

  /** The place inside goes to who is first outside. */
  private leave(key: string, line: Line) {
    const next = line.outside.shift();
    if (next) return next();
    line.inside -= 1;
    if (line.inside === 0) this.lines.delete(key);
  }

  private busy({ outside, stay }: Line): Busy {
    const seconds = Math.ceil((outside.length * stay) / this.limits.atOnce / 1_000);
    return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), LONGEST_RETRY_SECONDS) };
  }
}
