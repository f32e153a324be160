import { setTimeout } from "node:timers/promises";
import type postgres from "postgres";
import { acquireTimeoutError } from "./acquire-timeout";
import { connectionLostError, isConnectionLost, sqlState } from "./errors";

const CLOSES_WITHIN_MS = 1_000;

/** The time limit of a transaction, in statements that time out; one that takes longer never ends. */
const PATIENT_STATEMENTS = 10;

/** What the driver passes to the callback that begins a transaction. */
type Connection = { terminate: () => void };
type Begin<Tx> = (work: (tx: Tx) => unknown) => Promise<unknown>;

/** The driver's `begin`, which also reports its connection. The driver sends its BEGIN synchronously. */
function beginOn<Types extends Record<string, unknown>, Tx>(
  sql: postgres.Sql<Types>,
  begin: Begin<Tx>,
  onConnection: (connection: Connection) => void,
): Begin<Tx> {
  return (work) => {
    const { unsafe } = sql;
    const listening: typeof unsafe = (text, args, options) => {
      const onexecute = options && Reflect.get(options, "onexecute");
      if (typeof onexecute !== "function") return unsafe(text, args, options);
      const notify = (connection: Connection) => {
        onConnection(connection);
        return onexecute(connection);
      };
      return unsafe(text, args, { ...options, ...{ onexecute: notify } });
    };
    Object.assign(sql, { unsafe: listening });
    try {
      return begin(work);
    } finally {
      Object.assign(sql, { unsafe });
    }
  };
}

/**
 * Lets a pool outlive connections that break in the middle of a transaction: when the database restarts, fails over or
 * ends a session. The driver would continue, or roll back, on the broken connection: it would throw where nothing can
 * catch the error, or disturb the connection's next user. So nothing is sent once a transaction is over, and the driver
 * rejects a transaction that lost its connection when it sees the connection close.
 * Every wait is bounded by `waitsMs`: a transaction that gets no connection never begins. The connection of one that
 * does not end is closed; behind a pooler that cannot prepare statements, the driver loses count of its answers.
 */
export function outliveLostConnections<Types extends Record<string, unknown>>(
  sql: postgres.Sql<Types>,
  waitsMs?: number,
) {
  const begin: Begin<postgres.TransactionSql<Types>> = sql.begin.bind(sql);

  const beginSafely: typeof begin = async (work) => {
    let hasBegun = false;
    let isOver = false;
    let connection: Connection | undefined;
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<never>((_, reject) => {
      if (waitsMs === undefined) return;
      timer = globalThis.setTimeout(() => {
        reject(acquireTimeoutError(waitsMs));
        connection?.terminate();
      }, waitsMs);
    });

    async function unlessOver(attempt: () => unknown) {
      try {
        return await attempt();
      } catch (error) {
        // The driver rejects the statement shortly before it sees the connection close. Nothing waits for this.
        if (isConnectionLost(error)) await setTimeout(CLOSES_WITHIN_MS, undefined, { ref: false });
        throw error;
      } finally {
        if (isOver) await new Promise(() => {});
      }
    }

    function guard(tx: postgres.TransactionSql<Types>) {
      const unsafe: typeof tx.unsafe = tx.unsafe.bind(tx);
      const savepoint: typeof begin = tx.savepoint.bind(tx);
      const guarded: Pick<typeof tx, "unsafe"> & { savepoint: typeof begin } = {
        unsafe: (...statement) => {
          if (isOver) throw connectionLostError("CONNECTION_CLOSED", "the transaction is over");
          return unsafe(...statement);
        },
        savepoint: (inner) => savepoint((saved) => unlessOver(() => inner(guard(saved)))),
      };
      return Object.assign(tx, guarded);
    }

    const attempt = () =>
      beginOn(sql, begin, (one) => {
        connection = one;
      })((tx) => {
        if (isOver) throw acquireTimeoutError(waitsMs ?? 0);
        hasBegun = true;
        clearTimeout(timer);
        if (waitsMs !== undefined) {
          timer = globalThis.setTimeout(() => connection?.terminate(), PATIENT_STATEMENTS * waitsMs);
        }
        return unlessOver(() => work(guard(tx)));
      });
    try {
      const begun = attempt().catch((error: unknown) => {
        // The driver reports why a connection was ended to the next caller that opens it.
        if (hasBegun || !sqlState(error)?.startsWith("57P")) throw error;
        return attempt();
      });
      return await Promise.race([begun, waited]);
    } finally {
      clearTimeout(timer);
      isOver = true;
    }
  };
  Object.assign(sql, { begin: beginSafely });
}
