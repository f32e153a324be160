import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

export type Count = Pick<SearchPage, "count" | "countLimit" | "isCounted">;

/** A part of a search that can be left out; of its words, all or one. */
export type Part = "words" | "city" | "category" | "dates" | "price" | "available" | { word: string };

/** Where a search that found nothing may lead instead. */
export type Alternatives = {
  /** What the words were probably meant to be. */
  didYouMean: ({ words: string } & Count) | null;
  /** By names that are what was typed, or like it. */
  organizers: { slug: string; name: string }[];
  /** The same search without a part of it, where that finds something. */
  without: ({ part: Part; search: EventSearch } & Count)[];
  /** Other cities where the rest of the search finds something. */
  cities: string[];
  /** The closest in time to the days that were asked for. */
  nearest: EventSummary[];
};
