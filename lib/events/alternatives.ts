import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

export type Count = Pick<SearchPage, "count" | "countLimit" | "isCounted">;

/** The parts of a search, by the parameters that they are. */
export const parts = {
  words: ["q"],
  city: ["city"],
  category: ["category"],
  dates: ["from", "to", "when"],
  price: ["price"],
  available: ["available"],
} as const satisfies Record<string, (keyof EventSearch)[]>;

export type Parts = typeof parts;

/** What can be left out: a part, or one of the words. */
export type Part = keyof Parts | { word: string };

/** Where a search that found nothing may lead instead. */
export type Alternatives = {
  /** What the words were probably meant to be. */
  didYouMean: ({ words: string } & Count) | null;
  /** By names that are what was typed, or like it. */
  organizers: { slug: string; name: string }[];
  /** The same search without a part of it, where that finds something. */
  without: ({ part: Part; search: EventSearch } & Count)[];
  /** Each part by itself, where leaving out one of them is not enough. */
  only: ({ part: keyof Parts; search: EventSearch } & Count)[];
  /** Other cities where the rest of the search finds something. */
  cities: string[];
  /** The closest in time to the days that were asked for. */
  nearest: EventSummary[];
  /** The next events that there are, where there is no other way on. */
  next: EventSummary[];
};
