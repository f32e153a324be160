import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accountTokens, auditLog, bookings, events, tickets, ticketTypes, users, waitlistEntries } from "@/db/schema";
import { isPaidOnline } from "@/lib/booking/paid-online";
import { readPaymentState } from "@/lib/booking/payment-queries";
import { withQrText } from "@/lib/tickets/event-key";

const recipient = { name: users.name, email: users.email, isActive: users.isActive };

export const eventEmailColumns = {
  id: events.id,
  slug: events.slug,
  name: events.name,
  summary: events.summary,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  startsOn: events.startsOn,
  updatedAt: events.updatedAt,
  timeZone: events.timeZone,
  venue: events.venue,
  address: events.address,
  city: events.city,
  cancellationCutoffHours: events.cancellationCutoffHours,
  cancellationReason: events.cancellationReason,
  paymentMethod: events.paymentMethod,
};

/** A booking for its emails. */
export async function getBookingEmailData(bookingId: number) {
  const [booking] = await db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      status: bookings.status,
      source: bookings.source,
      numberOfTickets: bookings.numberOfTickets,
      totalPrice: bookings.totalPrice,
      currency: bookings.currency,
      expiresAt: bookings.expiresAt,
      confirmedAt: bookings.confirmedAt,
      cancelledAt: bookings.cancelledAt,
      recipient,
      event: eventEmailColumns,
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(eq(bookings.id, bookingId));
  if (!booking) return null;
  const { event } = booking;
  const [valid, payment] = await Promise.all([
    db
      .select({ code: tickets.code, holderName: tickets.holderName, typeName: ticketTypes.name })
      .from(tickets)
      .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
      .where(and(eq(tickets.bookingId, bookingId), eq(tickets.status, "valid")))
      .orderBy(asc(ticketTypes.position), asc(tickets.id)),
    readPaymentState({ eventId: event.id, bookingId }),
  ]);
  return {
    ...booking,
    isPaidOnline: isPaidOnline(event, booking),
    payment,
    tickets: await withQrText(event.id, valid),
  };
}

/** Who cancelled a booking, and the reason for the attendee. */
export async function getCancellationEmailData(bookingId: number) {
  const [entry] = await db
    .select({
      // Null: Quorix itself, as the payment could not be taken.
      isByOrganizer: sql<boolean>`coalesce(${auditLog.actorId} <> ${bookings.userId}, false)`,
      reason: sql<string | null>`${auditLog.detail} ->> 'reason'`,
    })
    .from(auditLog)
    .innerJoin(bookings, eq(bookings.id, auditLog.bookingId))
    .where(and(eq(auditLog.bookingId, bookingId), eq(auditLog.action, "booking.cancelled")));
  return entry ?? { isByOrganizer: false, reason: null };
}

/** A waitlist entry for its emails. */
export async function getEntryEmailData(entryId: number) {
  const [entry] = await db
    .select({
      id: waitlistEntries.id,
      status: waitlistEntries.status,
      quantity: waitlistEntries.quantity,
      acceptFewer: waitlistEntries.acceptFewer,
      typeName: ticketTypes.name,
      typeClosedAt: waitlistEntries.typeClosedAt,
      recipient,
      event: eventEmailColumns,
    })
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .innerJoin(events, eq(events.id, waitlistEntries.eventId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, waitlistEntries.ticketTypeId))
    .where(eq(waitlistEntries.id, entryId));
  return entry ?? null;
}

/** An account link for its email. */
export async function getTokenEmailData(tokenId: string) {
  const [token] = await db
    .select({
      id: accountTokens.id,
      purpose: accountTokens.purpose,
      expiresAt: accountTokens.expiresAt,
      usedAt: accountTokens.usedAt,
      /** The address has not been verified. */
      isNew: sql<boolean>`${users.emailVerifiedAt} is null`,
      // A sign-up has its own: the account may have the values of an earlier sign-up.
      timeZone: sql<string | null>`coalesce(${accountTokens.timeZone}, ${users.timeZone})`,
      recipient: { ...recipient, name: sql<string>`coalesce(${accountTokens.name}, ${users.name})` },
    })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(eq(accountTokens.id, tokenId));
  return token ?? null;
}

export type BookingEmailData = NonNullable<Awaited<ReturnType<typeof getBookingEmailData>>>;
export type CancellationEmailData = Awaited<ReturnType<typeof getCancellationEmailData>>;
export type EntryEmailData = NonNullable<Awaited<ReturnType<typeof getEntryEmailData>>>;
export type TokenEmailData = NonNullable<Awaited<ReturnType<typeof getTokenEmailData>>>;
export type EventEmailData = BookingEmailData["event"];
