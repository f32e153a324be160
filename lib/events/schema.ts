import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";
import { datePresets, eventCount, searchProblems } from "@/texts/events";
import { categories } from "./categories";
import { decodeCursor } from "./cursor";

// PostgreSQL has no year 0.
const day = z.iso.date().refine((text) => text >= "0001");

/** Values that break the rule of their parameter are dropped and reported. */
const parameters = {
  q: typedText().min(1).max(100),
  city: typedText().min(1).max(100),
  category: z.enum(Object.keys(categories) as [keyof typeof categories, ...(keyof typeof categories)[]]),
  when: z.enum(Object.keys(datePresets) as [keyof typeof datePresets, ...(keyof typeof datePresets)[]]),
  from: day,
  to: day,
  price: z.enum(["free", "paid"]),
  available: z.literal("1"),
  sort: z.enum(["soonest", "latest"]),
  after: z.string().refine((text) => decodeCursor(text) !== null),
  before: z.string().refine((text) => decodeCursor(text) !== null),
};

type Name = keyof typeof parameters;
export type EventSearch = { [Key in Name]?: z.infer<(typeof parameters)[Key]> };
type RawParams = Record<string, string | string[] | undefined>;

const problemMessages: Record<Name, string> = {
  ...searchProblems,
  after: searchProblems.page,
  before: searchProblems.page,
};

export type ParsedSearch = { search: EventSearch; problems: string[] };

/** `problems` describes the parameters that were not valid. */
export function parseSearch(raw: RawParams): ParsedSearch {
  const search: Record<string, string> = {};
  const found = new Set<string>();
  for (const name of Object.keys(parameters) as Name[]) {
    const value = [raw[name]].flat()[0];
    // A GET form sends its empty fields, too.
    if (value === undefined || value.trim() === "") continue;
    const result = parameters[name].safeParse(value);
    if (result.success) search[name] = result.data;
    else found.add(problemMessages[name]);
  }
  if (search.from && search.to && search.from > search.to) {
    found.add(searchProblems.datesSwapped);
    [search.from, search.to] = [search.to, search.from];
  }
  // Dates are more specific than a preset, and a page has one cursor.
  if (search.from || search.to) delete search.when;
  if (search.after) delete search.before;
  return { search: search as EventSearch, problems: [...found] };
}

/** Unless one was chosen, the best matches come first. */
export const sortOrderOf = ({ sort, q }: EventSearch): "best" | "soonest" | "latest" =>
  sort ?? (q ? "best" : "soonest");

/** Only set parameters, in a fixed order: the same search always has the same address. */
export function searchHref(search: EventSearch, change: Partial<Record<Name, string | undefined>> = {}) {
  const merged: Partial<Record<Name, string | undefined>> = {
    ...search,
    after: undefined,
    before: undefined,
    ...change,
  };
  const query = new URLSearchParams();
  for (const name of Object.keys(parameters) as Name[]) {
    const value = merged[name];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? (`/events?${query}` as const) : ("/events" as const);
}

export type Facets = {
  cities: { city: string; country: string; count: number }[];
  categories: { category: string; count: number }[];
};

/** Counting stops here: one more stands for any higher number. */
export const FACET_LIMIT = 1_000;

const facetLimit = FACET_LIMIT.toLocaleString("en");

export function formatFacetCount(count: number): string {
  return count > FACET_LIMIT ? `${facetLimit}+` : `${count}`;
}

export function formatEventCount(count: number): string {
  return count > FACET_LIMIT ? eventCount.orMore(facetLimit) : eventCount.exact(count);
}
