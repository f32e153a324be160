import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { areBookedWithinDays, bucketColumn } from "./sales";
import { type Scope, sinceFilter } from "./scope";

type Counted = { currency: string; bookings: number; tickets: number; revenue: number };
export type CancelledByTime = Counted & { at: string };
export type CancelledByLead = { lead: number; bookings: number; tickets: number };
export type Cancellations = { byTime: CancelledByTime[]; byLead: CancelledByLead[] };

/** Cancelled bookings by time of cancellation and by lead time before the start. Released holds don't count. */
export async function readCancellations({ events, since, isOne }: Scope): Promise<Cancellations> {
  const rows = await db.execute<Counted & { kind: "time" | "lead"; at: string; lead: number }>(sql`
    with scope as materialized (${events}),
    grain as materialized (select ${isOne ? areBookedWithinDays(3) : sql`false`} as hourly),
    counted as (
      select x.*
      from scope s cross join (values ('cancelled'::booking_status)) as st (status)
      cross join lateral (
        select ${bucketColumn(sql`b.cancelled_at`)} as at,
          case when b.cancelled_at > s.starts_at then 6 when b.cancelled_at > s.starts_at - interval '24 hours' then 5
            when b.cancelled_at > s.starts_at - interval '72 hours' then 4
            when b.cancelled_at > s.starts_at - interval '168 hours' then 3
            when b.cancelled_at > s.starts_at - interval '336 hours' then 2
            when b.cancelled_at > s.starts_at - interval '672 hours' then 1 else 0 end as lead,
          b.currency, count(*) as bookings, sum(b.number_of_tickets) as tickets, sum(b.total_price) as revenue
        from bookings b
        where b.event_id = s.id and b.status = st.status and b.confirmed_at is not null
          ${sinceFilter(sql`b.booked_at`, since)}
        group by 1, 2, 3) x)
    select case when grouping(lead) = 0 then 'lead' else 'time' end as kind, to_char(at, 'YYYY-MM-DD"T"HH24:MI') as at,
      lead, currency, sum(bookings)::int as bookings, sum(tickets)::int as tickets, sum(revenue)::float8 as revenue
    from counted group by grouping sets ((at, currency), (lead)) order by at, lead`);
  return { byTime: rows.filter(({ kind }) => kind === "time"), byLead: rows.filter(({ kind }) => kind === "lead") };
}
