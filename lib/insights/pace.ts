import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

const MAX_EARLIER_EVENTS = 4;
/** How many earlier events are searched for ones with sales. */
const MAX_SCANNED = 100;

export type PaceEvent = { slug: string; name: string; capacity: number; isThis: boolean; days: Map<number, number> };

/**
 * Net tickets by whole days before the start: of an event, and of its organizer's last earlier events with sales, those
 * of the same category first. Bookings count when confirmed; cancellations are subtracted.
 */
export async function readPace(event: { id: number }): Promise<PaceEvent[]> {
  const rows = await db.execute<{
    slug: string;
    name: string;
    capacity: number;
    isThis: boolean;
    day: number | null;
    tickets: number | null;
  }>(sql`
    with mine as materialized (select id, organizer_id, category, starts_at from events where id = ${event.id}),
    before as (
      select e.id, e.category = m.category as alike, e.starts_at
      from mine m cross join lateral (
        select id, category, starts_at from events
        where organizer_id = m.organizer_id and starts_at < least(m.starts_at, now()) and status = 'published'
        order by starts_at desc, id desc limit ${MAX_SCANNED}) e
      where exists (select from bookings b where b.event_id = e.id and b.status = 'confirmed')
      order by alike desc, e.starts_at desc limit ${MAX_EARLIER_EVENTS}),
    scope as materialized (
      select id, starts_at, false as is_before from mine union all select id, starts_at, true from before),
    paced as (
      select s.id, x.bin, sum(x.tickets) as tickets
      from scope s cross join (values ('confirmed'::booking_status), ('cancelled')) as st (status)
      cross join lateral (
        select date_bin('1 day', b.confirmed_at, s.starts_at) as bin, sum(b.number_of_tickets) as tickets
        from bookings b where b.event_id = s.id and b.status = st.status and b.confirmed_at is not null group by 1
        union all
        select date_bin('1 day', b.cancelled_at, s.starts_at), -sum(b.number_of_tickets)
        from bookings b where b.event_id = s.id and b.status = st.status and b.confirmed_at is not null
          and b.cancelled_at is not null group by 1) x
      group by 1, 2)
    select e.slug, e.name, e.capacity, not s.is_before as "isThis",
      round(extract(epoch from s.starts_at - p.bin) / 86400)::int as day, p.tickets::int
    from scope s join events e on e.id = s.id left join paced p on p.id = s.id
    order by s.is_before, s.starts_at desc, s.id, p.bin`);
  const events = new Map<string, PaceEvent>();
  for (const { slug, day, tickets, ...about } of rows) {
    const found = events.get(slug) ?? { slug, ...about, days: new Map<number, number>() };
    if (day !== null && tickets !== null) found.days.set(day, tickets);
    events.set(slug, found);
  }
  return [...events.values()];
}
