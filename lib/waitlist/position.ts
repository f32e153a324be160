import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { waitlistEntries } from "@/db/schema";
import { placesInLine } from "@/lib/inventory/load";

/** The place of an entry that waits: 1 for whoever is next in line. Pages ask for it all the time, so only those ahead are counted. */
export const positionColumn = sql<number>`(
  select count(*)::int + 1 from ${waitlistEntries} as ahead
  where ahead.event_id = ${waitlistEntries.eventId} and ahead.status = 'waiting'
    and (ahead.joined_at, ahead.id) < (${waitlistEntries.joinedAt}, ${waitlistEntries.id})
)`;

/** The places of some entries of an event, by their ids. The line is walked once, up to the last of them. */
export async function positionsOf(db: Queryable, eventId: number, entryIds: number[]): Promise<Map<number, number>> {
  if (entryIds.length === 0) return new Map();
  const upToTheLast = sql`event_id = ${eventId} and (joined_at, id) <= (
    select joined_at, id from waitlist_entries where id in ${entryIds} order by joined_at desc, id desc limit 1)`;
  const found = await db.execute<{ id: number; place: number }>(sql`
    select id::int, place from ${placesInLine(upToTheLast)} line where id in ${entryIds}`);
  return new Map(found.map(({ id, place }) => [id, place]));
}
