import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";

export type EventDrift = {
  id: number;
  slug: string;
  capacity: number;
  availableTickets: number;
  waitlistTickets: number;
  /** Seats in pending and confirmed bookings. */
  taken: number;
};

export type TicketTypeDrift = { id: number; eventId: number; code: string; sold: number; taken: number };

/** Events that violate the inventory invariant: available + waitlist + taken = capacity. */
export async function auditEventInventory(db: Queryable, eventId?: number): Promise<EventDrift[]> {
  const only = eventId === undefined ? sql`true` : sql`e.id = ${eventId}`;
  const rows = await db.execute<EventDrift>(sql`
    select e.id::int as "id", e.slug, e.capacity, e.available_tickets as "availableTickets",
           e.waitlist_tickets as "waitlistTickets", coalesce(b.taken, 0)::int as "taken"
    from events e
    left join (
      select event_id, sum(number_of_tickets) as taken from bookings
      where status in ('pending', 'confirmed') group by event_id
    ) b on b.event_id = e.id
    where ${only} and e.available_tickets + e.waitlist_tickets + coalesce(b.taken, 0) <> e.capacity
    order by e.id`);
  return [...rows];
}

/** Ticket types whose `sold` differs from the sum of their items in pending and confirmed bookings. */
export async function auditTicketTypeInventory(db: Queryable, eventId?: number): Promise<TicketTypeDrift[]> {
  const only = eventId === undefined ? sql`true` : sql`t.event_id = ${eventId}`;
  const rows = await db.execute<TicketTypeDrift>(sql`
    select t.id::int as "id", t.event_id::int as "eventId", t.code, t.sold, coalesce(i.taken, 0)::int as "taken"
    from ticket_types t
    left join (
      select bi.ticket_type_id, sum(bi.quantity) as taken
      from booking_items bi join bookings b on b.id = bi.booking_id
      where b.status in ('pending', 'confirmed') group by bi.ticket_type_id
    ) i on i.ticket_type_id = t.id
    where ${only} and t.sold <> coalesce(i.taken, 0)
    order by t.id`);
  return [...rows];
}
