import { z } from "zod";
import type { AppResponse } from "./app-client";
import type { Backoff } from "./backoff";
import type { Call } from "./dispatcher";
import { type ExecutorContext, endRun } from "./lifecycle";
import { applyOperation, parseOperations } from "./operations";
import type { Store } from "./store";
import type { FunctionConfig, Run, Step } from "./types";

/** Whether the step was asked for and has not come to its end. */
export function isPending({ seq }: Step): boolean {
  return seq === undefined;
}

/** Whether steps have completed that the function has not been shown yet. */
export function isDue(store: Store, run: Run): boolean {
  return store.completedSteps(run.id).length > run.shown;
}

/** What the SDK is sent to run a function up to its next step, or one planned step of it. */
export function requestBody(store: Store, run: Run, { stepId }: Call, config: FunctionConfig) {
  const completed = store.completedSteps(run.id);
  const steps = completed.map(({ id, state, data, error }) => [
    id,
    state === "failed" ? { type: "error", error } : { type: "data", data },
  ]);
  return {
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(steps),
    // Without fn_id, so that the SDK reports each step in its answer and does not checkpoint on its own.
    ctx: {
      run_id: run.id,
      attempt: store.step(run.id, stepId)?.attempt ?? run.attempt,
      max_attempts: config.retries + 1,
      // With other steps under way the SDK must plan a new one and not run it on the way.
      disable_immediate_execution: store.steps(run.id).some(isPending),
      use_api: false,
      stack: { stack: completed.map(({ id }) => id), current: completed.length },
    },
    version: 2,
  };
}

type CallContext = { run: Run; stepId: string; shown: number; config: FunctionConfig; backoff: Backoff };
type AnsweredCall = Extract<AppResponse, { kind: "answer" }>;

/** Takes an answer of the app into the run's state. */
export function applyResult(context: ExecutorContext, called: CallContext, answer: AnsweredCall) {
  const { run } = called;
  if (answer.status === 200) return endRun(context, run, { status: "completed", output: answer.body });
  if (answer.status !== 206) {
    if (answer.noRetry) return endRun(context, run, { status: "failed", error: toSdkError(answer.body) });
    return scheduleRetry(context, called, answer, toSdkError(answer.body));
  }
  try {
    applyOperations(context, called, answer);
  } catch (error) {
    endRun(context, run, { status: "failed", error: toSdkError(error) });
  }
}

function applyOperations(context: ExecutorContext, called: CallContext, answer: AnsweredCall) {
  const { run, stepId, shown } = called;
  const operations = parseOperations(answer.body);
  const failed = operations.find(({ op }) => op === "StepError");
  if (failed) return scheduleRetry(context, called, answer, toSdkError(failed.error));
  for (const operation of operations) applyOperation(context, run, operation);
  const { store } = context;
  if (stepId !== "step") return;
  store.put({ put: "run", run: { ...run, shown, attempt: 0, dueAt: Date.now(), error: undefined } });
  const goesOn = store.completedSteps(run.id).length > shown || store.steps(run.id).some(isPending);
  if (!goesOn) throw new Error("the function waits for nothing that could make it go on");
}

function scheduleRetry(
  { store, ...context }: ExecutorContext,
  called: CallContext,
  answer: AnsweredCall,
  error: unknown,
) {
  const { run, stepId, config, backoff } = called;
  const step = store.step(run.id, stepId);
  const attempt = step?.attempt ?? run.attempt;
  if (attempt >= config.retries) return endRun({ store, ...context }, run, { status: "failed", error });
  const dueAt = parseRetryAfter(answer.retryAfter) ?? Date.now() + backoff(attempt);
  if (step) store.put({ put: "step", runId: run.id, step: { ...step, attempt: attempt + 1, dueAt, error } });
  else store.put({ put: "run", run: { ...run, attempt: attempt + 1, dueAt, error } });
}

/** The moment a Retry-After header names, in seconds from now or as a date. */
function parseRetryAfter(retryAfter: string | undefined): number | undefined {
  if (!retryAfter) return undefined;
  const moment = /^\d+$/.test(retryAfter) ? Date.now() + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  return Number.isNaN(moment) ? undefined : moment;
}

const knownError = z.looseObject({ name: z.string(), message: z.string() });

/** An error in the shape the SDK reads back. */
function toSdkError(source: unknown) {
  if (source instanceof Error) return { name: source.name, message: source.message, stack: source.stack };
  const known = knownError.safeParse(source);
  return known.success
    ? known.data
    : { name: "Error", message: typeof source === "string" ? source : JSON.stringify(source) };
}
