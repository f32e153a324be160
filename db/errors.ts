/** It contains a digit, unlike codes of the network such as EPIPE. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** The SQLSTATE behind an error, which Drizzle wraps; undefined if it did not come from PostgreSQL. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && SQLSTATE.test(cause.code)) return cause.code;
  }
  return undefined;
}

/** PostgreSQL's code of an error, or that of the driver or the network; undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return undefined;
}

/** Whether an error says that this constraint, or unique index, was violated. */
export function violates(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint" in cause && cause.constraint === constraint) return true;
  }
  return false;
}

/** The answer of a standby, where connections from before a failover may lead. */
const READ_ONLY = "25006";

/**
 * Whether the connection broke, was never made, or leads to a server that is read-only or shutting down.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state) return state.startsWith("08") || state.startsWith("57P") || state === READ_ONLY;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^(CONNECT|E[A-Z]+$)/.test(cause.code)) return true;
  }
  return false;
}

/** An error that `isConnectionLost` recognizes, for losses that are detected here and not by the driver. */
export function connectionLostError(code: `CONNECTION_${string}`, message: string) {
  return Object.assign(new Error(message), { code });
}
