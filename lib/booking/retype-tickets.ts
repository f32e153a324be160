import { and, eq, inArray, sql } from "drizzle-orm";
import { bookingItems, bookings, tickets } from "@/db/schema";
import { moveSold, oweSeatsOfType, reclaimLapsedHolds } from "./inventory";
import type { BookingRow } from "./loaded-booking";
import type { LockedEvent, TicketTypeRow } from "./locked-event";
import type { SeatsRefusal } from "./results";
import { quotaLeft } from "./sales";

/** One ticket's way from one type to another; `unitPrice` where the booking has no other ticket of the new type. */
export type Retyped = { ticketId: number; from: number; to: number; unitPrice: number };

/** Tickets, items, what the types have sold and what the booking costs, all in step. */
export async function retypeTickets(locked: LockedEvent, booking: BookingRow, steps: Retyped[]): Promise<BookingRow> {
  const { tx } = locked;
  const types = await locked.ticketTypes();
  const ways = new Map(steps.map((step) => [`${step.from} ${step.to}`, step]));
  for (const { from, to, unitPrice } of ways.values()) {
    const ids = steps.filter((step) => step.from === from && step.to === to).map((step) => step.ticketId);
    const quantity = ids.length;
    await tx.update(tickets).set({ ticketTypeId: to }).where(inArray(tickets.id, ids));
    await takeFromItem(locked, booking.id, from, quantity);
    await tx
      .insert(bookingItems)
      .values({ bookingId: booking.id, ticketTypeId: to, quantity, unitPrice })
      .onConflictDoUpdate({
        target: [bookingItems.bookingId, bookingItems.ticketTypeId],
        set: { quantity: sql`${bookingItems.quantity} + ${quantity}` },
      });
    await moveSold(locked, [{ ticketTypeId: from, quantity }], -1);
    await moveSold(locked, [{ ticketTypeId: to, quantity }], 1);
    const left = types.find((type) => type.id === from);
    if (left && left.quota !== null) await oweSeatsOfType(locked, left.id, quantity);
  }
  const items = await tx.select().from(bookingItems).where(eq(bookingItems.bookingId, booking.id));
  const [changed] = await tx
    .update(bookings)
    .set({ totalPrice: items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0) })
    .where(eq(bookings.id, booking.id))
    .returning();
  if (!changed) throw new Error(`booking ${booking.id} vanished under the row lock`);
  return changed;
}

async function takeFromItem(locked: LockedEvent, bookingId: number, ticketTypeId: number, quantity: number) {
  const item = and(eq(bookingItems.bookingId, bookingId), eq(bookingItems.ticketTypeId, ticketTypeId));
  const emptied = await locked.tx
    .delete(bookingItems)
    .where(and(item, eq(bookingItems.quantity, quantity)))
    .returning({ id: bookingItems.id });
  if (emptied.length > 0) return;
  await locked.tx
    .update(bookingItems)
    .set({ quantity: sql`${bookingItems.quantity} - ${quantity}` })
    .where(item);
}

/** Null where the type's quota has room for so many, after lapsed holds were given back if it has to. */
export async function quotaRefusal(
  locked: LockedEvent,
  type: TicketTypeRow,
  quantity: number,
): Promise<SeatsRefusal | null> {
  if (quotaLeft(type) >= quantity) return null;
  const isFreed = (await reclaimLapsedHolds(locked)) > 0;
  const [fresh = type] = isFreed ? (await locked.ticketTypes()).filter(({ id }) => id === type.id) : [type];
  const left = quotaLeft(fresh);
  if (left >= quantity) return null;
  const seats = { ticketTypeCode: type.code, waitlistEnabled: false };
  return left <= 0 ? { ok: false, code: "SOLD_OUT", ...seats } : { ok: false, code: "NOT_ENOUGH_LEFT", left, ...seats };
}

/** The booking, where it is this event's and has tickets that can be moved. */
export async function movableBooking(locked: LockedEvent, reference: string) {
  if (locked.row.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" } as const;
  const [booking] = await locked.tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.eventId, locked.row.id), eq(bookings.reference, reference)));
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" } as const;
  if (booking.status !== "confirmed") return { ok: false, code: "BOOKING_NOT_CONFIRMED" } as const;
  const valid = await locked.tx
    .select({ id: tickets.id, code: tickets.code, ticketTypeId: tickets.ticketTypeId })
    .from(tickets)
    .where(and(eq(tickets.bookingId, booking.id), eq(tickets.status, "valid")));
  return { ok: true, booking, tickets: valid } as const;
}
