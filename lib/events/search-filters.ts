import { and, eq, gt, gte, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { events, eventWords, ticketTypes } from "@/db/schema";
import { searchQuery } from "@/lib/search/vector";
import { daysOfZones } from "@/lib/time/days-of-zones";
import type { Rank } from "./cursor";
import { eventsOnAt, lastDay } from "./on-at";
import type { EventSearch } from "./schema";
import { sellsUntilColumn } from "./sells-until-column";

const hasOpened = (table: typeof events | typeof ticketTypes, now: Date) =>
  sql`(${table.salesStartAt} is null or ${table.salesStartAt} <= ${now.toISOString()})`;

const ofEvent = (condition: SQL | undefined) =>
  sql`exists (select 1 from ${ticketTypes} where ${eq(ticketTypes.eventId, events.id)} and ${condition})`;

const canBeBooked = (now: Date) =>
  and(
    gt(events.availableTickets, 0),
    hasOpened(events, now),
    sql`${sellsUntilColumn} > ${now.toISOString()}`,
    ofEvent(
      and(
        sql`(${ticketTypes.quota} is null or ${ticketTypes.sold} < ${ticketTypes.quota})`,
        hasOpened(ticketTypes, now),
        sql`(${ticketTypes.salesEndAt} is null or ${ticketTypes.salesEndAt} > ${now.toISOString()})`,
      ),
    ),
  );

const shift = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** What is over is in no list, so whatever began by today is on today. */
function onPresetOf(when: NonNullable<EventSearch["when"]>, today: string) {
  const beganBy = (day: string) => lte(events.startsOn, day);
  if (when === "today") return beganBy(today);
  // Monday is 1.
  const weekday = ((new Date(today).getUTCDay() + 6) % 7) + 1;
  if (when === "weekend") {
    return and(beganBy(shift(today, 7 - weekday)), gte(lastDay, shift(today, Math.max(0, 6 - weekday))));
  }
  const [year = 0, month = 0] = today.split("-").map(Number);
  return beganBy(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
}

/**
 * "Today" is each event's own: an evening in Tokyo is over before Lisbon wakes up to it. Which day it is where is known
 * by the rules that the events were entered by, and not by the database's.
 */
function onPreset(when: NonNullable<EventSearch["when"]>, now: Date) {
  const inPlaces = daysOfZones(now).map(({ day, zones }) =>
    and(sql`${events.timeZone} = any(${`{${zones.join(",")}}`}::text[])`, onPresetOf(when, day)),
  );
  return or(...inPlaces, and(eq(events.isZoneUnsettled, true), onPresetOf(when, now.toISOString().slice(0, 10))));
}

const presetDays = { today: 2, weekend: 8, month: 32 };

/** A day begins within 16 hours of this everywhere: no zone is further from UTC. */
const midnight = (day: string) => sql`${day}::date::timestamp at time zone 'UTC'`;
const anyZone = sql`interval '16 hours'`;
const ANY_ZONE_MS = 16 * 3_600_000;
const DAY_MS = 86_400_000;
/** Nothing later can be written for PostgreSQL in a plain ISO date. */
const LATEST = Date.UTC(9_999, 11, 31);

/** Between which instants all of it goes on; too wide by a zone where days are asked for, which `onDays` puts right. */
function spanOf({ from, to, when }: EventSearch, now: Date) {
  const after = Math.max(now.getTime(), from ? Date.parse(from) - ANY_ZONE_MS - 1 : 0);
  let before: number | null = null;
  if (to) before = Date.parse(to) + DAY_MS + ANY_ZONE_MS;
  else if (when) before = now.getTime() + presetDays[when] * DAY_MS + 1;
  return { after, before: before && Math.min(before, LATEST) };
}

/** From where on a page is wanted: `condition` says the same to the database. */
export type Beyond = { startsAt: number; ascending: boolean; condition: SQL };

/**
 * What an index on the start can find. Each end is said once, by the cursor or by the search, whichever is narrower:
 * of two, an index scan may begin at the wider one, and read all that lies between.
 */
function startsWithin(
  startsAt: typeof events.startsAt | typeof eventWords.startsAt,
  search: EventSearch,
  now: Date,
  beyond: Beyond | null,
) {
  const { after, before } = spanOf(search, now);
  const isNarrower =
    beyond && (beyond.ascending ? beyond.startsAt > after : before === null || beyond.startsAt < before);
  const cursor = isNarrower ? beyond : null;
  return and(
    cursor?.ascending ? cursor.condition : gt(startsAt, new Date(after)),
    cursor && !cursor.ascending ? cursor.condition : before === null ? undefined : lt(startsAt, new Date(before)),
  );
}

/** Where in an index of `event_words` to look. */
export function scopeOf(search: EventSearch, now: Date, beyond: Beyond | null = null): SQL | undefined {
  return and(
    search.city ? eq(eventWords.city, search.city) : undefined,
    startsWithin(eventWords.startsAt, search, now, beyond),
  );
}

/** What `event_words` can tell of an event besides, or nearly always; `mayAsk`: whether the event itself is asked then. */
export function wordsTell(search: EventSearch, mayAsk = sql`true`): SQL | undefined {
  return and(
    search.category ? eq(eventWords.category, search.category) : undefined,
    search.price === "free" ? eq(eventWords.hasFree, true) : undefined,
    search.price === "paid" ? eq(eventWords.hasPaid, true) : undefined,
    onDays(search, mayAsk),
  );
}

/** Asks the event itself. A scalar subquery, so that no plan turns it into a join with all events. */
const asked = (condition: SQL) =>
  sql`(select true from ${events} where ${events.id} = ${eventWords.eventId} and ${condition})`;

const withinDays = ({ from, to }: EventSearch) =>
  and(from ? gte(lastDay, from) : undefined, to ? lte(events.startsOn, to) : undefined);

/** Only next to the edges does a day depend on the event's zone. */
function onDays(search: EventSearch, mayAsk: SQL) {
  const { from, to } = search;
  if (!from && !to) return undefined;
  const inside = and(
    from ? gte(eventWords.startsAt, sql`${midnight(from)} + ${anyZone}`) : undefined,
    to ? lt(eventWords.startsAt, sql`${midnight(to)} + interval '1 day' - ${anyZone}`) : undefined,
  );
  const exactly = withinDays(search);
  return exactly && sql`((${inside}) or (${mayAsk} and ${asked(exactly)}))`;
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

/** All there are, as an index reads them: one after the other. */
export const anyRank = sql`${eventWords.rank} = any ('{1,2,3}'::int2[])`;

/** Text search queries of words that events have, by how well an event fits that matches. */
export type Queries = Record<Rank, string>;

export const isMatchedBy = (query: string) => sql`${events.search} @@ ${query}::tsquery`;

/** That an event fits as well as `rank` says, and no better. */
export const isOfRank = (queries: Queries, rank: Rank) =>
  and(isMatchedBy(queries[rank]), rank === 1 ? undefined : sql`not (${isMatchedBy(queries[rank === 3 ? 2 : 1])})`);

/** The rank of an event that matches. */
export const rankOf = (queries: Queries) =>
  sql<Rank>`case when ${isMatchedBy(queries[1])} then 1 when ${isMatchedBy(queries[2])} then 2 else 3 end`;

/** The whole search but its words and where in time to look, as a condition on events. */
function onEvents(search: EventSearch, now: Date): SQL | undefined {
  return and(
    search.city ? eq(events.city, search.city) : undefined,
    search.category ? eq(events.category, search.category) : undefined,
    withinDays(search),
    search.when ? onPreset(search.when, now) : undefined,
    search.price === "free" ? ofEvent(eq(ticketTypes.price, 0)) : undefined,
    search.price === "paid" ? ofEvent(gt(ticketTypes.price, 0)) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
}

/** Events to come that the search asks for, `query` for its words. */
export function toCome(search: EventSearch, query: string, now: Date, beyond: Beyond | null): SQL | undefined {
  return and(
    eq(events.status, "published"),
    startsWithin(events.startsAt, search, now, beyond),
    isMatchedBy(query),
    onEvents(search, now),
  );
}

/**
 * Events that are on already where the search begins: those to come all start later. Null where what lies beyond
 * starts later anyway.
 */
export function onAlready(search: EventSearch, now: Date, beyond: Beyond | null): { from: SQL; where: SQL } | null {
  const { after } = spanOf(search, now);
  if (beyond?.ascending && beyond.startsAt > after) return null;
  const where = and(
    beyond?.condition,
    search.q ? isMatchedBy(searchQuery(search.q)) : undefined,
    onEvents(search, now),
  );
  return { from: eventsOnAt(new Date(after)), where: where ?? sql`true` };
}
