import { and, eq, gt, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { events, eventWords, ticketTypes } from "@/db/schema";
import { wordPrefixes } from "@/lib/search/word-prefix";
import type { EventSearch } from "./schema";

const openAt = (table: typeof events | typeof ticketTypes, now: Date) =>
  and(
    sql`(${table.salesStartAt} is null or ${table.salesStartAt} <= ${now.toISOString()})`,
    sql`(${table.salesEndAt} is null or ${table.salesEndAt} > ${now.toISOString()})`,
  );

const ofEvent = (condition: SQL | undefined) =>
  sql`exists (select 1 from ${ticketTypes} where ${eq(ticketTypes.eventId, events.id)} and ${condition})`;

const canBeBooked = (now: Date) =>
  and(
    gt(events.availableTickets, 0),
    openAt(events, now),
    ofEvent(
      and(sql`(${ticketTypes.quota} is null or ${ticketTypes.sold} < ${ticketTypes.quota})`, openAt(ticketTypes, now)),
    ),
  );

/** "Today" is each event's own: an evening in Tokyo is over before Lisbon wakes up to it. */
function onPreset(when: NonNullable<EventSearch["when"]>, now: Date) {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${events.timeZone})::date`;
  const weekday = sql`extract(isodow from ${today})::int`;
  return {
    today: sql`${events.startsOn} = ${today}`,
    weekend: sql`${events.startsOn} between ${today} + greatest(0, 6 - ${weekday}) and ${today} + (7 - ${weekday})`,
    month: sql`date_trunc('month', ${events.startsOn}) = date_trunc('month', ${today})`,
  }[when];
}

const presetDays = { today: 2, weekend: 8, month: 32 };

/** A day begins within 16 hours of this everywhere: no zone is further from UTC. */
const midnight = (day: string) => sql`${day}::date::timestamp at time zone 'UTC'`;
const anyZone = sql`interval '16 hours'`;

/** What an index on the start can find; too wide by a zone where days are asked for, which `onlyEventsTell` puts right. */
function startsWithin(startsAt: typeof events.startsAt | typeof eventWords.startsAt, search: EventSearch, now: Date) {
  return and(
    gt(startsAt, now),
    search.from ? gte(startsAt, sql`${midnight(search.from)} - ${anyZone}`) : undefined,
    search.to ? lt(startsAt, sql`${midnight(search.to)} + interval '1 day' + ${anyZone}`) : undefined,
    search.when ? lte(startsAt, new Date(now.getTime() + presetDays[search.when] * 86_400_000)) : undefined,
  );
}

/** Where in an index of `event_words` to look. */
export function scopeOf(search: EventSearch, now: Date): SQL | undefined {
  return and(
    search.city ? eq(eventWords.city, search.city) : undefined,
    startsWithin(eventWords.startsAt, search, now),
  );
}

/** What `event_words` can tell of an event besides, or nearly always. */
export function wordsTell(search: EventSearch): SQL | undefined {
  return and(
    search.category ? eq(eventWords.category, search.category) : undefined,
    search.price === "free" ? eq(eventWords.hasFree, true) : undefined,
    search.price === "paid" ? eq(eventWords.hasPaid, true) : undefined,
    onDays(search),
  );
}

/** Asks the event itself. A scalar subquery, so that no plan turns it into a join with all events. */
const asked = (condition: SQL) =>
  sql`(select true from ${events} where ${events.id} = ${eventWords.eventId} and ${condition})`;

/** Only next to the edges does a day depend on the event's zone. */
function onDays({ from, to }: EventSearch) {
  if (!from && !to) return undefined;
  const inside = and(
    from ? gte(eventWords.startsAt, sql`${midnight(from)} + ${anyZone}`) : undefined,
    to ? lt(eventWords.startsAt, sql`${midnight(to)} + interval '1 day' - ${anyZone}`) : undefined,
  );
  const exactly = and(from ? gte(events.startsOn, from) : undefined, to ? lte(events.startsOn, to) : undefined);
  return exactly && sql`((${inside}) or ${asked(exactly)})`;
}

/** What only the event's own row can tell, and so is worth asking of a few events only. */
export function onlyEventsTell(search: EventSearch, check: SQL | undefined, now: Date): SQL | undefined {
  const condition = and(
    check,
    search.when ? onPreset(search.when, now) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
  return condition && asked(condition);
}

export const hasWords = (words: string) => sql`${events.search} @@ ${wordPrefixes(words)}`;

/** The whole search as a condition on events, `query` for its words. */
export function onEvents(search: EventSearch, query: string, now: Date): SQL | undefined {
  return and(
    eq(events.status, "published"),
    startsWithin(events.startsAt, search, now),
    sql`${events.search} @@ ${query}::tsquery`,
    search.city ? eq(events.city, search.city) : undefined,
    search.category ? eq(events.category, search.category) : undefined,
    search.from ? gte(events.startsOn, search.from) : undefined,
    search.to ? lte(events.startsOn, search.to) : undefined,
    search.when ? onPreset(search.when, now) : undefined,
    search.price === "free" ? ofEvent(eq(ticketTypes.price, 0)) : undefined,
    search.price === "paid" ? ofEvent(gt(ticketTypes.price, 0)) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
}
