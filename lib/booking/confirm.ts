import type { IntendedHolder } from "@/db/schema/bookings";
import { bookingConfirmed } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LoadedBooking } from "@/lib/inventory/load";
import { toBookingSummary } from "@/lib/inventory/results";
import type { SeatsByType } from "@/lib/inventory/sales";
import { isTypeOnSale, salesRefusal } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { decideOnBooking } from "./decide-on-booking";
import { isPaidOnline } from "./paid-online";
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

  // Also where the event is paid for at the venue by now: this one is being paid for.
  if (isPaidOnline(event, booking) || booking.isPaying) return { ok: false, code: "PAYMENT_NEEDED" };

  const named = assignHolders(unit, booking, holders);
  if (!named) return { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: booking.numberOfTickets };
  if (!secureSeats(unit, booking)) {
    return { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: event.waitlistEnabled && !salesRefusal(event, now) };
  }

  takeBooking(unit, booking, userId);
  unit.issueTickets(booking, named);
  unit.announce(bookingConfirmed, { bookingId });
  return { ok: true, booking: toBookingSummary(booking), alreadyDone: false };
}

/** The tickets' holders by ticket type; null where their number does not fit the booking. */
export function assignHolders(
  { types }: EventUnitOfWork,
  booking: Readonly<LoadedBooking>,
  holders: Holder[],
): IntendedHolder[] | null {
  if (holders.length !== booking.numberOfTickets) return null;
  const named: IntendedHolder[] = [];
  for (const { ticketTypeId, quantity } of booking.items) {
    const code = types.find(({ id }) => id === ticketTypeId)?.code;
    const own = holders.filter((holder) => holder.ticketTypeCode === code);
    if (own.length !== quantity) return null;
    named.push(...own.map(({ name, email }) => ({ ticketTypeId, name, ...(email ? { email } : {}) })));
  }
  return named;
}

/**
 * Whether the booking has its seats, or could take them again after its hold had expired. `isPaid`: its money has arrived,
 * so that an end of sales in the meantime does not matter.
 */
export function secureSeats(unit: EventUnitOfWork, booking: Readonly<LoadedBooking>, { isPaid = false } = {}): boolean {
  const isLive = booking.status === "pending" && !unit.isOverdue(booking);
  return isLive || revive(unit, booking, isPaid);
}

/** Confirms a booking that has its seats. */
export function takeBooking(unit: EventUnitOfWork, booking: Readonly<LoadedBooking>, actorId: number | null) {
  unit.confirm(booking);
  unit.waitlist.stopWaiting(booking);
  unit.audit("booking.confirmed", { actorId, bookingId: booking.id });
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
function revive(unit: EventUnitOfWork, booking: Readonly<LoadedBooking>, isPaid: boolean): boolean {
  const { event, now } = unit;
  const wanted = seatsOfBooking(booking, unit);
  const refusal = salesRefusal(event, now);
  if (refusal && !(isPaid && refusal.code === "SALES_CLOSED")) return false;
  // Otherwise an expired hold would keep an early price for weeks.
  if (!isPaid && ![...wanted.keys()].every((type) => isTypeOnSale(type, now))) return false;
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
