import "server-only";
import { eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import { type BookingNarrowing, bookingFilter, ticketIsIn } from "./booking-filter";
import { FEW, fewIds } from "./few";
import type { Words } from "./search-words";

/** The bookings of an event that a search finds, each way from the index that knows it; null for more than a few. */
export async function foundBookings(eventId: number, narrowing: BookingNarrowing, words: Words | null) {
  const filter = sql`${bookingFilter(eventId, narrowing)}`;
  const ways = words ? waysOfWords(eventId, words, filter) : [wayOf(eventId, narrowing, filter)];
  const limited = ways.map((way, at) => sql`(select id, ${at}::int as way from (${way}) as way limit ${FEW + 1})`);
  return fewIds(await db.execute<{ id: string; way: number }>(sql.join(limited, sql` union all `)));
}

// The orders are those of the indexes to be kept to.
function wayOf(eventId: number, { status, checkedIn, ticketTypeId }: BookingNarrowing, filter: SQL): SQL {
  const isRare = status === "pending" || status === "cancelled" || status === "expired";
  if (checkedIn && !isRare) {
    return sql`${byTicket(eventId, sql`${ticketIsIn(checkedIn)}`, filter)}
      order by ${tickets.checkedInAt}, ${tickets.bookingId} limit ${FEW + 1}`;
  }
  if (ticketTypeId !== null && !isRare) {
    const itsBooking = bookingWhere(sql`its.id = ${bookingItems.bookingId}`);
    return sql`select bookings.id from ${bookingItems} cross join lateral ${itsBooking}
      where ${eq(bookingItems.ticketTypeId, ticketTypeId)} and ${filter}`;
  }
  return sql`select id from ${bookings} where ${filter} order by ${bookings.bookedAt}, ${bookings.id} limit ${FEW + 1}`;
}

function waysOfWords(eventId: number, { query, code }: Words, filter: SQL): SQL[] {
  const theirBooking = bookingWhere(sql`its.user_id = ${users.id} and its.event_id = ${eventId}`);
  const names = [
    sql`select bookings.id from ${users} cross join lateral ${theirBooking} where ${users.search} @@ ${query}::tsquery and ${filter}`,
    byTicket(eventId, sql`${tickets.search} @@ ${query}::tsquery`, filter),
  ];
  if (code === null) return names;
  const byReference = sql`select id from ${bookings} where ${filter} and ${like(bookings.reference, code)}`;
  return [...names, byReference, byTicket(eventId, like(tickets.code, code), filter)];
}

function byTicket(eventId: number, match: SQL, filter: SQL): SQL {
  const itsBooking = bookingWhere(sql`its.id = ${tickets.bookingId}`);
  return sql`select bookings.id from ${tickets} cross join lateral ${itsBooking}
    where ${eq(tickets.eventId, eventId)} and ${match} and ${filter}`;
}

/**
 * One look-up for each row that stands before it: OFFSET 0 keeps the planner from joining them by reading all
 * bookings there are, which seems cheap to it as long as one event has most of them.
 */
export function bookingWhere(condition: SQL): SQL {
  return sql`(select * from bookings as its where ${condition} offset 0) as bookings`;
}
