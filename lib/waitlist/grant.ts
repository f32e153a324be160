import { waitlistConverted, waitlistOffered } from "@/inngest/events";
import type { EventRow, TicketTypeRow } from "@/lib/inventory/load";
import { canCancel, sellsUntil } from "@/lib/inventory/sales";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";
import type { WaitingEntry } from "./waiting-entries";

export type Decision = { outcome: "converted" | "offered" | "skipped"; seats: number; reason: string };
type GrantDecision = Decision & { outcome: "converted" | "offered"; booking: { id: number; reference: string } };

/** Gives seats that are free, those kept for the waitlist first, to one entry. An id for its booking has been loaded. */
export function grant(
  unit: ExclusiveUnitOfWork,
  entry: WaitingEntry,
  type: Readonly<TicketTypeRow>,
  seats: number,
): GrantDecision {
  const { event, now } = unit;
  const isBooked = type.price === 0 && hasTimeToCancel(event, now);
  const booking = unit.book({
    userId: entry.userId,
    wanted: new Map([[type, seats]]),
    source: "waitlist",
    idempotencyKey: `waitlist:${entry.id}`,
    expiresAt: isBooked ? null : offerExpiry(event, now),
    from: "waitlist",
  });
  const announced = { entryId: entry.id, bookingId: booking.id };
  const what = `${seats} × ${type.name}`;
  const fewer = seats < entry.quantity ? ` Asked for ${entry.quantity} and takes fewer.` : "";
  if (isBooked) {
    unit.closeEntry(entry, "converted", booking.id);
    unit.issueTickets(
      booking,
      Array.from({ length: seats }, () => ({ ticketTypeId: type.id, name: entry.userName })),
    );
    unit.audit("waitlist.converted", { actorId: null, bookingId: booking.id });
    unit.announce(waitlistConverted, announced);
    return { outcome: "converted", seats, booking, reason: `Booked ${what}.${fewer}` };
  }
  unit.offerTo(entry, booking);
  unit.audit("waitlist.offered", { actorId: null, bookingId: booking.id });
  unit.announce(waitlistOffered, announced);
  return { outcome: "offered", seats, booking, reason: `Offered ${what}.${fewer}` };
}

const HOUR_MS = 3_600_000;
const MAX_OFFER_MS = 12 * HOUR_MS;
const MIN_OFFER_MS = 10 * 60_000;

/** Whether somebody who is booked without being asked has the time to hear of it and to cancel. */
function hasTimeToCancel(event: EventRow, now: Date) {
  return canCancel(event, new Date(now.getTime() + HOUR_MS));
}

/**
 * Until when an offer is held: twelve hours; close to the start half of what is left, so that the next in line has a
 * chance, too. An hour before the start that is 30 minutes. Never past the end of sales.
 */
function offerExpiry(event: EventRow, now: Date) {
  const last = now < event.startsAt ? event.startsAt : event.endsAt;
  const half = (last.getTime() - now.getTime()) / 2;
  const held = now.getTime() + Math.min(MAX_OFFER_MS, Math.max(MIN_OFFER_MS, half));
  return new Date(Math.min(held, sellsUntil(event).getTime()));
}
