import type { Cron } from "croner";
import { cronSchedule } from "./config";
import type { FunctionConfig } from "./types";

/** Keeps one clock running per cron trigger. What fell due while nothing ran is not made up for. */
export class Crons {
  #jobs = new Map<string, Cron>();

  constructor(private readonly onTick: (functionId: string, cron: string) => void) {}

  set(functions: Iterable<FunctionConfig>) {
    const wanted = new Set<string>();
    for (const { id, triggers } of functions) {
      for (const trigger of triggers) {
        if (!("cron" in trigger)) continue;
        const key = `${id} ${trigger.cron}`;
        wanted.add(key);
        if (this.#jobs.has(key)) continue;
        const job = cronSchedule(trigger.cron);
        job.schedule(() => this.onTick(id, trigger.cron));
        this.#jobs.set(key, job);
      }
    }
    for (const [key, job] of this.#jobs) {
      if (wanted.has(key)) continue;
      job.stop();
      this.#jobs.delete(key);
    }
  }
}
