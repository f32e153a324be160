import { findCity } from "@/lib/search/find-city";
import type { EventSearch } from "./schema";

/**
 * A search as it is carried out: a city among the words, by whichever of its names, is where the events are looked for.
 * `city` is null where none is, or where another city was chosen.
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
