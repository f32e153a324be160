import "server-only";
import { eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import { type AttendeeTerms, type BookingFilter, toBookingCondition, toCheckedInCondition } from "./booking-filter";

/** The bookings of an event that a search finds, each way from the index that knows it; null for more than a few. */
export async function matchBookingIds(eventId: number, narrowing: BookingFilter, words: AttendeeTerms | null) {
  const filter = sql`${toBookingCondition(eventId, narrowing)}`;
  const ways = words ? plansForTerms(eventId, words, filter) : [planForFilter(eventId, narrowing, filter)];
  const limited = ways.map(
    (way, at) => sql`(select id, ${at}::int as way from (${way}) as way limit ${MAX_MATCHES + 1})`,
  );
  return matchingIds(await db.execute<{ id: string; way: number }>(sql.join(limited, sql` union all `)));
}

// The orders are those of the indexes to be kept to.
function planForFilter(eventId: number, { status, checkedIn, ticketTypeId }: BookingFilter, filter: SQL): SQL {
  const isRare = status === "pending" || status === "cancelled" || status === "expired";
  if (checkedIn && !isRare) {
    return sql`${planByTicket(eventId, sql`${toCheckedInCondition(checkedIn)}`, filter)}
      order by ${tickets.checkedInAt}, ${tickets.bookingId} limit ${MAX_MATCHES + 1}`;
  }
  if (ticketTypeId !== null && !isRare) {
    const itsBooking = bookingSubquery(sql`its.id = ${bookingItems.bookingId}`);
    return sql`select bookings.id from ${bookingItems} cross join lateral ${itsBooking}
      where ${eq(bookingItems.ticketTypeId, ticketTypeId)} and ${filter}`;
  }
  return sql`select id from ${bookings} where ${filter} order by ${bookings.bookedAt}, ${bookings.id} limit ${MAX_MATCHES + 1}`;
}

function plansForTerms(eventId: number, { query, code }: AttendeeTerms, filter: SQL): SQL[] {
  const theirBooking = bookingSubquery(sql`its.user_id = ${users.id} and its.event_id = ${eventId}`);
  const names = [
    sql`select bookings.id from ${users} cross join lateral ${theirBooking} where ${users.search} @@ ${query}::tsquery and ${filter}`,
    planByTicket(eventId, sql`${tickets.search} @@ ${query}::tsquery`, filter),
  ];
  if (code === null) return names;
  const byReference = sql`select id from ${bookings} where ${filter} and ${like(bookings.reference, code)}`;
  return [...names, byReference, planByTicket(eventId, like(tickets.code, code), filter)];
}

function planByTicket(eventId: number, match: SQL, filter: SQL): SQL {
  const itsBooking = bookingSubquery(sql`its.id = ${tickets.bookingId}`);
  return sql`select bookings.id from ${tickets} cross join lateral ${itsBooking}
    where ${eq(tickets.eventId, eventId)} and ${match} and ${filter}`;
}

/**
 * One look-up for each row that stands before it: OFFSET 0 keeps the planner from joining them by reading all
 * bookings there are, which seems cheap to it as long as one event has most of them.
 */
export function bookingSubquery(condition: SQL): SQL {
  return sql`(select * from bookings as its where ${condition} offset 0) as bookings`;
}

/**
 * So many rows are picked out and sorted; beyond, whatever is looked for is so common that reading the list in its
 * order meets it soon enough. Counting stops here as well: nobody reads further.
 */
export const MAX_MATCHES = 2_000;

/** The ids found in one of several ways; null for more than a few. */
export function matchingIds(found: Iterable<{ id: string; way: number }>): number[] | null {
  const counts = new Map<number, number>();
  const ids = new Set<number>();
  for (const { id, way } of found) {
    counts.set(way, (counts.get(way) ?? 0) + 1);
    ids.add(Number(id));
  }
  return ids.size > MAX_MATCHES || [...counts.values()].some((count) => count > MAX_MATCHES) ? null : [...ids];
}
