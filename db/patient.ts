import { env } from "@/lib/env";
import { connect, type Database } from "./connect";

const ANSWERS_WITHIN_MS = 60_000;

/**
 * For work whose statements may take longer than somebody's request: on a connection of its own, where the application's
 * pool would take the database for silent.
 */
export async function patiently<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const transactionPooler = env.DATABASE_TRANSACTION_POOLER === "true";
  const { db, close } = connect(env.DATABASE_URL, { max: 1, transactionPooler, answersWithinMs: ANSWERS_WITHIN_MS });
  return work(db).finally(close);
}
