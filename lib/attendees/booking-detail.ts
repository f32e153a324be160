import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, scans, tickets, ticketTypes, users } from "@/db/schema";
import { findTeamTimeline } from "@/lib/booking/team-timeline-queries";
import { sortByTime } from "@/lib/booking/timeline";
import { isOpenConflict, listOpenConflicts } from "@/lib/check-in/conflicts";
import { getBookingPayments } from "@/lib/event-payments/booking-payments";
import { moneyTimeline } from "@/lib/event-payments/money-timeline";

/** A ticket type to choose in a form. `left` null: only the event's capacity limits it. */
export type TicketTypeOption = { code: string; name: string; price: number; left: number | null };

/** The ticket types of an event, by position. `id` never leaves the server. */
export async function listTicketTypeOptions(eventId: number) {
  const rows = await db
    .select({
      id: ticketTypes.id,
      code: ticketTypes.code,
      name: ticketTypes.name,
      price: ticketTypes.price,
      quota: ticketTypes.quota,
      sold: ticketTypes.sold,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  return rows.map(({ quota, sold, ...type }) => ({ ...type, left: quota === null ? null : Math.max(0, quota - sold) }));
}

/** One booking of the event with its tickets, payments, history and check-in conflicts. */
export async function getBookingDetail(eventId: number, reference: string) {
  const [booking] = await db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      status: bookings.status,
      source: bookings.source,
      numberOfTickets: bookings.numberOfTickets,
      totalPrice: bookings.totalPrice,
      currency: bookings.currency,
      bookedAt: bookings.bookedAt,
      expiresAt: bookings.expiresAt,
      confirmedAt: bookings.confirmedAt,
      cancelledAt: bookings.cancelledAt,
      name: users.name,
      email: users.email,
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(and(eq(bookings.eventId, eventId), eq(bookings.reference, reference)));
  if (!booking) return null;
  const { id, ...details } = booking;
  const [lines, timeline, money] = await Promise.all([
    readItemsAndTickets(id),
    findTeamTimeline(id),
    getBookingPayments({ ...booking, eventId }),
  ]);
  const hasConflict = lines.tickets.some((ticket) => ticket.hasConflict);
  const conflicts = hasConflict ? await listOpenConflicts(db, eventId, reference) : [];
  return { ...details, ...lines, timeline: sortByTime([...timeline, ...moneyTimeline(money)]), conflicts, money };
}

export type BookingDetail = NonNullable<Awaited<ReturnType<typeof getBookingDetail>>>;

/** Reads one row for each ticket, or for each booked type that has no ticket yet. */
async function readItemsAndTickets(bookingId: number) {
  const rows = await db
    .select({
      type: { code: ticketTypes.code, name: ticketTypes.name },
      quantity: bookingItems.quantity,
      unitPrice: bookingItems.unitPrice,
      ticket: {
        code: tickets.code,
        holderName: tickets.holderName,
        holderEmail: tickets.holderEmail,
        status: tickets.status,
        checkedInAt: tickets.checkedInAt,
        hasConflict: sql<boolean>`exists (select from ${scans} where ${scans.ticketId} = ${tickets.id} and ${isOpenConflict})`,
      },
    })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .leftJoin(
      tickets,
      and(eq(tickets.bookingId, bookingItems.bookingId), eq(tickets.ticketTypeId, bookingItems.ticketTypeId)),
    )
    .where(eq(bookingItems.bookingId, bookingId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id), asc(tickets.id));
  const items = new Map(
    rows.map(({ type, quantity, unitPrice }) => [type.code, { name: type.name, quantity, unitPrice }]),
  );
  const issued = rows.flatMap(({ type, ticket }) => (ticket ? [{ ...ticket, type }] : []));
  return { items: [...items].map(([ticketTypeCode, item]) => ({ ticketTypeCode, ...item })), tickets: issued };
}

export async function isBookingOfEvent(eventId: number, reference: string): Promise<boolean> {
  const found = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.eventId, eventId), eq(bookings.reference, reference)));
  return found.length > 0;
}
