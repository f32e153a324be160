import { env } from "@/lib/env";
import { connect } from "./connect";

const globalForPool = globalThis as typeof globalThis & { quorixPool?: ReturnType<typeof connect> };

// `next dev` re-evaluates modules on every change; the pool must survive that.
globalForPool.quorixPool ??= connect(env.DATABASE_URL, {
  max: env.DATABASE_POOL_MAX,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
});

export const { db, sql } = globalForPool.quorixPool;
