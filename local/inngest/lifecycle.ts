import { randomUUID } from "node:crypto";
import { compileCondition, compileKey } from "./expression";
import type { Store } from "./store";
import type { Throttle } from "./throttle";
import type { FunctionConfig, InngestEvent, Run, Step } from "./types";

type Functions = ReadonlyMap<string, FunctionConfig>;
export type ExecutorContext = { store: Store; functions: Functions; throttle: Throttle };

/** Starts a run, unless the function's idempotency key says that an event already started one. */
export function startRun(
  { store, throttle }: ExecutorContext,
  config: FunctionConfig,
  event: InngestEvent,
  parent?: Run["parent"],
) {
  const now = Date.now();
  if (config.idempotency && !parent) {
    const key = `idempotency:${config.id}:${compileKey(config.idempotency)(event)}`;
    if (store.hasSeen(key, now)) return;
    store.put({ put: "seen", key, at: now });
  }
  const startsAt = throttle.reserve(config, event, now);
  store.put({
    put: "run",
    run: {
      id: randomUUID(),
      functionId: config.id,
      event,
      status: "active",
      createdAt: now,
      startsAt,
      dueAt: startsAt,
      attempt: 0,
      shown: -1,
      parent,
    },
  });
}

/** Records a step's outcome, which makes its run due again. */
export function completeStep(
  { store }: ExecutorContext,
  run: Run,
  step: Pick<Step, "id" | "op" | "name">,
  outcome: { data: unknown } | { error: unknown },
) {
  const before = store.step(run.id, step.id);
  if (before?.seq !== undefined) return;
  const failed = "error" in outcome;
  store.put({
    put: "step",
    runId: run.id,
    step: {
      attempt: 0,
      ...before,
      ...step,
      state: failed ? "failed" : "done",
      data: failed ? undefined : (outcome.data ?? null),
      error: failed ? outcome.error : undefined,
      seq: store.completedSteps(run.id).length,
      endedAt: Date.now(),
    },
  });
}

export type RunEnding =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: unknown }
  | { status: "cancelled"; error?: unknown };

export function endRun(context: ExecutorContext, run: Run, ending: RunEnding) {
  if (run.status !== "active") return;
  context.store.put({ put: "run", run: { ...run, error: undefined, ...ending, endedAt: Date.now() } });
  if (run.parent) {
    const parent = context.store.runs.get(run.parent.runId);
    const step = context.store.step(run.parent.runId, run.parent.stepId);
    if (parent && step) {
      const lost = { name: "Error", message: `the invoked function was ${ending.status}` };
      completeStep(
        context,
        parent,
        step,
        ending.status === "completed" ? { data: ending.output } : { error: ending.error ?? lost },
      );
    }
  }
  if (ending.status === "failed" && run.event.name !== "inngest/function.failed") {
    routeEvent(context, {
      id: `failed:${run.id}`,
      name: "inngest/function.failed",
      data: { function_id: run.functionId, run_id: run.id, error: ending.error, event: run.event },
      ts: Date.now(),
    });
  }
}

/** Lets an event end waits, cancel runs and start runs, in this order, so that it never cancels what it starts. */
export function routeEvent(context: ExecutorContext, event: InngestEvent) {
  for (const { run, step } of context.store.waitingSteps(event.name)) {
    const match = step.waitFor?.match;
    if (!match || compileCondition(match)({ event: run.event, async: event }))
      completeStep(context, run, step, { data: event });
  }
  for (const config of context.functions.values()) cancelRuns(context, config, event);
  for (const config of context.functions.values()) {
    const triggered = config.triggers.some(
      (trigger) =>
        "event" in trigger &&
        trigger.event === event.name &&
        (!trigger.expression || compileCondition(trigger.expression)({ event })),
    );
    if (triggered) startRun(context, config, event);
  }
}

function cancelRuns(context: ExecutorContext, config: FunctionConfig, event: InngestEvent) {
  for (const { event: name, if: match, timeoutMs } of config.cancel) {
    if (name !== event.name) continue;
    const matches = match === undefined ? () => true : compileCondition(match);
    for (const run of context.store.activeRuns(config.id)) {
      const inTime = timeoutMs === undefined || Date.now() - run.createdAt < timeoutMs;
      if (inTime && matches({ event: run.event, async: event })) endRun(context, run, { status: "cancelled" });
    }
  }
}
