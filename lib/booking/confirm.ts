import { bookingConfirmed } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LoadedBooking, TicketTypeRow } from "@/lib/inventory/load";
import { toBookingSummary } from "@/lib/inventory/results";
import type { SeatsByType } from "@/lib/inventory/sales";
import { isTypeOnSale, salesRefusal } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { decideOnBooking } from "./decide-on-booking";
import type { ConfirmResult } from "./results";

export type Holder = { ticketTypeCode: string; name: string; email?: string };

export type ConfirmInput = {
  reference: string;
  userId: number;
  /** One per ticket of the booking. */
  holders: Holder[];
};

/** Turns a hold into a confirmed booking with tickets. An expired hold is revived if its seats are still available. */
export function confirm(
  manager: BookingConcurrencyManager,
  input: ConfirmInput,
  deadline?: Deadline,
): Promise<ConfirmResult> {
  const { reference, userId: ownerId } = input;
  return decideOnBooking(manager, { reference, ownerId, deadline }, {}, (unit, id) => decide(unit, id, input));
}

/** A hold that has not expired is confirmed even if sales have closed or the event has started. */
function decide(unit: EventUnitOfWork, bookingId: number, { userId, holders }: ConfirmInput): ConfirmResult {
  const { event, now } = unit;
  const booking = unit.booking(bookingId);
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "confirmed") return { ok: true, booking: toBookingSummary(booking), alreadyDone: true };
  if (booking.status === "cancelled") return { ok: false, code: "BOOKING_CANCELLED" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };

  const wanted = seatsOfBooking(booking, unit);
  const holdersOf = (type: TicketTypeRow) => holders.filter((holder) => holder.ticketTypeCode === type.code);
  const isNamed = [...wanted].every(([type, quantity]) => holdersOf(type).length === quantity);
  if (!isNamed || holders.length !== booking.numberOfTickets) {
    return { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: booking.numberOfTickets };
  }

  const isLive = booking.status === "pending" && !unit.isOverdue(booking);
  if (!isLive && !revive(unit, booking, wanted)) {
    return { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: event.waitlistEnabled && !salesRefusal(event, now) };
  }

  unit.confirm(booking);
  const named = [...wanted.keys()].flatMap((type) =>
    holdersOf(type).map(({ name, email }) => ({ ticketTypeId: type.id, name, email })),
  );
  unit.issueTickets(booking, named);
  unit.waitlist.stopWaiting(booking);
  unit.audit("booking.confirmed", { actorId: userId, bookingId });
  unit.announce(bookingConfirmed, { bookingId });
  return { ok: true, booking: toBookingSummary(booking), alreadyDone: false };
}

function seatsOfBooking(booking: Readonly<LoadedBooking>, { types }: EventUnitOfWork): SeatsByType {
  const wanted: SeatsByType = new Map();
  for (const { ticketTypeId, quantity } of booking.items) {
    const type = types.find((candidate) => candidate.id === ticketTypeId);
    if (type) wanted.set(type, quantity);
  }
  return wanted;
}

/** Whether an expired hold can take its seats again. The waitlist has precedence over it. */
function revive(unit: EventUnitOfWork, booking: Readonly<LoadedBooking>, wanted: SeatsByType): boolean {
  const { event, now } = unit;
  // Otherwise an expired hold would keep an early price for weeks.
  if (salesRefusal(event, now) || ![...wanted.keys()].every((type) => isTypeOnSale(type, now))) return false;
  const isRevived = { actorId: booking.userId, bookingId: booking.id };
  if (booking.status === "pending") {
    if (!unit.waitlist.isAnyoneWaiting(booking.userId)) {
      unit.audit("booking.revived", isRevived);
      return true;
    }
    // An offer's seats are the waitlist's; seats on public sale will do as well.
    unit.freeExpiredSeats([booking]);
    if (unit.seatsRefusal(wanted)) {
      unit.recordExpiry(booking);
      return false;
    }
  } else if (unit.activeBookingFor(booking.userId) || unit.seatsRefusal(wanted)) return false;
  unit.retakeSeats(booking);
  unit.audit("booking.revived", isRevived);
  return true;
}
