import type { Store } from "./store";
import type { Run, Step } from "./types";

/** A run with its steps, for the status page and for tests. */
export type RunReport = Omit<Run, "shown" | "parent"> & { steps: Step[] };

export function describeRun(store: Store, { shown: _, parent: __, ...run }: Run): RunReport {
  return { ...run, steps: store.steps(run.id) };
}
