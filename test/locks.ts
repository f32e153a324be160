import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";

/** How many connections to this database wait for a lock of another. */
export async function waitingForLocks(db: Queryable): Promise<number> {
  const [row] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? 0;
}
