import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

export type TicketTypeSalesData = {
  name: string;
  price: number;
  quota: number | null;
  /** In confirmed bookings. */
  tickets: number;
  revenue: number;
  /** Valid tickets, and how many of them were scanned. */
  valid: number;
  attended: number;
};

/** Confirmed sales and attendance by ticket type. */
export function readTicketTypeSales(eventId: number): Promise<TicketTypeSalesData[]> {
  return db.execute<TicketTypeSalesData>(sql`
    with scope as materialized (select id from events where id = ${eventId}),
    sold as (
      select x.* from scope s cross join (values ('confirmed'::booking_status)) as st (status)
      cross join lateral (
        select i.ticket_type_id, sum(i.quantity) as tickets, sum(i.quantity::bigint * i.unit_price) as revenue
        from bookings b join booking_items i on i.booking_id = b.id
        where b.event_id = s.id and b.status = st.status group by 1) x),
    came as (
      select x.* from scope s cross join (values ('valid'::ticket_status)) as st (status)
      cross join lateral (
        select t.ticket_type_id, count(*) as valid, count(t.checked_in_at) as attended
        from tickets t where t.event_id = s.id and t.status = st.status group by 1) x)
    select t.name, t.price, t.quota, coalesce(sold.tickets, 0)::int as tickets,
      coalesce(sold.revenue, 0)::float8 as revenue, coalesce(came.valid, 0)::int as valid,
      coalesce(came.attended, 0)::int as attended
    from ticket_types t
    left join sold on sold.ticket_type_id = t.id
    left join came on came.ticket_type_id = t.id
    where t.event_id = ${eventId}
    order by t.position, t.id`);
}
