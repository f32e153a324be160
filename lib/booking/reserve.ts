import { bookingHeld } from "@/inngest/events";
import { type Batch, isLapsed } from "./batch";
import { recordSeats } from "./inventory";
import { recordBooking, summaryOf, type Wanted } from "./new-booking";
import type { ReserveResult } from "./results";
import { isTypeOnSale, salesRefusal } from "./sales";

export type ReserveInput = {
  eventId: number;
  userId: number;
  items: { ticketTypeCode: string; quantity: number }[];
  idempotencyKey: string;
};

export function reserve(batch: Batch, { userId, idempotencyKey, items }: ReserveInput): ReserveResult {
  const { locked } = batch;
  const { row: event, now } = locked;
  const earlier = batch.bookingsOf(userId);

  // First of all checks: a retry whose first answer was lost gets that answer, whatever has changed since.
  const replayed = earlier.find((booking) => booking.idempotencyKey === idempotencyKey);
  if (replayed) {
    return replayed.eventId === event.id
      ? { ok: true, booking: summaryOf(replayed), replayed: true }
      : { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
  }

  const closed = salesRefusal(event, now);
  if (closed) return closed;

  const wanted: Wanted = new Map();
  for (const item of items) {
    if (item.quantity === 0) continue;
    const type = locked.types.find((candidate) => candidate.code === item.ticketTypeCode);
    if (!type) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
    if (!isTypeOnSale(type, now)) return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: type.code };
    wanted.set(type, (wanted.get(type) ?? 0) + item.quantity);
  }

  const seats = [...wanted.values()].reduce((sum, quantity) => sum + quantity, 0);
  if (seats < 1) return { ok: false, code: "NO_TICKETS" };
  if (seats > event.maxTicketsPerBooking) {
    return { ok: false, code: "TOO_MANY_TICKETS", limit: event.maxTicketsPerBooking };
  }

  for (const active of earlier) {
    const { eventId, status, reference } = active;
    if (eventId !== event.id || (status !== "pending" && status !== "confirmed")) continue;
    if (!isLapsed(active, locked)) return { ok: false, code: "ALREADY_BOOKED", reference, status };
    batch.lapse([active]);
  }

  const short = batch.seatsRefusal(wanted);
  if (short) return short;

  const booking = recordBooking(locked, {
    ...{ id: batch.newId(), userId, wanted, source: "checkout", idempotencyKey },
    expiresAt: new Date(now.getTime() + event.holdMinutes * 60_000),
  });
  const held = [...wanted].map(([type, quantity]) => ({ ticketTypeId: type.id, quantity }));
  batch.add({ ...booking, items: held, entry: null, expiredEntryId: null });
  recordSeats(locked, { available: -seats });
  locked.recordAudit("booking.held", { actorId: userId, bookingId: booking.id });
  locked.recordAnnouncement(bookingHeld, { bookingId: booking.id });
  return { ok: true, booking: summaryOf(booking), replayed: false };
}
