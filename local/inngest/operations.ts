import { z } from "zod";
import { resolveDueTime } from "./duration";
import { compileCondition } from "./expression";
import { completeStep, type ExecutorContext, startRun } from "./lifecycle";
import type { InngestEvent, Run, Step } from "./types";

const operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().optional(),
  displayName: z.string().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

export type Operation = z.infer<typeof operation>;

/** The operations in the body of a 206 answer. */
export function parseOperations(body: unknown): Operation[] {
  return z.array(operation).parse(body);
}

const waitOptions = z.object({ timeout: z.string(), if: z.string().optional() });
const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }),
  timeout: z.string().optional(),
});

/** Carries out one operation of a run; throws on one that is not supported. */
export function applyOperation(context: ExecutorContext, run: Run, op: Operation) {
  const step = { id: op.id, op: op.op, name: op.displayName ?? op.name ?? op.op };
  if (op.op === "StepRun" || op.op === "Step") return completeStep(context, run, step, { data: op.data });
  if (op.op === "StepFailed") return completeStep(context, run, step, { error: op.error });
  // The function names what it waits for each time it is called; only the first time counts.
  if (context.store.step(run.id, op.id)) return;
  context.store.put({ put: "step", runId: run.id, step: { ...step, attempt: 0, ...pendingState(op) } });
  if (op.op === "InvokeFunction") invoke(context, run, op);
}

function pendingState(op: Operation): Pick<Step, "state" | "dueAt" | "waitFor"> {
  const now = Date.now();
  if (op.op === "StepPlanned") return { state: "planned", dueAt: now };
  if (op.op === "Sleep") return { state: "sleeping", dueAt: resolveDueTime(op.name ?? "", now) };
  if (op.op === "WaitForEvent") {
    const { timeout, if: match } = waitOptions.parse(op.opts);
    if (match) compileCondition(match);
    return { state: "waiting", dueAt: resolveDueTime(timeout, now), waitFor: { event: op.name ?? "", match } };
  }
  if (op.op === "InvokeFunction") {
    const { timeout } = invokeOptions.parse(op.opts);
    return { state: "invoking", dueAt: timeout === undefined ? undefined : resolveDueTime(timeout, now) };
  }
  throw new Error(`the local Inngest does not support the operation ${op.op}`);
}

function invoke(context: ExecutorContext, run: Run, op: Operation) {
  const { function_id: functionId, payload } = invokeOptions.parse(op.opts);
  const config = context.functions.get(functionId);
  if (!config) throw new Error(`the invoked function ${functionId} is not registered`);
  const event: InngestEvent = {
    id: `invoke:${run.id}:${op.id}`,
    name: "inngest/function.invoked",
    data: payload.data ?? {},
    ts: Date.now(),
  };
  startRun(context, config, event, { runId: run.id, stepId: op.id });
}

/** Ends a sleep, or a wait that nothing ended in time. */
export function expireStep(context: ExecutorContext, run: Run, step: Step) {
  if (step.state === "sleeping" || step.state === "waiting") return completeStep(context, run, step, { data: null });
  const error = { name: "InngestInvokeTimeoutError", message: `${step.name} took too long` };
  completeStep(context, run, step, { error });
}
