import { violates } from "@/db/errors";
import { bookingHeld } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { toBookingSummary } from "@/lib/inventory/results";
import type { SeatsByType } from "@/lib/inventory/sales";
import { isTypeOnSale, salesRefusal } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import type { ReserveResult } from "./results";

export type ReserveInput = {
  eventId: number;
  userId: number;
  items: { ticketTypeCode: string; quantity: number }[];
  idempotencyKey: string;
};

/** Holds seats. Idempotent: a retry with the same key returns the same booking. */
export async function reserve(
  manager: BookingConcurrencyManager,
  input: ReserveInput,
  deadline?: Deadline,
): Promise<ReserveResult> {
  const { eventId, ...needs } = input;
  const once = `booking_lock:${eventId}:${input.userId}`;
  try {
    const result = await manager.decide(eventId, needs, (event) => decide(event, input), { deadline, once });
    return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
  } catch (error) {
    // Row locks are per event: only the unique index catches one key that arrives at two events at once.
    if (violates(error, "bookings_idempotency_key")) return { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
    throw error;
  }
}

function decide(unit: EventUnitOfWork, { userId, idempotencyKey, items }: ReserveInput): ReserveResult {
  const { event, now } = unit;

  // Checked first: a retry gets the first answer, whatever has changed since.
  const replayed = unit.bookingsFor(userId).find((booking) => booking.idempotencyKey === idempotencyKey);
  if (replayed) {
    return replayed.eventId === event.id
      ? { ok: true, booking: toBookingSummary(replayed), replayed: true }
      : { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
  }

  const closed = salesRefusal(event, now);
  if (closed) return closed;

  const wanted: SeatsByType = new Map();
  for (const item of items) {
    if (item.quantity === 0) continue;
    const type = unit.types.find((candidate) => candidate.code === item.ticketTypeCode);
    if (!type) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
    if (!isTypeOnSale(type, now)) return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: type.code };
    wanted.set(type, (wanted.get(type) ?? 0) + item.quantity);
  }

  const seats = [...wanted.values()].reduce((sum, quantity) => sum + quantity, 0);
  if (seats < 1) return { ok: false, code: "NO_TICKETS" };
  if (seats > event.maxTicketsPerBooking) {
    return { ok: false, code: "TOO_MANY_TICKETS", limit: event.maxTicketsPerBooking };
  }

  const active = unit.activeBookingFor(userId);
  if (active && !unit.isOverdue(active)) {
    return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status: active.status };
  }
  if (active) unit.expireHolds([active]);

  const short = unit.seatsRefusal(wanted);
  if (short) return short;

  const booking = unit.book({
    userId,
    wanted,
    source: "checkout",
    idempotencyKey,
    from: "public",
    expiresAt: new Date(now.getTime() + event.holdMinutes * 60_000),
  });
  unit.audit("booking.held", { actorId: userId, bookingId: booking.id });
  unit.announce(bookingHeld, { bookingId: booking.id });
  return { ok: true, booking: toBookingSummary(booking), replayed: false };
}
