import { and, eq, like, or, type SQL, sql } from "drizzle-orm";
import { bookings, tickets, users } from "@/db/schema";
import { type AttendeeTerms, toCheckedInCondition } from "./booking-filter";
import type { TicketSearch } from "./search-schema";

export type TicketFilter = Pick<TicketSearch, "status" | "source" | "checkedIn"> & {
  ticketTypeId: number | null;
};

/** The filters of a search, without its terms; the query joins the booking where `source` is set. */
export function toTicketCondition(eventId: number, filter: TicketFilter): SQL {
  const { status = "valid", source, checkedIn, ticketTypeId } = filter;
  const condition = and(
    eq(tickets.eventId, eventId),
    status === "any" ? undefined : eq(tickets.status, status),
    source ? eq(bookings.source, source) : undefined,
    ticketTypeId === null ? undefined : eq(tickets.ticketTypeId, ticketTypeId),
    checkedIn ? toCheckedInCondition(checkedIn) : undefined,
  );
  return sql`${condition}`;
}

/** Whether a ticket matches the terms, tested row by row; the query joins its booking. */
export function ticketMatchesTerms({ query, code }: AttendeeTerms): SQL | undefined {
  return or(
    sql`${tickets.search} @@ ${query}::tsquery`,
    code === null ? undefined : or(like(tickets.code, code), like(bookings.reference, code)),
    sql`(select true from ${users} where ${eq(users.id, bookings.userId)} and ${users.search} @@ ${query}::tsquery limit 1)`,
  );
}
