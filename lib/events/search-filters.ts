import { and, eq, gt, gte, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { events, eventWords, ticketTypes } from "@/db/schema";
import { searchQuery } from "@/lib/search/vector";
import { currentDaysByZone } from "@/lib/time/current-days-by-zone";
import { eventsRunningAt, lastDayColumn, sellsUntilColumn } from "./columns";
import type { Rank } from "./cursor";
import type { EventSearch } from "./schema";

const hasOpened = (table: typeof events | typeof ticketTypes, now: Date) =>
  sql`(${table.salesStartAt} is null or ${table.salesStartAt} <= ${now.toISOString()})`;

const hasTicketType = (condition: SQL | undefined) =>
  sql`exists (select 1 from ${ticketTypes} where ${eq(ticketTypes.eventId, events.id)} and ${condition})`;

const canBeBooked = (now: Date) =>
  and(
    gt(events.availableTickets, 0),
    hasOpened(events, now),
    sql`${sellsUntilColumn} > ${now.toISOString()}`,
    hasTicketType(
      and(
        sql`(${ticketTypes.quota} is null or ${ticketTypes.sold} < ${ticketTypes.quota})`,
        hasOpened(ticketTypes, now),
        sql`(${ticketTypes.salesEndAt} is null or ${ticketTypes.salesEndAt} > ${now.toISOString()})`,
      ),
    ),
  );

const shift = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Lists have no past events, so an event that started by today is on today. */
function isOnPresetAt(when: NonNullable<EventSearch["when"]>, today: string) {
  const beganBy = (day: string) => lte(events.startsOn, day);
  if (when === "today") return beganBy(today);
  // Monday is 1.
  const weekday = ((new Date(today).getUTCDay() + 6) % 7) + 1;
  if (when === "weekend") {
    return and(beganBy(shift(today, 7 - weekday)), gte(lastDayColumn, shift(today, Math.max(0, 6 - weekday))));
  }
  const [year = 0, month = 0] = today.split("-").map(Number);
  return beganBy(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
}

/**
 * "Today" depends on each event's time zone. The days come from this runtime's time zone data, by which the events were
 * entered, and not from the database's.
 */
function isOnPreset(when: NonNullable<EventSearch["when"]>, now: Date) {
  const inPlaces = currentDaysByZone(now).map(({ day, zones }) =>
    and(sql`${events.timeZone} = any(${`{${zones.join(",")}}`}::text[])`, isOnPresetAt(when, day)),
  );
  return or(...inPlaces, and(eq(events.isZoneUnsettled, true), isOnPresetAt(when, now.toISOString().slice(0, 10))));
}

const presetDays = { today: 2, weekend: 8, month: 32 };

/** A day begins within 16 hours of its UTC midnight everywhere, as no zone is further from UTC. */
const midnight = (day: string) => sql`${day}::date::timestamp at time zone 'UTC'`;
const anyZone = sql`interval '16 hours'`;
const ANY_ZONE_MS = 16 * 3_600_000;
const DAY_MS = 86_400_000;
/** The latest date that PostgreSQL reads in plain ISO format. */
const LATEST = Date.UTC(9_999, 11, 31);

/**
 * The instants between which all matches take place. For days it is too wide by a zone's offset, which `onDays`
 * corrects.
 */
function dateRange({ from, to, when }: EventSearch, now: Date) {
  const after = Math.max(now.getTime(), from ? Date.parse(from) - ANY_ZONE_MS - 1 : 0);
  let before: number | null = null;
  if (to) before = Date.parse(to) + DAY_MS + ANY_ZONE_MS;
  else if (when) before = now.getTime() + presetDays[when] * DAY_MS + 1;
  return { after, before: before && Math.min(before, LATEST) };
}

/** Where a page begins; `condition` is the same in SQL. */
export type CursorBound = { startsAt: number; ascending: boolean; condition: SQL };

/**
 * The conditions for an index on the start. Each bound is stated once, by the cursor or the search, whichever is
 * narrower: with two, an index scan may begin at the wider one and read everything in between.
 */
function isStartWithin(
  startsAt: typeof events.startsAt | typeof eventWords.startsAt,
  search: EventSearch,
  now: Date,
  beyond: CursorBound | null,
) {
  const { after, before } = dateRange(search, now);
  const isNarrower =
    beyond && (beyond.ascending ? beyond.startsAt > after : before === null || beyond.startsAt < before);
  const cursor = isNarrower ? beyond : null;
  return and(
    cursor?.ascending ? cursor.condition : gt(startsAt, new Date(after)),
    cursor && !cursor.ascending ? cursor.condition : before === null ? undefined : lt(startsAt, new Date(before)),
  );
}

/** Conditions for an index of `event_words`. */
export function indexScope(search: EventSearch, now: Date, beyond: CursorBound | null = null): SQL | undefined {
  return and(
    search.city ? eq(eventWords.city, search.city) : undefined,
    isStartWithin(eventWords.startsAt, search, now, beyond),
  );
}

/** Further conditions on `event_words`. They are exact, or `mayAsk` allows a look at the event itself. */
export function indexedFilters(search: EventSearch, mayAsk = sql`true`): SQL | undefined {
  return and(
    search.category ? eq(eventWords.category, search.category) : undefined,
    search.price === "free" ? eq(eventWords.hasFree, true) : undefined,
    search.price === "paid" ? eq(eventWords.hasPaid, true) : undefined,
    isOnDays(search, mayAsk),
  );
}

/** Checks the event's own row. A scalar subquery, so that no plan turns it into a join with all events. */
const eventMatches = (condition: SQL) =>
  sql`(select true from ${events} where ${events.id} = ${eventWords.eventId} and ${condition})`;

const isWithinDays = ({ from, to }: EventSearch) =>
  and(from ? gte(lastDayColumn, from) : undefined, to ? lte(events.startsOn, to) : undefined);

/** Only near its edges does a day depend on the event's time zone. */
function isOnDays(search: EventSearch, mayAsk: SQL) {
  const { from, to } = search;
  if (!from && !to) return undefined;
  const inside = and(
    from ? gte(eventWords.startsAt, sql`${midnight(from)} + ${anyZone}`) : undefined,
    to ? lt(eventWords.startsAt, sql`${midnight(to)} + interval '1 day' - ${anyZone}`) : undefined,
  );
  const exactly = isWithinDays(search);
  return exactly && sql`((${inside}) or (${mayAsk} and ${eventMatches(exactly)}))`;
}

/** Conditions that need the event's own row, and so are only for a few events. */
export function rowFilters(search: EventSearch, check: SQL | undefined, now: Date): SQL | undefined {
  const condition = and(
    check,
    search.when ? isOnPreset(search.when, now) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
  return condition && eventMatches(condition);
}

/** All events, in the order of the index. */
export const anyRank = sql`${eventWords.rank} = any ('{1,2,3}'::int2[])`;

/** Text search queries by the rank of the events that match. */
export type RankQueries = Record<Rank, string>;

export const isMatchedBy = (query: string) => sql`${events.search} @@ ${query}::tsquery`;

/** The event has exactly this rank. */
export const isOfRank = (queries: RankQueries, rank: Rank) =>
  and(isMatchedBy(queries[rank]), rank === 1 ? undefined : sql`not (${isMatchedBy(queries[rank === 3 ? 2 : 1])})`);

/** The rank of an event that matches. */
export const rankOf = (queries: RankQueries) =>
  sql<Rank>`case when ${isMatchedBy(queries[1])} then 1 when ${isMatchedBy(queries[2])} then 2 else 3 end`;

/** The whole search except its terms and its dates, as a condition on events. */
function eventFilters(search: EventSearch, now: Date): SQL | undefined {
  return and(
    search.city ? eq(events.city, search.city) : undefined,
    search.category ? eq(events.category, search.category) : undefined,
    isWithinDays(search),
    search.when ? isOnPreset(search.when, now) : undefined,
    search.price === "free" ? hasTicketType(eq(ticketTypes.price, 0)) : undefined,
    search.price === "paid" ? hasTicketType(gt(ticketTypes.price, 0)) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
}

/** Upcoming events that match the search; `query` is for its terms. */
export function upcomingMatches(
  search: EventSearch,
  query: string,
  now: Date,
  beyond: CursorBound | null,
): SQL | undefined {
  return and(
    eq(events.status, "published"),
    isStartWithin(events.startsAt, search, now, beyond),
    isMatchedBy(query),
    eventFilters(search, now),
  );
}

/**
 * Events that are already running where the search begins. Upcoming events all start later. Null if the page begins
 * after them.
 */
export function runningMatches(
  search: EventSearch,
  now: Date,
  beyond: CursorBound | null,
): { from: SQL; where: SQL } | null {
  const { after } = dateRange(search, now);
  if (beyond?.ascending && beyond.startsAt > after) return null;
  const where = and(
    beyond?.condition,
    search.q ? isMatchedBy(searchQuery(search.q)) : undefined,
    eventFilters(search, now),
  );
  return { from: eventsRunningAt(new Date(after)), where: where ?? sql`true` };
}
