import { and, eq, like, or, type SQL, sql } from "drizzle-orm";
import { bookings, tickets, users } from "@/db/schema";
import { type AttendeeTerms, toCheckedInCondition } from "./booking-filter";
import type { TicketSearch } from "./search-schema";

export type TicketFilter = Pick<TicketSearch, "status" | "source" | "checkedIn"> & {
  /** Of the type it names. */
  ticketTypeId: number | null;
};

/** The tickets a search is about, but for its words; their booking is joined where a source is asked for. */
export function toTicketCondition(eventId: number, narrowing: TicketFilter): SQL {
  const { status = "valid", source, checkedIn, ticketTypeId } = narrowing;
  const filter = and(
    eq(tickets.eventId, eventId),
    status === "any" ? undefined : eq(tickets.status, status),
    source ? eq(bookings.source, source) : undefined,
    ticketTypeId === null ? undefined : eq(tickets.ticketTypeId, ticketTypeId),
    checkedIn ? toCheckedInCondition(checkedIn) : undefined,
  );
  return sql`${filter}`;
}

/** Whether a ticket is what the words mean, judged row by row; its booking is joined. */
export function ticketMatchesTerms({ query, code }: AttendeeTerms): SQL | undefined {
  return or(
    sql`${tickets.search} @@ ${query}::tsquery`,
    code === null ? undefined : or(like(tickets.code, code), like(bookings.reference, code)),
    sql`(select true from ${users} where ${eq(users.id, bookings.userId)} and ${users.search} @@ ${query}::tsquery limit 1)`,
  );
}
