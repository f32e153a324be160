import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { bookings, users, waitlistEntries } from "@/db/schema";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { waitlistPositions } from "@/lib/inventory/load";

export type WaitingEntry = Awaited<ReturnType<typeof listWaitingEntries>>[number];

/** Waiting entries in order of joining, each with its user's active booking, if any. */
export function listWaitingEntries({ tx, event }: ExclusiveUnitOfWork, which: SQL | undefined, limit: number) {
  return tx
    .select({
      id: waitlistEntries.id,
      userId: waitlistEntries.userId,
      userName: users.name,
      isActive: users.isActive,
      ticketTypeId: waitlistEntries.ticketTypeId,
      quantity: waitlistEntries.quantity,
      acceptFewer: waitlistEntries.acceptFewer,
      activeBookingId: bookings.id,
      /** The reason of the latest decision. */
      lastReason: sql<string | null>`(
        select d.reason from waitlist_decisions d where d.entry_id = ${waitlistEntries.id}
        order by d.decided_at desc, d.id desc limit 1)`,
    })
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .leftJoin(
      bookings,
      and(
        eq(bookings.eventId, waitlistEntries.eventId),
        eq(bookings.userId, waitlistEntries.userId),
        inArray(bookings.status, ["pending", "confirmed"]),
      ),
    )
    .where(and(eq(waitlistEntries.eventId, event.id), eq(waitlistEntries.status, "waiting"), which))
    .orderBy(asc(waitlistEntries.joinedAt), asc(waitlistEntries.id))
    .limit(limit);
}

/** The position of a waiting entry, from 1. Read often, so it counts only the entries ahead. */
export const positionColumn = sql<number>`(
  select count(*)::int + 1 from ${waitlistEntries} as ahead
  where ahead.event_id = ${waitlistEntries.eventId} and ahead.status = 'waiting'
    and (ahead.joined_at, ahead.id) < (${waitlistEntries.joinedAt}, ${waitlistEntries.id})
)`;

/** The positions of some entries of an event, by id. Scans the waitlist once, up to the last of them. */
export async function findPositions(db: Queryable, eventId: number, entryIds: number[]): Promise<Map<number, number>> {
  if (entryIds.length === 0) return new Map();
  const upToLastEntry = sql`event_id = ${eventId} and (joined_at, id) <= (
    select joined_at, id from waitlist_entries where id in ${entryIds} order by joined_at desc, id desc limit 1)`;
  const found = await db.execute<{ id: number; position: number }>(sql`
    select id::int, place as position from ${waitlistPositions(upToLastEntry)} waitlist where id in ${entryIds}`);
  return new Map(found.map(({ id, position }) => [id, position]));
}
