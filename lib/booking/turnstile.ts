import type { Busy } from "@/lib/combiner";
import type { Deadline } from "@/lib/deadline";

type Line = {
  inside: number;
  outside: (() => void)[];
  /** How long one was inside of late, in milliseconds. */
  stay: number;
};

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
 * cost nothing; who would wait for too long is told so, also while those inside hang. A crowd of one key has the process to itself while nobody else
 * comes, and makes room as soon as somebody does.
 */
export class Turnstile {
  private readonly lines = new Map<string, Line>();
  /** The key that was asked for last, and the one before it. */
  private latest = { key: "", at: Number.NEGATIVE_INFINITY };
  private before = this.latest;
  private readonly now: () => number;

  constructor(private readonly limits: Limits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many wait outside. */
  waiting(key: string): number {
    return this.lines.get(key)?.outside.length ?? 0;
  }

  async run<T>(key: string, deadline: Deadline, work: () => Promise<T>): Promise<T | Busy> {
    const line = this.lines.get(key) ?? { inside: 0, outside: [], stay: 0 };
    this.lines.set(key, line);
    const came = this.now();
    if (this.latest.key !== key) this.before = this.latest;
    this.latest = { key, at: came };
    if (line.outside.length >= this.limits.maxWaiting) return this.busy(key, line);
    if (line.inside < this.allowance(key)) line.inside += 1;
    else if (!(await this.isLetIn(line, deadline - this.limits.stayMs - came))) return this.busy(key, line);
    const entered = this.now();
    try {
      const result = await work();
      const stayed = this.now() - entered;
      line.stay = line.stay === 0 ? stayed : line.stay * 0.9 + stayed * 0.1;
      return result;
    } finally {
      this.leave(key, line);
    }
  }

  /** Waits outside for at most so long. */
  private isLetIn(line: Line, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(
        () => {
          line.outside.splice(line.outside.indexOf(enter), 1);
          resolve(false);
        },
        Math.max(1, milliseconds),
      );
      line.outside.push(enter);
    });
  }

  private allowance(key: string) {
    const since = this.now() - OTHERS_COME_MS;
    const haveOthers = [this.latest, this.before].some((asked) => asked.key !== key && asked.at > since);
    return haveOthers ? this.limits.besideOthers : this.limits.alone;
  }

  private leave(key: string, line: Line) {
    line.inside -= 1;
    while (line.inside < this.allowance(key)) {
      const next = line.outside.shift();
      if (!next) break;
      line.inside += 1;
      next();
    }
    if (line.inside === 0) this.lines.delete(key);
  }

  private busy(key: string, { outside, stay }: Line): Busy {
    const seconds = Math.ceil((outside.length * stay) / this.allowance(key) / 1_000);
    return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), LONGEST_RETRY_SECONDS) };
  }
}
