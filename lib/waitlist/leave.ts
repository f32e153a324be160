import { and, eq, inArray } from "drizzle-orm";
import { bookings, waitlistEntries } from "@/db/schema";
import { bookingReleased, waitlistSeatsFreed } from "@/inngest/events";
import { endBooking } from "@/lib/booking/cancel";
import type { LockedEvent } from "@/lib/booking/locked-event";
import type { LeaveWaitlistResult } from "@/lib/booking/results";

/** Gives up a place in line, or an offer: its seats go to the next. */
export async function leaveWaitlist(locked: LockedEvent, userId: number): Promise<LeaveWaitlistResult> {
  const { tx, row: event, now } = locked;
  const [entry] = await tx
    .update(waitlistEntries)
    .set({ status: "left", resolvedAt: now })
    .where(
      and(
        eq(waitlistEntries.eventId, event.id),
        eq(waitlistEntries.userId, userId),
        inArray(waitlistEntries.status, ["waiting", "offered"]),
      ),
    )
    .returning();
  if (!entry) return { ok: true, left: false };

  if (entry.bookingId !== null) {
    const [offer] = await tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.id, entry.bookingId), eq(bookings.status, "pending")));
    if (offer) {
      await endBooking(locked, offer.id);
      await locked.audit("booking.released", { actorId: userId, bookingId: offer.id });
      await locked.announce(bookingReleased, { bookingId: offer.id });
    }
  }
  await locked.audit("waitlist.left", { actorId: userId, detail: { entryId: entry.id } });
  // Seats may have been kept for just this entry: a run gives them to the next, or to the public.
  if (event.waitlistTickets > 0) await locked.announce(waitlistSeatsFreed, { eventId: event.id });
  return { ok: true, left: true };
}
