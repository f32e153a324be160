import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Audience } from "./detail";

/**
 * The people of an audience, as rows of user_id and booking_id, each person once. For a cancelled event they include
 * the people whose bookings and waitlist entries were cancelled with it.
 */
export function audienceQuery(eventId: number, audience: Audience): SQL {
  switch (audience.kind) {
    case "all":
      return bookedPeopleQuery(eventId, sql`true`);
    case "type":
      return bookedPeopleQuery(
        eventId,
        sql`exists (
          select from booking_items i join ticket_types t on t.id = i.ticket_type_id
          where i.booking_id = b.id and t.code = ${audience.code})`,
      );
    case "waitlist":
      return sql`
        select user_id, null::bigint as booking_id from waitlist_entries
        where event_id = ${eventId} and status in ('waiting', 'offered')
        union all
        select r.user_id, null from operations o join operation_recipients r on r.operation_id = o.id
        where o.event_id = ${eventId} and o.kind = 'event_cancellation' and r.booking_id is null`;
    case "references":
      // Includes cancelled bookings, as they were chosen one by one. A person with two bookings counts once.
      return sql`
        select user_id, max(id) as booking_id from bookings
        where event_id = ${eventId} and reference in ${audience.references} group by user_id`;
  }
}

function bookedPeopleQuery(eventId: number, also: SQL): SQL {
  return sql`
    select b.user_id, b.id as booking_id from bookings b
    where b.event_id = ${eventId} and b.status = 'confirmed' and ${also}
    union all
    select r.user_id, b.id from operations o
    join operation_recipients r on r.operation_id = o.id join bookings b on b.id = r.booking_id
    where o.event_id = ${eventId} and o.kind = 'event_cancellation' and ${also}`;
}

/** The size of an audience, and how many of these people unsubscribed from this organizer. */
export async function countAudience(event: { id: number; organizerId: number }, audience: Audience) {
  const [size] = await db.execute<{ people: number; optedOut: number }>(sql`
    select count(*)::int as "people", count(o.user_id)::int as "optedOut"
    from (${audienceQuery(event.id, audience)}) p
    left join message_optouts o on o.organizer_id = ${event.organizerId} and o.user_id = p.user_id`);
  return size ?? { people: 0, optedOut: 0 };
}
