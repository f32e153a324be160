import { eventCount } from "@/texts/events";
import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

export type ResultCount = Pick<SearchPage, "count" | "countLimit" | "isCounted">;

/** The parts of a search, and the parameters that make each up. */
export const searchParts = {
  words: ["q"],
  city: ["city"],
  category: ["category"],
  dates: ["from", "to", "when"],
  price: ["price"],
  available: ["available"],
} as const satisfies Record<string, (keyof EventSearch)[]>;

export type SearchParts = typeof searchParts;

/** What can be left out: a part, or one of the search terms. */
export type SearchPart = keyof SearchParts | { word: string };

/** Offered where a search has no results. */
export type Alternatives = {
  /** The terms with their typing errors corrected. */
  didYouMean: ({ words: string } & ResultCount) | null;
  /** Organizers whose names are the same as the terms, or similar. */
  organizers: { slug: string; name: string }[];
  /** The same search without one part, where that has results. */
  without: ({ part: SearchPart; search: EventSearch } & ResultCount)[];
  /** Each part alone, where leaving out one part is not enough. */
  only: ({ part: keyof SearchParts; search: EventSearch } & ResultCount)[];
  /** Cities where the rest of the search has results. */
  cities: string[];
  /** The events closest to the dates of the search. */
  nearest: EventSummary[];
  /** The next events, where there is nothing else to offer. */
  next: EventSummary[];
};

/** "12 events", "More than 1,000 events". */
export function formatResultCount({ count, countLimit, isCounted }: ResultCount) {
  if (count > countLimit) return eventCount.moreThan(countLimit.toLocaleString("en"));
  return isCounted ? eventCount.exact(count) : eventCount.atLeast(count);
}
