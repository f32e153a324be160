import { waitlistConverted, waitlistOffered } from "@/inngest/events";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { EventRow, TicketTypeRow } from "@/lib/inventory/load";
import { canCancel, sellsUntil } from "@/lib/inventory/sales";
import { waitlistReasons } from "@/texts/organizer-waitlist";
import type { WaitingEntry } from "./waiting-entries";

export type Decision = { outcome: "converted" | "offered" | "skipped"; seats: number; reason: string };
type GrantDecision = Decision & { outcome: "converted" | "offered"; booking: { id: number; reference: string } };

/** Gives available seats to one entry, those reserved for the waitlist first. Needs an allocated booking id. */
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
  const fewer = seats < entry.quantity ? ` ${waitlistReasons.fewer(entry.quantity)}` : "";
  if (isBooked) {
    unit.waitlist.close(entry, "converted", booking.id);
    unit.issueTickets(
      booking,
      Array.from({ length: seats }, () => ({ ticketTypeId: type.id, name: entry.userName })),
    );
    unit.audit("waitlist.converted", { actorId: null, bookingId: booking.id });
    unit.announce(waitlistConverted, announced);
    return { outcome: "converted", seats, booking, reason: waitlistReasons.booked(seats, type.name) + fewer };
  }
  unit.waitlist.offer(entry, booking);
  unit.audit("waitlist.offered", { actorId: null, bookingId: booking.id });
  unit.announce(waitlistOffered, announced);
  return { outcome: "offered", seats, booking, reason: waitlistReasons.offered(seats, type.name) + fewer };
}

const HOUR_MS = 3_600_000;
const MAX_OFFER_MS = 12 * HOUR_MS;
const MIN_OFFER_MS = 10 * 60_000;

/** Whether a person who is booked without confirming has time to get the email and cancel. */
function hasTimeToCancel(event: EventRow, now: Date) {
  return canCancel(event, new Date(now.getTime() + HOUR_MS));
}

/**
 * An offer is held for twelve hours; close to the start for half of the remaining time, so that the next entry has a
 * chance too (30 minutes, an hour before the start). Never past the end of sales.
 */
function offerExpiry(event: EventRow, now: Date) {
  const end = now < event.startsAt ? event.startsAt : event.endsAt;
  const half = (end.getTime() - now.getTime()) / 2;
  const held = now.getTime() + Math.min(MAX_OFFER_MS, Math.max(MIN_OFFER_MS, half));
  return new Date(Math.min(held, sellsUntil(event).getTime()));
}
