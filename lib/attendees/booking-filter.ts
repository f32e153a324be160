import { and, eq, isNotNull, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import { peopleQuery } from "@/lib/search/vector";
import type { BookingSearch } from "./search-schema";

export type BookingFilter = Pick<BookingSearch, "status" | "source" | "checkedIn"> & {
  /** Of the type it names. */
  ticketTypeId: number | null;
};

/** The bookings a search is about, but for its words. */
export function toBookingCondition(eventId: number, narrowing: BookingFilter): SQL | undefined {
  const { source, checkedIn, ticketTypeId } = narrowing;
  return and(
    eq(bookings.eventId, eventId),
    toStatusCondition(narrowing.status),
    source ? eq(bookings.source, source) : undefined,
    ticketTypeId === null
      ? undefined
      : hasRow(bookingItems, and(eq(bookingItems.bookingId, bookings.id), eq(bookingItems.ticketTypeId, ticketTypeId))),
    checkedIn ? hasRow(tickets, and(eq(tickets.bookingId, bookings.id), toCheckedInCondition(checkedIn))) : undefined,
  );
}

/** Holds that led nowhere are not looked for unless somebody asks for them. */
function toStatusCondition(status: BookingSearch["status"]) {
  if (status === "any") return undefined;
  return status ? eq(bookings.status, status) : ne(bookings.status, "expired");
}

/** A valid ticket that was used, or was not. */
export function toCheckedInCondition(checkedIn: "yes" | "no"): SQL | undefined {
  return and(
    eq(tickets.status, "valid"),
    checkedIn === "yes" ? isNotNull(tickets.checkedInAt) : isNull(tickets.checkedInAt),
  );
}

/** Whether a booking is what the words mean, judged row by row; its user is joined. */
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

/** "exists", in a form that is answered row by row from an index, and not by reading the whole table beforehand. */
function hasRow(table: typeof tickets | typeof bookingItems, condition: SQL | undefined): SQL {
  return sql`(select true from ${table} where ${condition} limit 1)`;
}

const MIN_CODE_LENGTH = 3;

export type AttendeeTerms = {
  /** A tsquery: every word, or the beginning of one. */
  query: string;
  /** What a reference or a ticket's code would begin with; null where it can be neither. */
  code: string | null;
};

/** What was typed, as it is looked for. Null where it is too short to tell anybody from anybody else. */
export function parseAttendeeTerms(typed: string | undefined): AttendeeTerms | null {
  const text = (typed ?? "").replaceAll("\0", " ").trim();
  if (text === "" || isSearchTooShort(text)) return null;
  const compact = text.replace(/[\s-]/g, "").toUpperCase();
  const isCode = compact.length >= MIN_CODE_LENGTH && /^[0-9A-Z]{1,16}$/.test(compact);
  return { query: peopleQuery(text), code: isCode ? `${compact}%` : null };
}

/** One letter begins half of all names. Of scripts that write whole names with one, it is enough. */
export function isSearchTooShort(typed: string | undefined) {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u.test((typed ?? "").trim());
}
