import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Scope, sinceFilter } from "./scope";

export type Source = "checkout" | "waitlist" | "organizer";
export type BookingStatus = "pending" | "confirmed" | "cancelled" | "expired";

type Counted = { currency: string; bookings: number; tickets: number; revenue: number };
/** Sales in a bucket of time, including those that were cancelled later. */
export type SoldByTime = Counted & { at: string };
/** All bookings; `sold` ones were confirmed at some time. */
export type BookingsByStatus = Counted & { source: Source; status: BookingStatus; sold: boolean };
/** Confirmed bookings by event. */
export type SoldByEvent = Counted & { eventId: number };

export type Sales = {
  precision: "hour" | "day";
  byTime: SoldByTime[];
  byStatus: BookingsByStatus[];
  byEvent: SoldByEvent[];
};

type Row = Counted & {
  kind: "time" | "made" | "event";
  at: string | null;
  eventId: number;
  source: Source;
  status: BookingStatus;
  sold: boolean;
  hourly: boolean;
};

/**
 * Bookings by time, by source and status, and by event if there are several; each event's bookings are read once. Times
 * are in each event's zone: hours if the bookings of a single event were made within three days, else days.
 */
export async function readSales({ events, since, isOne }: Scope): Promise<Sales> {
  const rows = await db.execute<Row>(sql`
    with scope as materialized (${events}),
    grain as materialized (select ${isOne ? areBookedWithinDays(3) : sql`false`} as hourly),
    counted as (
      select s.id as event_id, st.status, x.*, x.at is not null as sold
      from scope s
      cross join (values ('pending'::booking_status), ('confirmed'), ('cancelled'), ('expired')) as st (status)
      cross join lateral (
        select ${bucketColumn(sql`b.confirmed_at`)} as at, b.source, b.currency,
          count(*) as bookings, sum(b.number_of_tickets) as tickets, sum(b.total_price) as revenue
        from bookings b
        where b.event_id = s.id and b.status = st.status ${sinceFilter(sql`b.booked_at`, since)}
        group by 1, 2, 3) x)
    select case when grouping(source) = 0 then 'made' ${isOne ? sql`` : sql`when grouping(event_id) = 0 then 'event'`} else 'time' end as kind,
      to_char(at, 'YYYY-MM-DD"T"HH24:MI') as at, ${isOne ? sql`null` : sql`event_id`}::float8 as "eventId", source, status, sold, currency,
      sum(bookings)::int as bookings, sum(tickets)::int as tickets, sum(revenue)::float8 as revenue,
      (select hourly from grain) as hourly
    from counted
    group by grouping sets ((at, currency), (source, status, sold, currency)
      ${isOne ? sql`` : sql`, (event_id, status, currency)`})
    order by at`);
  return {
    precision: rows[0]?.hourly ? "hour" : "day",
    byTime: rows.flatMap(({ kind, at, ...row }) => (kind === "time" && at ? [{ ...row, at }] : [])),
    byStatus: rows.filter(({ kind }) => kind === "made"),
    byEvent: rows.filter(({ kind, status }) => kind === "event" && status === "confirmed"),
  };
}

/** Whether the single event's bookings were all made within so many days. Both ends come from an index. */
export function areBookedWithinDays(days: number) {
  const end = (direction: "asc" | "desc") => sql`(select booked_at from bookings
    where event_id = (select id from scope) order by booked_at ${sql.raw(direction)}, id ${sql.raw(direction)} limit 1)`;
  return sql`coalesce(${end("desc")} - ${end("asc")} < make_interval(days => ${days}), false)`;
}

/** The hour or day of a moment in the event's zone. */
export function bucketColumn(at: SQL): SQL {
  const local = sql`(${at} at time zone s.time_zone)`;
  return sql`case when (select hourly from grain) then date_trunc('hour', ${local}) else ${local}::date::timestamp end`;
}
