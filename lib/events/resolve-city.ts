import { findCity } from "@/lib/search/find-city";
import type { EventSearch } from "./schema";

/**
 * Turns a city in the search terms, by any of its names, into the city filter. `city` is null if the terms name none,
 * or if another city is selected.
 */
export function resolveCity(
  search: EventSearch,
  cities: readonly string[],
): { search: EventSearch; city: string | null } {
  const place = search.q ? findCity(search.q, cities) : null;
  if (!place || (search.city && search.city !== place.city)) return { search, city: null };
  const { q: _, ...filters } = search;
  return { search: { ...filters, ...(place.rest ? { q: place.rest } : {}), city: place.city }, city: place.city };
}
