import { env } from "@/lib/env";
import { connect, type Database } from "./connect";

const RESPONSE_TIMEOUT_MS = 60_000;

/**
 * For work whose statements may take longer than a request: on a connection of its own, as the application's pool would
 * time out.
 */
export async function withLongRunningConnection<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const transactionPooler = env.DATABASE_TRANSACTION_POOLER === "true";
  const { db, close } = connect(env.DATABASE_URL, {
    max: 1,
    transactionPooler,
    responseTimeoutMs: RESPONSE_TIMEOUT_MS,
  });
  return work(db).finally(close);
}
