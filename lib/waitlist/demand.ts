import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

export type WaitlistDemand = {
  waiting: number;
  /** Seats requested by waiting entries. */
  seats: number;
  offered: number;
  seatsOffered: number;
  /** Entries that no longer wait. */
  over: number;
  /** Most requested first; a null name stands for entries that accept any type. */
  types: { name: string | null; waiting: number; seats: number }[];
};

/** The demand of a waitlist, in one round trip. */
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
