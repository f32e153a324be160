import { and, eq, inArray, sql } from "drizzle-orm";
import { bookingItems, bookings, tickets } from "@/db/schema";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { BookingRow } from "@/lib/inventory/load";

/** The change of one ticket's type; `unitPrice` applies where the booking has no other ticket of the new type. */
export type TicketTypeChange = { ticketId: number; from: number; to: number; unitPrice: number };

/** Updates tickets, items, the types' sold counters and the booking's price together. */
export async function applyTicketTypeChanges(
  unit: ExclusiveUnitOfWork,
  booking: BookingRow,
  steps: TicketTypeChange[],
): Promise<BookingRow> {
  const { tx } = unit;
  const ways = new Map(steps.map((step) => [`${step.from} ${step.to}`, step]));
  for (const { from, to, unitPrice } of ways.values()) {
    const ids = steps.filter((step) => step.from === from && step.to === to).map((step) => step.ticketId);
    const quantity = ids.length;
    await tx.update(tickets).set({ ticketTypeId: to }).where(inArray(tickets.id, ids));
    await takeFromItem(unit, booking.id, from, quantity);
    await tx
      .insert(bookingItems)
      .values({ bookingId: booking.id, ticketTypeId: to, quantity, unitPrice })
      .onConflictDoUpdate({
        target: [bookingItems.bookingId, bookingItems.ticketTypeId],
        set: { quantity: sql`${bookingItems.quantity} + ${quantity}` },
      });
    unit.transferSold({ from, to, quantity });
    const left = unit.types.find((type) => type.id === from);
    if (left && left.quota !== null) await unit.reserveTypeForWaitlist(left.id, quantity);
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

async function takeFromItem({ tx }: ExclusiveUnitOfWork, bookingId: number, ticketTypeId: number, quantity: number) {
  const item = and(eq(bookingItems.bookingId, bookingId), eq(bookingItems.ticketTypeId, ticketTypeId));
  const emptied = await tx
    .delete(bookingItems)
    .where(and(item, eq(bookingItems.quantity, quantity)))
    .returning({ id: bookingItems.id });
  if (emptied.length > 0) return;
  await tx
    .update(bookingItems)
    .set({ quantity: sql`${bookingItems.quantity} - ${quantity}` })
    .where(item);
}

/** The booking, if it belongs to this event and its tickets can be changed. */
export async function findChangeableBooking({ tx, event }: ExclusiveUnitOfWork, reference: string) {
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" } as const;
  const [booking] = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.eventId, event.id), eq(bookings.reference, reference)));
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" } as const;
  if (booking.status !== "confirmed") return { ok: false, code: "BOOKING_NOT_CONFIRMED" } as const;
  const valid = await tx
    .select({ id: tickets.id, code: tickets.code, ticketTypeId: tickets.ticketTypeId })
    .from(tickets)
    .where(and(eq(tickets.bookingId, booking.id), eq(tickets.status, "valid")));
  return { ok: true, booking, tickets: valid } as const;
}
