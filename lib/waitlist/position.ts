import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";

/**
 * The places of entries that wait for an event, by their ids: 1 for whoever is next in line. Everybody who joined earlier
 * and still waits stands ahead; the id decides between two of the same instant. The line is counted once, up to the last
 * of them.
 */
export async function positionsOf(db: Queryable, eventId: number, entryIds: number[]): Promise<Map<number, number>> {
  if (entryIds.length === 0) return new Map();
  const found = await db.execute<{ id: number; place: number }>(sql`
    select id::int, place from (
      select id, row_number() over (order by joined_at, id)::int as place from waitlist_entries
      where event_id = ${eventId} and status = 'waiting' and (joined_at, id) <= (
        select own.joined_at, own.id from waitlist_entries own where own.id in ${entryIds}
        order by own.joined_at desc, own.id desc limit 1)) line
    where id in ${entryIds}`);
  return new Map(found.map(({ id, place }) => [id, place]));
}
