import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { bookings, users, waitlistEntries } from "@/db/schema";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";

export type WaitingEntry = Awaited<ReturnType<typeof waitingEntries>>[number];

/** Those who wait, in order of joining, with the booking that one of them holds anyway. */
export function waitingEntries({ tx, event }: ExclusiveUnitOfWork, which: SQL | undefined, limit: number) {
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
      /** What was decided about them last, in words. */
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
