import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import type { Alternatives } from "./alternatives";
import { getFacets } from "./queries";
import { readAlternatives } from "./read-alternatives";
import { readSearchPage } from "./read-search-page";
import { readSuggestions } from "./read-suggestions";
import type { EventSearch } from "./schema";
import { EVENTS_TAG } from "./tags";
import type { SearchPage, Suggestion } from "./types";

/** A page of search results, cached for a minute. */
export async function searchEvents(search: EventSearch): Promise<SearchPage> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife({ stale: 30, revalidate: 60, expire: 300 });
  return readSearchPage(db, search);
}

/** Alternatives to a search without results. */
export async function searchAlternatives(search: EventSearch): Promise<Alternatives> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife({ stale: 30, revalidate: 60, expire: 300 });
  const { cities } = await getFacets();
  return readAlternatives(db, search, { cities: cities.map(({ city }) => city), now: new Date() });
}

/** Suggestions below the search field. */
export async function suggestEvents(typed: string): Promise<Suggestion[]> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife({ stale: 30, revalidate: 60, expire: 300 });
  const { cities } = await getFacets();
  return readSuggestions(db, typed, { cities, now: new Date() });
}
