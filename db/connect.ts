import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { outliveLostConnections } from "./lost-connections";
import { keepValuesOutOfErrors } from "./query-error";
import * as schema from "./schema";

keepValuesOutOfErrors();

/**
 * PostgreSQL refuses text with a NUL in it, which anybody can type into an address. As any other character that is
 * in no name it is looked for and not found, instead of failing the request.
 */
const text = {
  to: 25,
  from: [25],
  serialize: (value: unknown) => `${value}`.replaceAll("\0", "\uFFFD"),
  parse: (value: string) => value,
};

/** A connection pool with Drizzle on top. `close` ends it; the application's own pool lives as long as the process. */
export function connect(url: string, options: { max: number; transactionPooler?: boolean }) {
  const sql = postgres(url, {
    max: options.max,
    // A transaction pooler hands every statement to another backend, which has not seen the PREPARE.
    prepare: !options.transactionPooler,
    // Serverless instances are frozen, not stopped: connections must not outlive their use by long.
    idle_timeout: 20,
    max_lifetime: 60 * 30,
    connect_timeout: 5,
    onnotice: () => {},
    types: { text },
  });
  outliveLostConnections(sql);
  const db = drizzle(sql, { schema });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a read helper takes: the pool, or the transaction it has to see. */
export type Queryable = Database | Transaction;
