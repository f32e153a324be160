import { and, asc, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, ticketTypes } from "@/db/schema";
import { movedTimes, movedWindow } from "./moved-times";

const salesWindowColumns = (table: typeof events | typeof ticketTypes) => ({
  salesStartAt: table.salesStartAt,
  salesEndAt: table.salesEndAt,
  salesStartAtWall: table.salesStartAtWall,
  salesEndAtWall: table.salesEndAtWall,
});

/**
 * Finds the events, in one page of those that have not ended, with an instant that no longer fits its wall clock by
 * this runtime's rules. `next` is the cursor of the next page, or null at the end.
 */
export async function findMovedEvents(db: Queryable, after: number, limit: number) {
  const page = await db
    .select({
      id: events.id,
      ...salesWindowColumns(events),
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      startsAtWall: events.startsAtWall,
      endsAtWall: events.endsAtWall,
      timeZone: events.timeZone,
      isZoneUnsettled: events.isZoneUnsettled,
    })
    .from(events)
    .where(and(gt(events.id, after), ne(events.status, "cancelled"), gt(events.endsAt, sql`now()`)))
    .orderBy(asc(events.id))
    .limit(limit);
  const types = await db
    .select({ eventId: ticketTypes.eventId, ...salesWindowColumns(ticketTypes) })
    .from(ticketTypes)
    .where(
      and(
        inArray(
          ticketTypes.eventId,
          page.map(({ id }) => id),
        ),
        or(sql`${ticketTypes.salesStartAt} is not null`, sql`${ticketTypes.salesEndAt} is not null`),
      ),
    );
  const byId = new Map(page.map((event) => [event.id, event]));
  const moved = new Set(page.filter((event) => movedTimes(event) || movedWindow(event, event)).map(({ id }) => id));
  for (const type of types) {
    const event = byId.get(type.eventId);
    if (event && movedWindow(type, event)) moved.add(type.eventId);
  }
  return { eventIds: [...moved], looked: page.length, next: page.length < limit ? null : (page.at(-1)?.id ?? null) };
}
