import { env } from "@/lib/env";
import { connect } from "./connect";
import { warnAboutPooler } from "./pooler-warning";

/** Less than a request may take, so that a request that waits for a connection can still say why it failed. */
const RESPONSE_TIMEOUT_MS = 3_000;

const globalForPool = globalThis as typeof globalThis & { quorixPool?: ReturnType<typeof connect> };

// `next dev` re-evaluates modules on every change; the pool must survive that.
globalForPool.quorixPool ??= connect(env.DATABASE_URL, {
  max: env.DATABASE_POOL_MAX,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
  responseTimeoutMs: RESPONSE_TIMEOUT_MS,
  onServerError: warnAboutPooler,
});

export const { db, sql } = globalForPool.quorixPool;
