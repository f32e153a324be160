import { bookingCancelled, bookingReleased } from "@/inngest/events";
import type { Batch } from "./batch";
import { canCancel, cancellationDeadline } from "./cancellation-deadline";
import { anyoneWaiting, openOffer, recordFreed, recordSold } from "./inventory";
import { type LoadedBooking, loadBookings } from "./loaded-booking";
import type { LockedEvent } from "./locked-event";
import { summaryOf } from "./new-booking";
import type { CancelResult, ReleaseResult } from "./results";

export type CancelInput = { reference: string } & Cancellation;

type Cancellation = {
  /** The owner, or an organizer whose right to do so the caller has checked. */
  actor: { userId: number; isOrganizer?: boolean };
  reason?: string;
};

export function cancel(batch: Batch, bookingId: number, { actor, reason }: Cancellation): CancelResult {
  const { locked } = batch;
  const { row: event, now } = locked;
  const booking = batch.booking(bookingId);
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "cancelled" || booking.status === "expired") {
    return { ok: true, booking: summaryOf(booking), alreadyDone: true };
  }
  const isBound = booking.status === "confirmed" && !actor.isOrganizer && event.status !== "cancelled";
  // Else one could be inside, and the seat be sold again.
  if (isBound && batch.isCheckedIn(bookingId)) return { ok: false, code: "ALREADY_CHECKED_IN" };
  if (isBound && !canCancel(event, now)) {
    return { ok: false, code: "CANCELLATION_CLOSED", closedAt: cancellationDeadline(event) };
  }

  const isRelease = booking.status === "pending";
  recordEnd(locked, booking, batch.isAnyoneWaiting());
  locked.recordAudit(isRelease ? "booking.released" : "booking.cancelled", {
    actorId: actor.userId,
    bookingId,
    detail: { ...(reason ? { reason } : {}), ...(actor.isOrganizer ? { byTeam: true } : {}) },
  });
  locked.recordAnnouncement(isRelease ? bookingReleased : bookingCancelled, { bookingId });
  return { ok: true, booking: summaryOf(booking), alreadyDone: false };
}

export function release(batch: Batch, bookingId: number, userId: number): ReleaseResult {
  if (batch.booking(bookingId)?.status === "confirmed") return { ok: false, code: "ALREADY_CONFIRMED" };
  return cancel(batch, bookingId, { actor: { userId } });
}

/** Cancels a pending or confirmed booking: tickets void, an open offer given up, seats free. */
function recordEnd(locked: LockedEvent, booking: LoadedBooking, isOwed: boolean) {
  const { pending, now } = locked;
  booking.status = "cancelled";
  booking.cancelledAt = now;
  pending.outcomes.set(booking.id, booking);
  pending.voided.push(booking.id);
  const offer = openOffer(locked, booking);
  if (offer) pending.entries.set(offer.id, { status: "left", bookingId: booking.id });
  recordSold(locked, booking.items, -1);
  recordFreed(locked, booking.numberOfTickets, isOwed);
}

/** The same at once, for an operation that has the event to itself. */
export async function endBooking(locked: LockedEvent, bookingId: number) {
  const [booking] = await loadBookings(locked.tx, locked.row.id, { ids: [bookingId], keys: [], activeOf: [] });
  if (!booking) throw new Error(`booking ${bookingId} vanished under the row lock`);
  recordEnd(locked, booking, await anyoneWaiting(locked));
  await locked.save();
}
