import { sql } from "drizzle-orm";
import { withLongRunningConnection } from "@/db/long-running-connection";
import type { RetentionRule } from "./rules";

/** Rows per statement, which is a transaction of its own: few enough to hold row locks only briefly. */
const BATCH_SIZE = 1_000;

type CleanUpOptions = {
  /** The cursor of the previous part. */
  from: string | null;
  /** The next part continues after this time. */
  until: number;
  now?: Date;
  limit?: number;
};

/** Cleans up by one rule, batch after batch. `next`: the cursor to continue from, or null at the end. */
export function cleanUp(rule: RetentionRule, { from, until, now = new Date(), limit = BATCH_SIZE }: CleanUpOptions) {
  const cutoff = sql`(${now.toISOString()}::timestamptz - ${rule.retentionPeriod}::interval)`;
  return withLongRunningConnection(async (db) => {
    let rows = 0;
    let next = from;
    do {
      const [done] = await db.execute<{ rows: number; next: string | null }>(rule.batch({ cutoff, from: next, limit }));
      rows += done?.rows ?? 0;
      next = done?.next ?? null;
    } while (next !== null && Date.now() < until);
    return { rows, next };
  });
}
