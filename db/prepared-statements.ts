import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Queryable } from "./connect";

const dialect = new PgDialect();

/**
 * Runs a statement that each connection parses and plans once, by its text: values go into parameters, and any number of
 * rows into array parameters. Statements that the connection has prepared are pipelined, in the order of the calls.
 * Behind a transaction pooler the driver prepares nothing (see `connect`): each statement then costs two round trips,
 * with the same results.
 */
export async function executePrepared(tx: Queryable, statement: SQL): Promise<unknown> {
  return tx._.session.prepareQuery(dialect.sqlToQuery(statement), undefined, "prepared", false).execute();
}

/**
 * The results of pipelined statements. If one fails, all behind it fail as well, saying only that the transaction is
 * aborted; the first one's error is thrown, whichever arrives first.
 */
export async function awaitPipelined<T extends unknown[]>(statements: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const answers = await Promise.allSettled(statements);
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return answers.map((answer) => answer.status === "fulfilled" && answer.value) as T;
}

/** As everywhere (see `connect`), a NUL becomes a character that is in no name. */
const quoteArrayElement = (text: string) =>
  /["\\\0]/.test(text) ? `"${text.replaceAll("\0", "\uFFFD").replace(/["\\]/g, "\\$&")}"` : `"${text}"`;

/**
 * One array parameter, whatever the number of rows. Spelled out here, as Drizzle takes the driver's way with arrays of
 * times away.
 */
export function arrayParameter<T>(
  rows: Iterable<T>,
  type: string,
  value: (row: T) => string | number | Date | null,
): SQL {
  const parts = Array.from(rows, (row) => {
    const of = value(row);
    if (of === null) return "NULL";
    return typeof of === "number" ? String(of) : quoteArrayElement(of instanceof Date ? of.toISOString() : of);
  });
  return sql`${`{${parts.join(",")}}`}::${sql.raw(type)}[]`;
}
