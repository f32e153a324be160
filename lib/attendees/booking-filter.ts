import { and, eq, gt, isNotNull, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { bookingItems, bookings, payments, tickets, users } from "@/db/schema";
import { peopleQuery } from "@/lib/search/vector";
import type { BookingSearch } from "./search-schema";

export type BookingFilter = Pick<BookingSearch, "status" | "source" | "checkedIn" | "payment"> & {
  ticketTypeId: number | null;
};

/** The filters of a search, without its terms. */
export function toBookingCondition(eventId: number, filter: BookingFilter): SQL | undefined {
  const { source, checkedIn, payment, ticketTypeId } = filter;
  return and(
    eq(bookings.eventId, eventId),
    toStatusCondition(filter.status),
    source ? eq(bookings.source, source) : undefined,
    ticketTypeId === null
      ? undefined
      : hasRow(bookingItems, and(eq(bookingItems.bookingId, bookings.id), eq(bookingItems.ticketTypeId, ticketTypeId))),
    payment ? toPaymentCondition(payment) : undefined,
    checkedIn ? hasRow(tickets, and(eq(tickets.bookingId, bookings.id), toCheckedInCondition(checkedIn))) : undefined,
  );
}

/** `paid`: in full or in part. `unpaid`: something is to be paid, and nothing was. */
function toPaymentCondition(payment: NonNullable<BookingSearch["payment"]>): SQL | undefined {
  const ofBooking = and(eq(payments.eventId, bookings.eventId), eq(payments.bookingId, bookings.id));
  if (payment === "refunded") return hasRow(payments, and(ofBooking, gt(payments.refundedAmount, 0)));
  if (payment === "paid") return hasRow(payments, and(ofBooking, gt(payments.capturedAmount, payments.refundedAmount)));
  const wasPaid = hasRow(payments, and(ofBooking, eq(payments.status, "captured")));
  return and(gt(bookings.totalPrice, 0), sql`${wasPaid} is null`);
}

/** Without a status, expired holds are left out. */
function toStatusCondition(status: BookingSearch["status"]) {
  if (status === "any") return undefined;
  return status ? eq(bookings.status, status) : ne(bookings.status, "expired");
}

export function toCheckedInCondition(checkedIn: "yes" | "no"): SQL | undefined {
  return and(
    eq(tickets.status, "valid"),
    checkedIn === "yes" ? isNotNull(tickets.checkedInAt) : isNull(tickets.checkedInAt),
  );
}

/** Whether a booking matches the terms, tested row by row; the query joins its user. */
export function bookingMatchesTerms({ query, code }: AttendeeTerms): SQL | undefined {
  return or(
    sql`${users.search} @@ ${query}::tsquery`,
    code === null ? undefined : like(bookings.reference, code),
    hasRow(
      tickets,
      and(
        eq(tickets.bookingId, bookings.id),
        or(sql`${tickets.search} @@ ${query}::tsquery`, code === null ? undefined : like(tickets.code, code)),
      ),
    ),
  );
}

/** "exists" in a form that the planner answers row by row from an index; it never hashes the whole table. */
function hasRow(table: typeof tickets | typeof bookingItems | typeof payments, condition: SQL | undefined): SQL {
  return sql`(select true from ${table} where ${condition} limit 1)`;
}

const MIN_CODE_LENGTH = 3;

export type AttendeeTerms = {
  /** A tsquery that matches prefixes of every word. */
  query: string;
  /** A LIKE pattern for references and ticket codes; null where the text can be neither. */
  code: string | null;
};

/** Search terms from typed text; null where there are none or the text is too short. */
export function parseAttendeeTerms(typed: string | undefined): AttendeeTerms | null {
  const text = (typed ?? "").replaceAll("\0", " ").trim();
  if (text === "" || isSearchTooShort(text)) return null;
  const compact = text.replace(/[\s-]/g, "").toUpperCase();
  const isCode = compact.length >= MIN_CODE_LENGTH && /^[0-9A-Z]{1,16}$/.test(compact);
  return { query: peopleQuery(text), code: isCode ? `${compact}%` : null };
}

/** A single Latin, Cyrillic or Greek letter matches too many names. In other scripts one character can be a name. */
export function isSearchTooShort(typed: string | undefined) {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u.test((typed ?? "").trim());
}
