import "server-only";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import type { AttendeeTerms } from "./booking-filter";
import { bookingSubquery, MAX_MATCHES, matchingIds } from "./match-bookings";
import { type TicketFilter, toTicketCondition } from "./ticket-filter";

/** The ids of the tickets that a search finds, each plan from its own index; null above `MAX_MATCHES`. */
export async function matchTicketIds(eventId: number, filter: TicketFilter, terms: AttendeeTerms | null) {
  const condition = toTicketCondition(eventId, filter);
  const plans = terms ? plansForTerms(eventId, terms, condition) : [planForFilter(eventId, filter, condition)];
  const limited = plans.map(
    (plan, at) => sql`(select id, ${at}::int as plan from (${plan}) as matches limit ${MAX_MATCHES + 1})`,
  );
  return matchingIds(await db.execute<{ id: string; plan: number }>(sql.join(limited, sql` union all `)));
}

/** The booking of each ticket on its left. */
export const joinBooking = sql`cross join lateral ${bookingSubquery(sql`its.id = ${tickets.bookingId}`)}`;

/** The tickets of each booking on its left. */
export const joinTickets = sql`cross join lateral (
  select * from tickets as its where its.booking_id = ${bookings.id} offset 0) as tickets`;

// Each order is that of the index to use.
function planForFilter(eventId: number, { checkedIn, source, ticketTypeId }: TicketFilter, filter: SQL): SQL {
  const limit = sql`limit ${MAX_MATCHES + 1}`;
  if (checkedIn) {
    return sql`select tickets.id from ${tickets} ${joinBooking} where ${filter}
      order by ${tickets.checkedInAt}, ${tickets.bookingId} ${limit}`;
  }
  if (source && source !== "checkout") {
    const hasSource = and(eq(bookings.eventId, eventId), eq(bookings.source, source));
    return sql`select tickets.id from ${bookings} ${joinTickets} where ${hasSource} and ${filter}
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
  const byName = [
    sql`select tickets.id from ${tickets} ${joinBooking} where ${tickets.search} @@ ${query}::tsquery and ${filter}`,
    sql`select tickets.id from ${users} cross join lateral ${theirBooking} ${joinTickets}
      where ${users.search} @@ ${query}::tsquery and ${filter}`,
  ];
  if (code === null) return byName;
  return [
    ...byName,
    sql`select tickets.id from ${tickets} ${joinBooking} where ${like(tickets.code, code)} and ${filter}`,
    sql`select tickets.id from ${bookings} ${joinTickets}
      where ${eq(bookings.eventId, eventId)} and ${like(bookings.reference, code)} and ${filter}`,
  ];
}
