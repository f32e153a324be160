import "server-only";
import { type AnyColumn, and, asc, desc, eq, gt, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, events, payments, refunds } from "@/db/schema";
import { coverColumn } from "@/lib/media/cover-column";
import { toPage } from "@/lib/paging/keyset";

const PAGE_SIZE = 20;

const ownPayments = sql`${payments} where ${payments.eventId} = ${bookings.eventId} and ${payments.bookingId} = ${bookings.id}`;
const ownRefunds = sql`${refunds} where ${refunds.eventId} = ${bookings.eventId} and ${refunds.bookingId} = ${bookings.id}`;
const sumOf = (amounts: AnyColumn, rows: SQL) =>
  sql<number>`(select coalesce(sum(${amounts}), 0) from ${rows})`.mapWith(Number);

const bookingColumns = {
  reference: bookings.reference,
  status: bookings.status,
  source: bookings.source,
  numberOfTickets: bookings.numberOfTickets,
  totalPrice: bookings.totalPrice,
  currency: bookings.currency,
  expiresAt: bookings.expiresAt,
  isPaying: bookings.isPaying,
  paymentMethod: events.paymentMethod,
  /** Minor units of the booking's currency. */
  paid: sumOf(payments.capturedAmount, ownPayments),
  refunded: sumOf(refunds.amount, sql`${ownRefunds} and ${refunds.status} = 'succeeded'`),
  /** Refunds that are on their way. */
  refunding: sumOf(refunds.amount, sql`${ownRefunds} and ${refunds.status} in ('created', 'pending')`),
  event: {
    slug: events.slug,
    name: events.name,
    coverImage: coverColumn,
    status: events.status,
    startsAt: events.startsAt,
    endsAt: events.endsAt,
    timeZone: events.timeZone,
    venue: events.venue,
    city: events.city,
  },
};

type Cursor = { startsAt: Date; reference: string };

function formatCursor({ event, reference }: { event: { startsAt: Date }; reference: string }) {
  return `${event.startsAt.getTime()}-${reference}`;
}

/** Null for an invalid cursor: the list then starts at its first page. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, at, reference] = /^(\d{1,14})-([0-9A-Za-z]{4,32})$/.exec(text ?? "") ?? [];
  return at && reference ? { startsAt: new Date(Number(at)), reference } : null;
}

function queryPage(userId: number, where: SQL | undefined, order: SQL[]) {
  return db
    .select(bookingColumns)
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(and(eq(bookings.userId, userId), where))
    .orderBy(...order)
    .limit(PAGE_SIZE + 1);
}

function toBookingPage(after: Cursor | null, found: MyBooking[]) {
  const { rows, next } = toPage(found, { size: PAGE_SIZE, isFirst: after === null, cursorOf: formatCursor });
  return { bookings: rows, next };
}

/** Holds and offers that have not expired or are being paid for, the first to expire on top. */
export function listMyHolds(userId: number, now = new Date()) {
  return db
    .select(bookingColumns)
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(
      and(
        eq(bookings.userId, userId),
        eq(bookings.status, "pending"),
        or(gt(bookings.expiresAt, now), eq(bookings.isPaying, true)),
      ),
    )
    .orderBy(asc(bookings.expiresAt))
    .limit(50);
}

/** Confirmed bookings of events that are not over, soonest first. */
export async function listUpcomingBookings(userId: number, after: Cursor | null, now = new Date()) {
  const rows = await queryPage(
    userId,
    and(
      eq(bookings.status, "confirmed"),
      gt(events.endsAt, now),
      after
        ? sql`(${events.startsAt}, ${bookings.reference}) > (${after.startsAt.toISOString()}::timestamptz, ${after.reference})`
        : undefined,
    ),
    [asc(events.startsAt), asc(bookings.reference)],
  );
  return toBookingPage(after, rows);
}

/** Past events and cancelled bookings, latest first. Holds that were never confirmed are left out. */
export async function listPastBookings(userId: number, after: Cursor | null, now = new Date()) {
  const rows = await queryPage(
    userId,
    and(
      or(
        and(eq(bookings.status, "confirmed"), lte(events.endsAt, now)),
        and(eq(bookings.status, "cancelled"), isNotNull(bookings.confirmedAt)),
      ),
      after
        ? sql`(${events.startsAt}, ${bookings.reference}) < (${after.startsAt.toISOString()}::timestamptz, ${after.reference})`
        : undefined,
    ),
    [desc(events.startsAt), desc(bookings.reference)],
  );
  return toBookingPage(after, rows);
}

export type MyBooking = Awaited<ReturnType<typeof listMyHolds>>[number];
