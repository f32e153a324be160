import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";

/** The data by which an import recognises an organizer's events. */
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

/** The number of confirmed bookings by published event. */
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

/** Complete rows of these events, if they belong to the organizer. */
export function loadEventRows(organizerId: number, eventIds: number[]) {
  const isAmong = sql`${events.id} in (select value::bigint from json_array_elements_text(${JSON.stringify(eventIds)}::json))`;
  return db
    .select()
    .from(events)
    .where(and(eq(events.organizerId, organizerId), isAmong));
}
