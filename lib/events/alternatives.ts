import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

export type ResultCount = Pick<SearchPage, "count" | "countLimit" | "isCounted">;

/** The parts of a search, by the parameters that they are. */
export const searchParts = {
  words: ["q"],
  city: ["city"],
  category: ["category"],
  dates: ["from", "to", "when"],
  price: ["price"],
  available: ["available"],
} as const satisfies Record<string, (keyof EventSearch)[]>;

export type SearchParts = typeof searchParts;

/** What can be left out: a part, or one of the words. */
export type SearchPart = keyof SearchParts | { word: string };

/** Where a search that found nothing may lead instead. */
export type Alternatives = {
  /** What the words were probably meant to be. */
  didYouMean: ({ words: string } & ResultCount) | null;
  /** By names that are what was typed, or like it. */
  organizers: { slug: string; name: string }[];
  /** The same search without a part of it, where that finds something. */
  without: ({ part: SearchPart; search: EventSearch } & ResultCount)[];
  /** Each part by itself, where leaving out one of them is not enough. */
  only: ({ part: keyof SearchParts; search: EventSearch } & ResultCount)[];
  /** Other cities where the rest of the search finds something. */
  cities: string[];
  /** The closest in time to the days that were asked for. */
  nearest: EventSummary[];
  /** The next events that there are, where there is no other way on. */
  next: EventSummary[];
};

/** "12 events", "More than 1,000 events". */
export function formatResultCount({ count, countLimit, isCounted }: ResultCount) {
  if (count > countLimit) return `More than ${countLimit.toLocaleString("en")} events`;
  if (!isCounted) return count === 1 ? "At least 1 event" : `At least ${count.toLocaleString("en")} events`;
  return count === 1 ? "1 event" : `${count.toLocaleString("en")} events`;
}
