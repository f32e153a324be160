import { bookingCancelled, bookingReleased } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { toBookingSummary } from "@/lib/inventory/results";
import { canCancel, cancellationDeadline } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { decideOnBooking } from "./decide-on-booking";
import type { CancelResult, ReleaseResult } from "./results";

type Cancellation = {
  /** The owner, or an organizer whose permission the caller has checked. */
  actor: { userId: number; isOrganizer?: boolean };
  reason?: string;
};

export type CancelInput = { reference: string } & Cancellation;

/** Releases a hold or cancels a confirmed booking. Its owner can until the cutoff and before check-in, an organizer always. */
export function cancel(
  manager: BookingConcurrencyManager,
  input: CancelInput,
  deadline?: Deadline,
): Promise<CancelResult> {
  const { reference, actor } = input;
  const ownerId = actor.isOrganizer ? null : actor.userId;
  const needs = { checkedIn: ownerId !== null };
  return decideOnBooking(manager, { reference, ownerId, deadline }, needs, (unit, id) => decide(unit, id, input));
}

/** Releases a hold, never a confirmed booking. */
export function release(
  manager: BookingConcurrencyManager,
  { reference, userId }: { reference: string; userId: number },
  deadline?: Deadline,
): Promise<ReleaseResult> {
  return decideOnBooking(manager, { reference, ownerId: userId, deadline }, {}, (unit, id): ReleaseResult => {
    if (unit.booking(id)?.status === "confirmed") return { ok: false, code: "ALREADY_CONFIRMED" };
    return decide(unit, id, { actor: { userId } });
  });
}

function decide(unit: EventUnitOfWork, bookingId: number, { actor, reason }: Cancellation): CancelResult {
  const { event, now } = unit;
  const booking = unit.booking(bookingId);
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "cancelled" || booking.status === "expired") {
    return { ok: true, booking: toBookingSummary(booking), alreadyDone: true };
  }
  const isBound = booking.status === "confirmed" && !actor.isOrganizer && event.status !== "cancelled";
  // Otherwise the seat of an attendee who is inside would be sold again.
  if (isBound && unit.isCheckedIn(bookingId)) return { ok: false, code: "ALREADY_CHECKED_IN" };
  if (isBound && !canCancel(event, now)) {
    return { ok: false, code: "CANCELLATION_CLOSED", closedAt: cancellationDeadline(event) };
  }

  const isRelease = booking.status === "pending";
  const offer = unit.waitlist.openOffer(booking);
  if (offer) unit.waitlist.close(offer, "left");
  unit.cancel(booking, { requestedBy: actor.userId });
  unit.audit(isRelease ? "booking.released" : "booking.cancelled", {
    actorId: actor.userId,
    bookingId,
    detail: { ...(reason ? { reason } : {}), ...(actor.isOrganizer ? { byTeam: true } : {}) },
  });
  unit.announce(isRelease ? bookingReleased : bookingCancelled, { bookingId });
  return { ok: true, booking: toBookingSummary(booking), alreadyDone: false };
}
