import "server-only";
import { eq, like, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, users } from "@/db/schema";
import { type AttendeeTerms, type BookingFilter, toBookingCondition, toCheckedInCondition } from "./booking-filter";

/** The ids of the bookings that a search finds, each plan from its own index; null above `MAX_MATCHES`. */
export async function matchBookingIds(eventId: number, filter: BookingFilter, terms: AttendeeTerms | null) {
  const condition = sql`${toBookingCondition(eventId, filter)}`;
  const plans = terms ? plansForTerms(eventId, terms, condition) : [planForFilter(eventId, filter, condition)];
  const limited = plans.map(
    (plan, at) => sql`(select id, ${at}::int as plan from (${plan}) as matches limit ${MAX_MATCHES + 1})`,
  );
  return matchingIds(await db.execute<{ id: string; plan: number }>(sql.join(limited, sql` union all `)));
}

// Each order is that of the index to use.
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
  const byName = [
    sql`select bookings.id from ${users} cross join lateral ${theirBooking} where ${users.search} @@ ${query}::tsquery and ${filter}`,
    planByTicket(eventId, sql`${tickets.search} @@ ${query}::tsquery`, filter),
  ];
  if (code === null) return byName;
  const byReference = sql`select id from ${bookings} where ${filter} and ${like(bookings.reference, code)}`;
  return [...byName, byReference, planByTicket(eventId, like(tickets.code, code), filter)];
}

function planByTicket(eventId: number, match: SQL, filter: SQL): SQL {
  const itsBooking = bookingSubquery(sql`its.id = ${tickets.bookingId}`);
  return sql`select bookings.id from ${tickets} cross join lateral ${itsBooking}
    where ${eq(tickets.eventId, eventId)} and ${match} and ${filter}`;
}

/**
 * One index look-up for each row on its left. OFFSET 0 keeps the planner from a join that reads all bookings, which
 * looks cheap to it while one event has most of them.
 */
export function bookingSubquery(condition: SQL): SQL {
  return sql`(select * from bookings as its where ${condition} offset 0) as bookings`;
}

/**
 * Up to this many matches are collected and sorted. Above it, matches are so common that a scan in list order finds a
 * page of them quickly; the exact count is given up as well.
 */
export const MAX_MATCHES = 2_000;

/** The union of what the plans found; null where that, or one plan, is above `MAX_MATCHES`. */
export function matchingIds(found: Iterable<{ id: string; plan: number }>): number[] | null {
  const counts = new Map<number, number>();
  const ids = new Set<number>();
  for (const { id, plan } of found) {
    counts.set(plan, (counts.get(plan) ?? 0) + 1);
    ids.add(Number(id));
  }
  return ids.size > MAX_MATCHES || [...counts.values()].some((count) => count > MAX_MATCHES) ? null : [...ids];
}
