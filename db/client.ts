import { env } from "@/lib/env";
import { connect } from "./connect";
import { hintAtPooler } from "./pooler-hint";

/** Less than a request may take, so that whoever waits is still told why. */
const ANSWERS_WITHIN_MS = 3_000;

const globalForPool = globalThis as typeof globalThis & { quorixPool?: ReturnType<typeof connect> };

// `next dev` re-evaluates modules on every change; the pool must survive that.
globalForPool.quorixPool ??= connect(env.DATABASE_URL, {
  max: env.DATABASE_POOL_MAX,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
  answersWithinMs: ANSWERS_WITHIN_MS,
  onServerError: hintAtPooler,
});

export const { db, sql } = globalForPool.quorixPool;
