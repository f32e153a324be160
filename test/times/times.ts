import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const folder = ".quorix/test-times";

/** A duration in milliseconds, of `count` items together. */
const timingSchema = z.object({ name: z.string(), ms: z.number(), count: z.number() });
export type Timing = z.infer<typeof timingSchema>;

const times = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  tests: z.array(timingSchema),
  files: z.array(timingSchema),
  /** Set-up and teardown of tests: imports and set-up files, or Playwright's fixtures. */
  fixtures: z.array(timingSchema),
  /** The waits of browser journeys, by call. */
  calls: z.array(timingSchema),
});
export type Times = z.infer<typeof times>;

export const kinds = ["unit", "integration", "fuzz", "crash", "journeys"] as const;
export type Kind = (typeof kinds)[number];

const fileOf = (kind: Kind) => join(folder, `${kind}.json`);

/** The times of the last run of a kind; null if there was none, or it was aborted. */
export function readTimes(kind: Kind): Times | null {
  try {
    return times.parse(JSON.parse(readFileSync(fileOf(kind), "utf8")));
  } catch {
    return null;
  }
}

export function clearTimes(kind: Kind) {
  rmSync(fileOf(kind), { force: true });
}

export function writeTimes(kind: Kind, of: Times) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(kind), JSON.stringify(of));
}

/** Adds up items of the same name. */
export class TimingTotals {
  readonly #sums = new Map<string, Timing>();

  add(name: string, ms: number) {
    const sum = this.#sums.get(name) ?? { name, ms: 0, count: 0 };
    sum.ms += ms;
    sum.count += 1;
    this.#sums.set(name, sum);
  }

  all(): Timing[] {
    return [...this.#sums.values()];
  }
}
