import { asc, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { indexWords, isMeant, queryClauses } from "@/lib/search/fold";
import { readPlace } from "@/lib/search/place-names";
import { formatDay } from "@/lib/time/format";
import type { Rank } from "./cursor";
import { type Facets, facetCount } from "./facets";
import { type EventSearch, searchHref } from "./schema";
import { firstOf, running, walked } from "./search-ways";
import { chooseWalk } from "./search-words";
import type { Suggestion } from "./suggestion";
import { withPlace } from "./with-place";

const CITIES = 2;
const EVENTS = 6;
/** Of a series, only the next evening is offered. */
const LOOKED_AT = 24;
/** By their titles, then by where they are. */
const ranks: Rank[] = [1, 2];

/** Cities, and the soonest events, for words of which the last is still being typed. Bounded, however much they begin. */
export async function readSuggestions(
  queryable: Queryable,
  typed: string,
  { cities, now }: { cities: Facets["cities"]; now: Date },
): Promise<Suggestion[]> {
  const inCity = withPlace(
    { q: typed },
    cities.map(({ city }) => city),
  );
  // Of the city alone, all would be its events.
  const search = inCity.search.q ? inCity.search : { q: typed };
  return [...citiesMeant(typed, cities), ...(await eventsMeant(queryable, search, now))];
}

function citiesMeant(typed: string, cities: Facets["cities"]): Suggestion[] {
  const clauses = queryClauses(typed);
  const names = cities.map(({ city }) => city);
  const place = readPlace(typed, names);
  const isWhole = place?.rest === "";
  return cities
    .filter(({ city }) => (isWhole && city === place.city) || isMeant(clauses, indexWords(city, { isName: true })))
    .slice(0, CITIES)
    .map(({ city, count }) => ({
      kind: "city",
      title: city,
      detail: count === 1 ? "1 event" : `${facetCount(count)} events`,
      href: searchHref({ city }),
    }));
}

async function eventsMeant(queryable: Queryable, search: EventSearch, now: Date): Promise<Suggestion[]> {
  const { q: typed = "" } = search;
  const walk = await chooseWalk(queryable, search, now);
  if (!walk || queryClauses(typed).length === 0) return [];
  const asked = { search, now, limit: LOOKED_AT, ascending: true, cursor: null, byRank: walk.byRank };
  const found = new Map<string, Suggestion>();
  for (const rank of ranks) {
    const ids = firstOf([walked(walk, asked, rank), ...running(asked, rank)], asked);
    const rows = await queryable
      .select({
        slug: events.slug,
        name: events.name,
        city: events.city,
        startsAt: events.startsAt,
        timeZone: events.timeZone,
      })
      .from(events)
      .where(inArray(events.id, sql`(${ids})`))
      .orderBy(asc(events.startsAt), asc(events.id));
    for (const { slug, name, city, startsAt, timeZone } of rows) {
      if (found.has(name)) continue;
      const detail = `${formatDay(startsAt, timeZone)} · ${city}`;
      found.set(name, { kind: "event", title: name, detail, href: `/events/${slug}` });
      if (found.size === EVENTS) return [...found.values()];
    }
  }
  return [...found.values()];
}
