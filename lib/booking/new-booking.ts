import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { newReference, newTicketCode } from "./codes";
import { recordSold } from "./inventory";
import type { BookingRow } from "./loaded-booking";
import type { LockedEvent, TicketTypeRow } from "./locked-event";
import type { BookingSummary } from "./results";

/** How many seats of each ticket type. */
export type Wanted = Map<TicketTypeRow, number>;

export function summaryOf(booking: BookingRow): BookingSummary {
  const { reference, status, numberOfTickets, totalPrice, currency, expiresAt } = booking;
  return { reference, status, numberOfTickets, totalPrice, currency, expiresAt };
}

/** Records booking and items, and counts them as sold. The caller moves the event's counters. */
export function recordBooking(
  locked: LockedEvent,
  booking: {
    /** One of `newBookingIds`. */
    id: number;
    userId: number;
    wanted: Wanted;
    source: BookingRow["source"];
    idempotencyKey: string;
    /** Null: confirmed at once. */
    expiresAt: Date | null;
  },
): BookingRow {
  const { row: event, now, pending } = locked;
  const { id, userId, source, idempotencyKey, expiresAt } = booking;
  const items = [...booking.wanted].map(([type, quantity]) => ({
    ticketTypeId: type.id,
    quantity,
    unitPrice: type.price,
  }));
  const row: BookingRow = {
    ...{ id, userId, source, idempotencyKey, expiresAt },
    reference: newReference(),
    eventId: event.id,
    status: expiresAt ? "pending" : "confirmed",
    numberOfTickets: items.reduce((sum, item) => sum + item.quantity, 0),
    totalPrice: items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0),
    currency: event.currency,
    bookedAt: now,
    confirmedAt: expiresAt ? null : now,
    cancelledAt: null,
  };
  pending.bookings.push(row);
  pending.items.push(...items.map((item) => ({ bookingId: id, ...item })));
  recordSold(locked, items, 1);
  return row;
}

export function recordTickets(
  { pending }: LockedEvent,
  bookingId: number,
  holders: { ticketTypeId: number; name: string; email?: string }[],
) {
  for (const { ticketTypeId, name: holderName, email: holderEmail = null } of holders) {
    pending.tickets.push({ bookingId, ticketTypeId, code: newTicketCode(), holderName, holderEmail });
  }
}

/** Ids for bookings that may be inserted, so that all that belongs to them can be written at the same time. */
export async function newBookingIds(tx: Transaction, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx
    .select({ id: sql`nextval('bookings_id_seq')`.mapWith(Number) })
    .from(sql`generate_series(1, ${count}::int)`)
    .prepare("booking_ids")
    .execute();
  // Taken from the end: who comes first gets the lowest.
  return rows.map((row) => row.id).reverse();
}
