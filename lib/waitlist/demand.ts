import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

export type WaitlistDemand = {
  waiting: number;
  /** Seats that those who wait have asked for. */
  seats: number;
  offered: number;
  seatsOffered: number;
  /** How many wait no longer. */
  over: number;
  /** The most wanted first; a null name stands for those who take any type. */
  types: { name: string | null; waiting: number; seats: number }[];
};

/** What is waited for, in one round trip. */
export async function findWaitlistDemand(eventId: number): Promise<WaitlistDemand> {
  const [demand] = await db.execute<WaitlistDemand>(sql`
    with waited as (
      select ticket_type_id, count(*)::int as waiting, sum(quantity)::int as seats
      from waitlist_entries where event_id = ${eventId} and status = 'waiting' group by ticket_type_id)
    select o.*, w.*,
      (select count(*)::int from waitlist_entries
       where event_id = ${eventId} and status in ('converted', 'expired', 'left')) as over
    from
      (select coalesce(sum(waiting), 0)::int as waiting, coalesce(sum(seats), 0)::int as seats,
        coalesce(json_agg(json_build_object('name', t.name, 'waiting', waiting, 'seats', seats)
          order by seats desc), '[]') as types
       from waited left join ticket_types t on t.id = waited.ticket_type_id) w,
      (select count(*)::int as offered, coalesce(sum(b.number_of_tickets), 0)::int as "seatsOffered"
       from waitlist_entries e left join bookings b on b.id = e.booking_id
       where e.event_id = ${eventId} and e.status = 'offered') o`);
  if (!demand) throw new Error("an aggregate answered no row");
  return demand;
}
