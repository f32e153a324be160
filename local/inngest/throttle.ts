import { compileKey } from "./expression";
import type { FunctionConfig, InngestEvent, Run } from "./types";

/** Spaces out the starts of a function's runs: `limit` per period, of which `burst` may come at once (Inngest's GCRA). */
export class Throttle {
  /** Per key, when the next start would be due if all starts were evenly spaced. */
  #next = new Map<string, number>();

  /** When a run for this event may start; counts it at once. */
  reserve(config: FunctionConfig, event: InngestEvent, now: number): number {
    if (!config.throttle) return now;
    const { limit, periodMs, burst } = config.throttle;
    const spacingMs = periodMs / limit;
    const next = this.#next.get(this.#keyOf(config, event)) ?? now;
    const at = Math.max(now, Math.ceil(next - (burst - 1) * spacingMs));
    this.#count(config, event, at);
    return at;
  }

  /** Counts runs that began before a restart. */
  restore(functions: ReadonlyMap<string, FunctionConfig>, runs: Iterable<Run>) {
    this.#next.clear();
    for (const run of [...runs].sort((a, b) => a.startsAt - b.startsAt)) {
      const config = functions.get(run.functionId);
      if (config?.throttle) this.#count(config, run.event, run.startsAt);
    }
  }

  #count(config: FunctionConfig, event: InngestEvent, at: number) {
    if (!config.throttle) return;
    const key = this.#keyOf(config, event);
    this.#next.set(key, Math.max(at, this.#next.get(key) ?? at) + config.throttle.periodMs / config.throttle.limit);
  }

  #keyOf({ id, throttle }: FunctionConfig, event: InngestEvent): string {
    return `${id} ${throttle?.key ? compileKey(throttle.key)(event) : ""}`;
  }
}
