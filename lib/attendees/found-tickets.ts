import "server-only";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import { FEW, fewIds } from "./few";
import { bookingWhere } from "./found-bookings";
import type { Words } from "./search-words";
import { type TicketNarrowing, ticketFilter } from "./ticket-filter";

/** The tickets of an event that a search finds, each way from the index that knows it; null for more than a few. */
export async function foundTickets(eventId: number, narrowing: TicketNarrowing, words: Words | null) {
  const filter = ticketFilter(eventId, narrowing);
  const ways = words ? waysOfWords(eventId, words, filter) : [wayOf(eventId, narrowing, filter)];
  const limited = ways.map((way, at) => sql`(select id, ${at}::int as way from (${way}) as way limit ${FEW + 1})`);
  return fewIds(await db.execute<{ id: string; way: number }>(sql.join(limited, sql` union all `)));
}

/** The booking of each ticket that stands before it. */
export const withBooking = sql`cross join lateral ${bookingWhere(sql`its.id = ${tickets.bookingId}`)}`;

/** The tickets of each booking that stands before them. */
export const withTickets = sql`cross join lateral (
  select * from tickets as its where its.booking_id = ${bookings.id} offset 0) as tickets`;

// The orders below are those of the indexes to be kept to.
function wayOf(eventId: number, { checkedIn, source, ticketTypeId }: TicketNarrowing, filter: SQL): SQL {
  const limit = sql`limit ${FEW + 1}`;
  if (checkedIn) {
    return sql`select tickets.id from ${tickets} ${withBooking} where ${filter}
      order by ${tickets.checkedInAt}, ${tickets.bookingId} ${limit}`;
  }
  if (source && source !== "checkout") {
    const mine = and(eq(bookings.eventId, eventId), eq(bookings.source, source));
    return sql`select tickets.id from ${bookings} ${withTickets} where ${mine} and ${filter}
      order by ${bookings.bookedAt}, ${bookings.id} ${limit}`;
  }
  if (ticketTypeId !== null) {
    return sql`select tickets.id from ${bookingItems}
      cross join lateral ${bookingWhere(sql`its.id = ${bookingItems.bookingId}`)} ${withTickets}
      where ${eq(bookingItems.ticketTypeId, ticketTypeId)} and ${filter} ${limit}`;
  }
  return sql`select tickets.id from ${tickets} ${withBooking} where ${filter}
    order by ${tickets.holderName} collate "und-x-icu", ${tickets.id} ${limit}`;
}

function waysOfWords(eventId: number, { query, code }: Words, filter: SQL): SQL[] {
  const theirBooking = bookingWhere(sql`its.user_id = ${users.id} and its.event_id = ${eventId}`);
  const names = [
    sql`select tickets.id from ${tickets} ${withBooking} where ${tickets.search} @@ ${query}::tsquery and ${filter}`,
    sql`select tickets.id from ${users} cross join lateral ${theirBooking} ${withTickets}
      where ${users.search} @@ ${query}::tsquery and ${filter}`,
  ];
  if (code === null) return names;
  return [
    ...names,
    sql`select tickets.id from ${tickets} ${withBooking} where ${like(tickets.code, code)} and ${filter}`,
    sql`select tickets.id from ${bookings} ${withTickets}
      where ${eq(bookings.eventId, eventId)} and ${like(bookings.reference, code)} and ${filter}`,
  ];
}
