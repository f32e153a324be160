import type postgres from "postgres";
import { connectionLostError } from "./errors";

type Settle = (outcome: unknown) => void;
/** The driver's state of a query. */
type Query = {
  handler: (query: Query) => void;
  resolve: Settle;
  reject: Settle;
  strings: string[];
  args: unknown[];
  /** Set when it is sent. */
  state: object | null;
};

export const acquireTimeoutError = (milliseconds: number) =>
  connectionLostError("CONNECTION_WAIT", `no connection to the database was free in ${milliseconds} ms`);

function applyTimeout(query: Query, milliseconds: number) {
  const { handler } = query;
  query.handler = () => {
    const { resolve, reject } = query;
    const timer = setTimeout(() => {
      // Once it is sent, the connection is watched.
      if (query.state) return;
      // The driver cannot remove it any more, so it has to do nothing when its turn comes.
      Object.assign(query, { strings: ["select 1"], args: [] });
      reject(acquireTimeoutError(milliseconds));
    }, milliseconds);
    const inTime =
      (settle: Settle): Settle =>
      (outcome) => {
        clearTimeout(timer);
        settle(outcome);
      };
    Object.assign(query, { resolve: inTime(resolve), reject: inTime(reject) });
    handler(query);
  };
}

/** Bounds how long statements of a pool wait for a connection. Transactions do so by themselves. */
export function limitAcquireTime<Types extends Record<string, unknown>>(
  sql: postgres.Sql<Types>,
  milliseconds: number,
) {
  const unsafe: (...statement: Parameters<typeof sql.unsafe>) => object = sql.unsafe.bind(sql);
  const bounded: typeof unsafe = (...statement) => {
    const query = unsafe(...statement);
    const options = statement[2];
    // The driver's own BEGIN, which would take an unused connection.
    if (!(options && "onexecute" in options)) applyTimeout(query as Query, milliseconds);
    return query;
  };
  Object.assign(sql, { unsafe: bounded });
}
