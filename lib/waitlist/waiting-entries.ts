import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { bookings, users, waitlistEntries } from "@/db/schema";
import type { LockedEvent } from "@/lib/booking/locked-event";

export type WaitingEntry = Awaited<ReturnType<typeof waitingEntries>>[number];

/** Those who wait, in order of joining, with the booking that one of them holds anyway. */
export function waitingEntries(locked: LockedEvent, which: SQL | undefined, limit: number) {
  return locked.tx
    .select({
      id: waitlistEntries.id,
      userId: waitlistEntries.userId,
      userName: users.name,
      isActive: users.isActive,
      ticketTypeId: waitlistEntries.ticketTypeId,
      quantity: waitlistEntries.quantity,
      acceptFewer: waitlistEntries.acceptFewer,
      joinedAt: waitlistEntries.joinedAt,
      activeBookingId: bookings.id,
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
    .where(and(eq(waitlistEntries.eventId, locked.row.id), eq(waitlistEntries.status, "waiting"), which))
    .orderBy(asc(waitlistEntries.joinedAt), asc(waitlistEntries.id))
    .limit(limit);
}
