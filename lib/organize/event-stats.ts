import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { ticketTypes } from "@/db/schema";

export type EventStats = {
  sold: number;
  held: number;
  waiting: number;
  /** Seats requested by waiting entries. */
  seatsWaitedFor: number;
  checkedIn: number;
  tickets: number;
  /** Minor units, of confirmed bookings. */
  revenue: number;
  soldLastWeek: number;
};

/** An event's stats in one round trip, from index-only scans where the visibility map allows. */
export async function getEventStats(eventId: number): Promise<EventStats> {
  const [stats] = await db.execute<EventStats>(sql`
    select b.*, w.*, t.* from
      (select coalesce(sum(number_of_tickets) filter (where status = 'confirmed'), 0)::int as sold,
        coalesce(sum(number_of_tickets) filter (where status = 'pending'), 0)::int as held,
        coalesce(sum(total_price) filter (where status = 'confirmed'), 0)::float8 as revenue,
        coalesce(sum(number_of_tickets) filter (where status = 'confirmed'
          and booked_at > now() - interval '7 days'), 0)::int as "soldLastWeek"
       from bookings where event_id = ${eventId} and status in ('confirmed', 'pending')) b,
      (select count(*)::int as waiting, coalesce(sum(quantity), 0)::int as "seatsWaitedFor"
       from waitlist_entries where event_id = ${eventId} and status = 'waiting') w,
      (select
        (select count(*)::int from tickets where event_id = ${eventId} and status = 'valid') as tickets,
        (select count(*)::int from tickets
         where event_id = ${eventId} and status = 'valid' and checked_in_at is not null) as "checkedIn") t`);
  if (!stats) throw new Error("an aggregate answered no row");
  return stats;
}

/** Sold and held tickets of each ticket type, in the event's order. */
export function listTicketTypeStats(eventId: number) {
  return db
    .select({
      code: ticketTypes.code,
      name: ticketTypes.name,
      price: ticketTypes.price,
      quota: ticketTypes.quota,
      sold: ticketTypes.sold,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}
