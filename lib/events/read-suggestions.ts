import { asc, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { findCity } from "@/lib/search/find-city";
import { indexTerms, matchesClauses, queryClauses } from "@/lib/search/fold";
import { formatDay } from "@/lib/time/format";
import type { Rank } from "./cursor";
import { resolveCity } from "./resolve-city";
import { type EventSearch, type Facets, formatEventCount, searchHref } from "./schema";
import { choosePlan } from "./search-plan";
import { firstIds, runningRows, scanIndexRows } from "./search-sql";
import type { Suggestion } from "./types";

const MAX_CITIES = 2;
const MAX_EVENTS = 6;
/** Of a series, only the next event is suggested. */
const MAX_SCANNED = 24;
/** By title, then by place. */
const ranks: Rank[] = [1, 2];

/** Cities and the soonest events for terms of which the last is still being typed. Bounded. */
export async function readSuggestions(
  queryable: Queryable,
  typed: string,
  { cities, now }: { cities: Facets["cities"]; now: Date },
): Promise<Suggestion[]> {
  const inCity = resolveCity(
    { q: typed },
    cities.map(({ city }) => city),
  );
  // A city's name alone would match all its events.
  const search = inCity.search.q ? inCity.search : { q: typed };
  return [...findCitySuggestions(typed, cities), ...(await findEventSuggestions(queryable, search, now))];
}

function findCitySuggestions(typed: string, cities: Facets["cities"]): Suggestion[] {
  const clauses = queryClauses(typed);
  const names = cities.map(({ city }) => city);
  const place = findCity(typed, names);
  const isWhole = place?.rest === "";
  return cities
    .filter(
      ({ city }) => (isWhole && city === place.city) || matchesClauses(clauses, indexTerms(city, { isName: true })),
    )
    .slice(0, MAX_CITIES)
    .map(({ city, count }) => ({
      kind: "city",
      title: city,
      detail: formatEventCount(count),
      href: searchHref({ city }),
    }));
}

async function findEventSuggestions(queryable: Queryable, search: EventSearch, now: Date): Promise<Suggestion[]> {
  const { q: typed = "" } = search;
  const plan = await choosePlan(queryable, search, now);
  if (!plan || queryClauses(typed).length === 0) return [];
  const request = { search, now, limit: MAX_SCANNED, ascending: true, cursor: null, byRank: plan.byRank };
  const found = new Map<string, Suggestion>();
  for (const rank of ranks) {
    const ids = firstIds([scanIndexRows(plan, request, rank), ...runningRows(request, rank)], request);
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
      if (found.size === MAX_EVENTS) return [...found.values()];
    }
  }
  return [...found.values()];
}
