import { createContext, Script } from "node:vm";

const context = createContext({ work: () => {} });
const script = new Script("work()");

const timeoutCode = "ERR_SCRIPT_EXECUTION_TIMEOUT";

export type TimedResult<Result> = { ok: true; result: Result } | { ok: false; code: "TOO_LONG" };

/**
 * Runs synchronous work that may not terminate, such as the search for an impossible occurrence, and stops it after `ms`.
 * Errors are rethrown. Side effects before the timeout stay, so the work should have none.
 */
export function runWithTimeout<Result>(ms: number, work: () => Result): TimedResult<Result> {
  let finished: TimedResult<Result> = { ok: false, code: "TOO_LONG" };
  context.work = () => {
    finished = { ok: true, result: work() };
  };
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(ms)) });
  } catch (error) {
    // Errors of another context are no instances of this one's Error.
    const isTimeout = typeof error === "object" && error !== null && "code" in error && error.code === timeoutCode;
    if (!isTimeout) throw error;
    return { ok: false, code: "TOO_LONG" };
  } finally {
    context.work = () => {};
  }
  return finished;
}
