import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { limitAcquireTime } from "./acquire-timeout";
import { outliveLostConnections } from "./lost-connections";
import { redactQueryErrors } from "./query-error";
import * as schema from "./schema";
import { startupPadding } from "./startup-message";
import { type WatchedPool, WatchedSocket } from "./watched-socket";

redactQueryErrors();

/**
 * PostgreSQL refuses text with a NUL, which any visitor can put into an address. It is replaced by a character that
 * occurs in no name, so that a search finds nothing instead of failing the request.
 */
const text = {
  to: 25,
  from: [25],
  serialize: (value: unknown) => `${value}`.replaceAll("\0", "\uFFFD"),
  parse: (value: string) => value,
};

/** The reconnect interval while the database is down. By default the driver waits for up to 20 s. */
const RECONNECT_SECONDS = 0.2;

type Options = {
  max: number;
  transactionPooler?: boolean;
  /**
   * Timeout for a statement that waits for a connection, and for a connection that waits for an answer. It ends with an
   * error that `isConnectionLost` recognizes, and closes the connection. No timeout by default.
   */
  responseTimeoutMs?: number;
  /** Called with the SQLSTATE of every error that PostgreSQL answers with. */
  onServerError?: (code: string) => void;
};

/** A connection pool with Drizzle on top. `close` ends it; the application's own pool lives as long as the process. */
export function connect(url: string, options: Options) {
  const { max, transactionPooler = false, responseTimeoutMs, onServerError = () => {} } = options;
  const address = postgres(url).options;
  const pool: WatchedPool = {
    address,
    responseTimeoutMs: responseTimeoutMs ?? null,
    onServerError,
    sockets: new Set(),
    hostIndex: 0,
  };
  const settings = {
    max,
    // Not in the driver's types.
    socket: () => new WatchedSocket(pool),
    // The socket chooses the host: with several, the driver would hide the answer of one of them.
    host: address.host[0] ?? "localhost",
    port: address.port[0] ?? 5432,
    // Encryption is the socket's work.
    ssl: false,
    connection: startupPadding,
    // A transaction pooler gives each statement to another backend, which has not seen the PREPARE.
    prepare: !transactionPooler,
    // Serverless instances are frozen, not stopped: connections must not outlive their use by long.
    idle_timeout: 20,
    max_lifetime: 60 * 30,
    connect_timeout: 3,
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => {},
    types: { text },
  };
  const sql = postgres(url, settings);
  outliveLostConnections(sql, responseTimeoutMs);
  if (responseTimeoutMs !== undefined) limitAcquireTime(sql, responseTimeoutMs);
  const db = drizzle(sql, { schema });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** The argument of a read helper: the pool, or the transaction whose changes it has to see. */
export type Queryable = Database | Transaction;
