import { setTimeout } from "node:timers/promises";
import type postgres from "postgres";
import { acquireTimeoutError } from "./acquire-timeout";
import { connectionLostError, isConnectionLost, sqlState } from "./errors";

const CLOSES_WITHIN_MS = 1_000;

/** A transaction may take as long as this many statements that get no answer; one that takes longer never ends. */
const PATIENT_STATEMENTS = 10;

/** What the driver hands to whoever begins a transaction. */
type Connection = { terminate: () => void };
type Begin<Tx> = (work: (tx: Tx) => unknown) => Promise<unknown>;

/** The driver's `begin`, telling on which connection: it sends its BEGIN before it gives way. */
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
      const told = (connection: Connection) => {
        onConnection(connection);
        return onexecute(connection);
      };
      return unsafe(text, args, { ...options, ...{ onexecute: told } });
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
 * ends a session. The driver would go on, or roll back, on the connection that is gone: it throws where nobody can catch
 * it, or meets whoever has the connection next. So nothing is sent once a transaction is over, and one that lost its
 * connection never settles by itself: the driver rejects it when it sees the connection close.
 * Nothing is waited for longer than `waitsMs`: one that gets no connection never begins, and the connection of one that does
 * not end is closed, as behind a pooler that cannot prepare statements, where the driver loses count of its answers.
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
        // The driver tells the statement a little before it sees the connection close. Nobody waits for this.
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
        // The driver gives the reason a connection was ended for to whoever opens it again.
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
