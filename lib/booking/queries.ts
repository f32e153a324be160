import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, events, organizers, tickets, ticketTypes } from "@/db/schema";
import { createTtlCache } from "@/lib/cache/ttl-cache";
import { withQrText } from "@/lib/tickets/event-key";
import { isPaidOnline } from "./paid-online";
import { readPaymentState } from "./payment-queries";
import { findBookingTimeline } from "./timeline-queries";

const eventColumns = {
  slug: events.slug,
  name: events.name,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timeZone: events.timeZone,
  venue: events.venue,
  address: events.address,
  city: events.city,
  country: events.country,
  cancellationCutoffHours: events.cancellationCutoffHours,
  waitlistEnabled: events.waitlistEnabled,
  paymentMethod: events.paymentMethod,
};

const bookingColumns = {
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
};

/**
 * The event's columns that a reservation needs outside its transaction, at most a second old. Everything that decides is
 * read again under the row lock.
 */
export const eventForBooking = createTtlCache({
  lifetimeMs: 1_000,
  maxEntries: 1_000,
  load: async (slug: string) => {
    const [event] = await db
      .select({ id: events.id, slug: events.slug, timeZone: events.timeZone, waitingRoom: events.waitingRoom })
      .from(events)
      .where(eq(events.slug, slug));
    return event ?? null;
  },
});

/** Names of the event's ticket types, by their public codes. */
export function listTicketTypeNames(eventId: number) {
  return db
    .select({ code: ticketTypes.code, name: ticketTypes.name })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}

async function findOwnBooking(reference: string, userId: number) {
  const [row] = await db
    .select({
      id: bookings.id,
      eventId: bookings.eventId,
      booking: bookingColumns,
      intendedHolders: bookings.intendedHolders,
      event: eventColumns,
      organizer: { slug: organizers.slug, name: organizers.name },
      isCheckedIn: sql<boolean>`exists (
        select from tickets where booking_id = ${bookings.id} and checked_in_at is not null)`,
    })
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(and(eq(bookings.reference, reference), eq(bookings.userId, userId)));
  return row;
}

function listBookingItems(bookingId: number) {
  return db
    .select({
      ticketTypeId: ticketTypes.id,
      ticketTypeCode: ticketTypes.code,
      name: ticketTypes.name,
      quantity: bookingItems.quantity,
      unitPrice: bookingItems.unitPrice,
    })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(eq(bookingItems.bookingId, bookingId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}

/** A booking in the checkout; null where it is not this user's. */
export async function findCheckoutView(reference: string, userId: number) {
  const row = await findOwnBooking(reference, userId);
  if (!row) return null;
  const { booking, event, organizer, isCheckedIn, eventId, intendedHolders } = row;
  const [items, payment] = await Promise.all([
    listBookingItems(row.id),
    readPaymentState({ eventId, bookingId: row.id }),
  ]);
  // The names that were typed before the buyer went to pay.
  const left = [...(intendedHolders ?? [])];
  const nameOf = (ticketTypeId: number) => {
    const at = left.findIndex((holder) => holder.ticketTypeId === ticketTypeId);
    return at < 0 ? null : (left.splice(at, 1)[0]?.name ?? null);
  };
  return {
    ...booking,
    event,
    organizer,
    isCheckedIn,
    isPaidOnline: payment.attempt !== null || isPaidOnline(event, booking),
    payment,
    items: items.map(({ ticketTypeId: _, ...item }) => item),
    /** One for each ticket, in the order of the items. */
    tickets: items.flatMap(({ ticketTypeId, ticketTypeCode, name, quantity }) =>
      Array.from({ length: quantity }, () => ({ ticketTypeCode, typeName: name, holderName: nameOf(ticketTypeId) })),
    ),
  };
}

/** A confirmed (or cancelled) booking with its tickets and its history; null where it is not this user's. */
export async function findBookingView(reference: string, userId: number) {
  const row = await findOwnBooking(reference, userId);
  if (!row) return null;
  const { booking, event, organizer, isCheckedIn, eventId } = row;
  const [items, ownTickets, timeline, payment] = await Promise.all([
    listBookingItems(row.id),
    db
      .select({
        code: tickets.code,
        holderName: tickets.holderName,
        status: tickets.status,
        checkedInAt: tickets.checkedInAt,
        typeName: ticketTypes.name,
      })
      .from(tickets)
      .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
      .where(eq(tickets.bookingId, row.id))
      .orderBy(asc(ticketTypes.position), asc(tickets.id)),
    findBookingTimeline({ eventId, bookingId: row.id, userId }),
    readPaymentState({ eventId, bookingId: row.id }),
  ]);
  return {
    ...booking,
    event,
    organizer,
    isCheckedIn,
    isPaidOnline: isPaidOnline(event, booking),
    payment,
    items: items.map(({ ticketTypeId: _, ...item }) => item),
    tickets: await withQrText(eventId, ownTickets),
    timeline,
  };
}

/** The status of a booking, for a page that has been open for a while. */
export async function findBookingStatus(reference: string, userId: number) {
  const [row] = await db
    .select({ status: bookings.status, expiresAt: bookings.expiresAt, isPaying: bookings.isPaying })
    .from(bookings)
    .where(and(eq(bookings.reference, reference), eq(bookings.userId, userId)));
  return row ?? null;
}

/** The data of a booking's calendar file; null where it is not this user's confirmed booking. */
export async function findBookingCalendar(reference: string, userId: number) {
  const [row] = await db
    .select({
      slug: events.slug,
      name: events.name,
      summary: events.summary,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      updatedAt: events.updatedAt,
      bookingChangedAt: bookings.confirmedAt,
      venue: events.venue,
      address: events.address,
      city: events.city,
      eventStatus: events.status,
    })
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(and(eq(bookings.reference, reference), eq(bookings.userId, userId), eq(bookings.status, "confirmed")));
  return row ?? null;
}
