import { bookingReleased, waitlistSeatsFreed } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import type { LeaveWaitlistResult } from "./results";

/** Ends a waitlist entry or declines its offer, whose seats go to the next entry. */
export async function leaveWaitlist(
  manager: BookingConcurrencyManager,
  { eventId, userId }: { eventId: number; userId: number },
  deadline?: Deadline,
): Promise<LeaveWaitlistResult> {
  const result = await manager.decide(eventId, { userId, waitlist: "leave" }, (unit) => decide(unit, userId), {
    deadline,
  });
  return result ?? { ok: true, left: false };
}

function decide(unit: EventUnitOfWork, userId: number): LeaveWaitlistResult {
  const entry = unit.waitlist.entryFor(userId);
  if (!entry) return { ok: true, left: false };
  const offer = entry.bookingId === null ? undefined : unit.booking(entry.bookingId);
  unit.waitlist.close(entry, "left");
  if (offer?.status === "pending") {
    unit.cancel(offer);
    unit.audit("booking.released", { actorId: userId, bookingId: offer.id });
    unit.announce(bookingReleased, { bookingId: offer.id });
  }
  unit.audit("waitlist.left", { actorId: userId, detail: { entryId: entry.id } });
  // Seats may have been reserved for this entry: a run gives them to the next one or to the public.
  if (unit.event.waitlistTickets > 0) unit.announce(waitlistSeatsFreed, { eventId: unit.event.id });
  return { ok: true, left: true };
}
