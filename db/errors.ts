/** As none of the network's codes does, like EPIPE, it has a digit in it. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** The SQLSTATE behind an error, which Drizzle wraps; undefined where it did not come from PostgreSQL. */
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

/** As a standby says, to which connections of before a failover may lead. */
const READ_ONLY = "25006";

/**
 * Whether the connection broke, or there was none, or it no longer leads to where writing is possible: PostgreSQL
 * itself said nothing, or said that it is going away.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state) return state.startsWith("08") || state.startsWith("57P") || state === READ_ONLY;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^(CONNECT|E[A-Z]+$)/.test(cause.code)) return true;
  }
  return false;
}

/** An error that `isConnectionLost` knows, where it is seen here and not told by the driver. */
export function connectionLostError(code: `CONNECTION_${string}`, message: string) {
  return Object.assign(new Error(message), { code });
}
