import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Longer than any pause that a run makes by itself. */
const STALLED_AFTER_MINUTES = 30;

/** Runs that one sweep starts: what is more is left for the next. */
const MOST = 50;

/**
 * Unfinished operations in which nothing has moved for so long that nobody can be at them. Drawn by lot where there are
 * many, so that those whose runs fail hold up no others.
 */
export async function stalledOperations(limit = MOST): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from operations o
    where o.finished_at is null
      and greatest(o.created_at, o.listed_at, (
        select max(settled_at) from operation_recipients r where r.operation_id = o.id
      )) < now() - make_interval(mins => ${STALLED_AFTER_MINUTES})
    order by random() limit ${limit}`);
  return rows.map((row) => row.id);
}
