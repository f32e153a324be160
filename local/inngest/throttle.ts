import { keyOf } from "./expression";
import type { FunctionConfig, InngestEvent, Run } from "./types";

/** Spreads the starts of a function's runs so that no period holds more than its limit. */
export class Throttle {
  #starts = new Map<string, number[]>();

  /** When a run for this event may start; counts it at once. */
  reserve(config: FunctionConfig, event: InngestEvent, now: number): number {
    if (!config.throttle) return now;
    const { limit, periodMs } = config.throttle;
    const starts = this.#of(config, event);
    const oldest = starts.length < limit ? undefined : starts.at(-limit);
    const at = Math.max(now, oldest === undefined ? now : oldest + periodMs);
    starts.push(at);
    starts.splice(0, starts.length - limit);
    return at;
  }

  /** Counts runs that were started before a restart. */
  restore(functions: ReadonlyMap<string, FunctionConfig>, runs: Iterable<Run>) {
    this.#starts.clear();
    for (const run of runs) {
      const config = functions.get(run.functionId);
      if (config?.throttle) this.#of(config, run.event).push(run.startsAt);
    }
    for (const starts of this.#starts.values()) starts.sort((a, b) => a - b);
  }

  #of(config: FunctionConfig, event: InngestEvent): number[] {
    const key = `${config.id} ${config.throttle?.key ? keyOf(config.throttle.key)(event) : ""}`;
    const starts = this.#starts.get(key) ?? [];
    this.#starts.set(key, starts);
    return starts;
  }
}
