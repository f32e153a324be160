import { and, eq, isNotNull, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import type { BookingSearch } from "./search-schema";
import type { Words } from "./search-words";

export type BookingNarrowing = Pick<BookingSearch, "status" | "source" | "checkedIn"> & {
  /** Of the type it names. */
  ticketTypeId: number | null;
};

/** The bookings a search is about, but for its words. */
export function bookingFilter(eventId: number, narrowing: BookingNarrowing): SQL | undefined {
  const { source, checkedIn, ticketTypeId } = narrowing;
  return and(
    eq(bookings.eventId, eventId),
    statusFilter(narrowing.status),
    source ? eq(bookings.source, source) : undefined,
    ticketTypeId === null
      ? undefined
      : hasRow(bookingItems, and(eq(bookingItems.bookingId, bookings.id), eq(bookingItems.ticketTypeId, ticketTypeId))),
    checkedIn ? hasRow(tickets, and(eq(tickets.bookingId, bookings.id), ticketIsIn(checkedIn))) : undefined,
  );
}

/** Holds that led nowhere are not looked for unless somebody asks for them. */
function statusFilter(status: BookingSearch["status"]) {
  if (status === "any") return undefined;
  return status ? eq(bookings.status, status) : ne(bookings.status, "expired");
}

/** A valid ticket that was used, or was not. */
export function ticketIsIn(checkedIn: "yes" | "no"): SQL | undefined {
  return and(
    eq(tickets.status, "valid"),
    checkedIn === "yes" ? isNotNull(tickets.checkedInAt) : isNull(tickets.checkedInAt),
  );
}

/** Whether a booking is what the words mean, judged row by row; its user is joined. */
export function bookingHasWords({ query, code }: Words): SQL | undefined {
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
