import "server-only";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import type { AttendeeTerms } from "./booking-filter";
import { bookingSubquery, MAX_MATCHES, matchingIds } from "./match-bookings";
import { type TicketFilter, toTicketCondition } from "./ticket-filter";

/** The tickets of an event that a search finds, each way from the index that knows it; null for more than a few. */
export async function matchTicketIds(eventId: number, narrowing: TicketFilter, words: AttendeeTerms | null) {
  const filter = toTicketCondition(eventId, narrowing);
  const ways = words ? plansForTerms(eventId, words, filter) : [planForFilter(eventId, narrowing, filter)];
  const limited = ways.map(
    (way, at) => sql`(select id, ${at}::int as way from (${way}) as way limit ${MAX_MATCHES + 1})`,
  );
  return matchingIds(await db.execute<{ id: string; way: number }>(sql.join(limited, sql` union all `)));
}

/** The booking of each ticket that stands before it. */
export const joinBooking = sql`cross join lateral ${bookingSubquery(sql`its.id = ${tickets.bookingId}`)}`;

/** The tickets of each booking that stands before them. */
export const joinTickets = sql`cross join lateral (
  select * from tickets as its where its.booking_id = ${bookings.id} offset 0) as tickets`;

// The orders below are those of the indexes to be kept to.
function planForFilter(eventId: number, { checkedIn, source, ticketTypeId }: TicketFilter, filter: SQL): SQL {
  const limit = sql`limit ${MAX_MATCHES + 1}`;
  if (checkedIn) {
    return sql`select tickets.id from ${tickets} ${joinBooking} where ${filter}
      order by ${tickets.checkedInAt}, ${tickets.bookingId} ${limit}`;
  }
  if (source && source !== "checkout") {
    const mine = and(eq(bookings.eventId, eventId), eq(bookings.source, source));
    return sql`select tickets.id from ${bookings} ${joinTickets} where ${mine} and ${filter}
      order by ${bookings.bookedAt}, ${bookings.id} ${limit}`;
  }
  if (ticketTypeId !== null) {
    return sql`select tickets.id from ${bookingItems}
      cross join lateral ${bookingSubquery(sql`its.id = ${bookingItems.bookingId}`)} ${joinTickets}
      where ${eq(bookingItems.ticketTypeId, ticketTypeId)} and ${filter} ${limit}`;
  }
  return sql`select tickets.id from ${tickets} ${joinBooking} where ${filter}
    order by ${tickets.holderName} collate "und-x-icu", ${tickets.id} ${limit}`;
}

function plansForTerms(eventId: number, { query, code }: AttendeeTerms, filter: SQL): SQL[] {
  const theirBooking = bookingSubquery(sql`its.user_id = ${users.id} and its.event_id = ${eventId}`);
  const names = [
    sql`select tickets.id from ${tickets} ${joinBooking} where ${tickets.search} @@ ${query}::tsquery and ${filter}`,
    sql`select tickets.id from ${users} cross join lateral ${theirBooking} ${joinTickets}
      where ${users.search} @@ ${query}::tsquery and ${filter}`,
  ];
  if (code === null) return names;
  return [
    ...names,
    sql`select tickets.id from ${tickets} ${joinBooking} where ${like(tickets.code, code)} and ${filter}`,
    sql`select tickets.id from ${bookings} ${joinTickets}
      where ${eq(bookings.eventId, eventId)} and ${like(bookings.reference, code)} and ${filter}`,
  ];
}
