import { createContext, Script } from "node:vm";

const context = createContext({ work: () => {} });
const script = new Script("work()");

const timeoutCode = "ERR_SCRIPT_EXECUTION_TIMEOUT";

export type TimedResult<Result> = { ok: true; result: Result } | { ok: false; code: "TOO_LONG" };

/**
 * Runs synchronous work that may not end, such as the search for an occurrence that a rule can never have, and stops it
 * after `ms`. What it throws is thrown. What it has changed by then stays changed: it should only make something new.
 */
export function runWithTimeout<Result>(ms: number, work: () => Result): TimedResult<Result> {
  let finished: TimedResult<Result> = { ok: false, code: "TOO_LONG" };
  context.work = () => {
    finished = { ok: true, result: work() };
  };
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(ms)) });
  } catch (error) {
    // Made in another context, it is no instance of this one's Error.
    const isTimeout = typeof error === "object" && error !== null && "code" in error && error.code === timeoutCode;
    if (!isTimeout) throw error;
    return { ok: false, code: "TOO_LONG" };
  } finally {
    context.work = () => {};
  }
  return finished;
}
