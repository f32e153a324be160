import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";

/** The events of an organizer as an import recognises them. */
export function listKnownEvents(organizerId: number) {
  return db
    .select({
      id: events.id,
      slug: events.slug,
      status: events.status,
      name: events.name,
      venue: events.venue,
      city: events.city,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      version: events.version,
      importKey: events.importKey,
      importAliases: events.importAliases,
      importHash: events.importHash,
    })
    .from(events)
    .where(eq(events.organizerId, organizerId))
    .orderBy(events.startsAt, events.id);
}

export type KnownEvent = Awaited<ReturnType<typeof listKnownEvents>>[number];

/** How many people each of these published events has confirmed bookings of. */
export async function countBookedPeople(organizerId: number, eventIds: number[]): Promise<Map<number, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db.execute<{ id: number; people: number }>(sql`
    select b.event_id::int as id, count(*)::int as people
    from bookings b join events e on e.id = b.event_id
    where e.organizer_id = ${organizerId} and b.status = 'confirmed'
      and b.event_id in (select value::bigint from json_array_elements_text(${JSON.stringify(eventIds)}::json))
    group by 1`);
  return new Map(rows.map(({ id, people }) => [Number(id), people]));
}

/** Those of these events that are its organizer's, whole. */
export function loadEventRows(organizerId: number, eventIds: number[]) {
  const isAmong = sql`${events.id} in (select value::bigint from json_array_elements_text(${JSON.stringify(eventIds)}::json))`;
  return db
    .select()
    .from(events)
    .where(and(eq(events.organizerId, organizerId), isAmong));
}
