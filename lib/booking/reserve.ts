import { and, eq, inArray, or } from "drizzle-orm";
import { bookingItems, bookings } from "@/db/schema";
import { bookingHeld } from "@/inngest/events";
import { newReference } from "./codes";
import { lapse, moveSeats, moveSold, reclaimLapsedHolds } from "./inventory";
import type { LockedEvent, TicketTypeRow } from "./locked-event";
import type { BookingSummary, ReserveResult, SeatsRefusal } from "./results";
import { isTypeOnSale, quotaLeft, salesRefusal } from "./sales";

export type ReserveInput = {
  eventId: number;
  userId: number;
  items: { ticketTypeCode: string; quantity: number }[];
  idempotencyKey: string;
};

/** How many seats of each ticket type. */
export type Wanted = Map<TicketTypeRow, number>;

export type BookingRow = typeof bookings.$inferSelect;

export function summaryOf(booking: BookingRow): BookingSummary {
  const { reference, status, numberOfTickets, totalPrice, currency, expiresAt } = booking;
  return { reference, status, numberOfTickets, totalPrice, currency, expiresAt };
}

export async function reserve(locked: LockedEvent, input: ReserveInput): Promise<ReserveResult> {
  const { tx, row: event, now } = locked;
  const earlier = await tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.userId, input.userId),
        or(
          eq(bookings.idempotencyKey, input.idempotencyKey),
          and(eq(bookings.eventId, event.id), inArray(bookings.status, ["pending", "confirmed"])),
        ),
      ),
    );

  // First of all checks: a retry whose first answer was lost gets that answer, whatever has changed since.
  const replayed = earlier.find((booking) => booking.idempotencyKey === input.idempotencyKey);
  if (replayed) {
    return replayed.eventId === event.id
      ? { ok: true, booking: summaryOf(replayed), replayed: true }
      : { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
  }

  const closed = salesRefusal(event, now);
  if (closed) return closed;

  const types = await locked.ticketTypes();
  let wanted: Wanted = new Map();
  for (const item of input.items) {
    if (item.quantity === 0) continue;
    const type = types.find((candidate) => candidate.code === item.ticketTypeCode);
    if (!type) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
    if (!isTypeOnSale(type, now)) return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: type.code };
    wanted.set(type, (wanted.get(type) ?? 0) + item.quantity);
  }

  const seats = [...wanted.values()].reduce((sum, quantity) => sum + quantity, 0);
  if (seats < 1) return { ok: false, code: "NO_TICKETS" };
  if (seats > event.maxTicketsPerBooking) {
    return { ok: false, code: "TOO_MANY_TICKETS", limit: event.maxTicketsPerBooking };
  }

  const active = earlier.find((booking) => booking.status === "pending" || booking.status === "confirmed");
  if (active) {
    const hasLapsed = active.status === "pending" && active.expiresAt !== null && active.expiresAt <= now;
    if (!hasLapsed) {
      const status = active.status === "confirmed" ? "confirmed" : "pending";
      return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status };
    }
    await lapse(locked, [active]);
    wanted = await readAgain(locked, wanted);
  }

  const short = await seatsRefusal(locked, wanted, seats);
  if (short) return short;

  const booking = await insertBooking(locked, {
    userId: input.userId,
    wanted,
    source: "checkout",
    idempotencyKey: input.idempotencyKey,
    expiresAt: new Date(now.getTime() + event.holdMinutes * 60_000),
  });
  await moveSeats(locked, { available: -seats });
  await locked.audit("booking.held", { actorId: input.userId, bookingId: booking.id });
  await locked.announce(bookingHeld, { bookingId: booking.id });
  return { ok: true, booking: summaryOf(booking), replayed: false };
}

/** Null where the public can take these seats now, after reclaiming lapsed holds if it has to; else what is missing. */
export async function seatsRefusal(locked: LockedEvent, wanted: Wanted, seats: number): Promise<SeatsRefusal | null> {
  if (!shortage(locked, wanted, seats)) return null;
  if ((await reclaimLapsedHolds(locked)) === 0) return shortage(locked, wanted, seats);
  return shortage(locked, await readAgain(locked, wanted), seats);
}

/** The same request on what its ticket types have sold by now, after holds were given back. */
async function readAgain(locked: LockedEvent, wanted: Wanted): Promise<Wanted> {
  const types = await locked.ticketTypes();
  const again: Wanted = new Map();
  for (const [old, quantity] of wanted) {
    const type = types.find((candidate) => candidate.id === old.id);
    if (type) again.set(type, quantity);
  }
  return again;
}

function shortage(locked: LockedEvent, wanted: Wanted, seats: number): SeatsRefusal | null {
  const { availableTickets, waitlistEnabled } = locked.row;
  if (availableTickets === 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled };
  for (const [type, quantity] of wanted) {
    const left = Math.min(quotaLeft(type), availableTickets);
    if (left <= 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: type.code, waitlistEnabled };
    if (left < quantity) {
      return { ok: false, code: "NOT_ENOUGH_LEFT", left, ticketTypeCode: type.code, waitlistEnabled };
    }
  }
  if (availableTickets < seats) {
    return { ok: false, code: "NOT_ENOUGH_LEFT", left: availableTickets, ticketTypeCode: null, waitlistEnabled };
  }
  return null;
}

/** Inserts booking and items and counts them as sold. The caller moves the event's counters. */
export async function insertBooking(
  locked: LockedEvent,
  booking: {
    userId: number;
    wanted: Wanted;
    source: BookingRow["source"];
    idempotencyKey: string;
    /** Null: confirmed at once. */
    expiresAt: Date | null;
  },
): Promise<BookingRow> {
  const { tx, row: event, now } = locked;
  const items = [...booking.wanted].map(([type, quantity]) => ({
    ticketTypeId: type.id,
    quantity,
    unitPrice: type.price,
  }));
  const [row] = await tx
    .insert(bookings)
    .values({
      reference: newReference(),
      eventId: event.id,
      userId: booking.userId,
      status: booking.expiresAt ? "pending" : "confirmed",
      numberOfTickets: items.reduce((sum, item) => sum + item.quantity, 0),
      totalPrice: items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0),
      currency: event.currency,
      source: booking.source,
      idempotencyKey: booking.idempotencyKey,
      bookedAt: now,
      expiresAt: booking.expiresAt,
      confirmedAt: booking.expiresAt ? null : now,
    })
    .returning();
  if (!row) throw new Error("INSERT … RETURNING answered no row");
  await tx.insert(bookingItems).values(items.map((item) => ({ bookingId: row.id, ...item })));
  await moveSold(locked, items, 1);
  return row;
}
