import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";
import { categories } from "./categories";
import { decodeCursor } from "./cursor";

export const datePresets = { today: "Today", weekend: "This weekend", month: "This month" } as const;

// PostgreSQL knows no year 0.
const day = z.iso.date().refine((text) => text >= "0001");

/** One rule for each search parameter of the URL. A value that breaks its rule is dropped, and said so. */
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
  q: "The search words were too long, so they were left out.",
  city: "The city was not understood, so events everywhere are shown.",
  category: "There is no such category, so all are shown.",
  when: "The dates were not understood, so all are shown.",
  from: "The first date was not a date, so it was left out.",
  to: "The last date was not a date, so it was left out.",
  price: "The price filter was not understood, so free and paid events are shown.",
  available: "The filter for available events was not understood, so all are shown.",
  sort: "The order was not understood, so the usual one is kept.",
  after: "That page was not understood, so this is the first one.",
  before: "That page was not understood, so this is the first one.",
};

export type ParsedSearch = { search: EventSearch; problems: string[] };

/** What the URL asks for, and in words what of it could not be understood. */
export function parseSearch(raw: RawParams): ParsedSearch {
  const search: Record<string, string> = {};
  const found = new Set<string>();
  for (const name of Object.keys(parameters) as Name[]) {
    const value = [raw[name]].flat()[0];
    // A plain GET form sends every field, also the empty ones.
    if (value === undefined || value.trim() === "") continue;
    const result = parameters[name].safeParse(value);
    if (result.success) search[name] = result.data;
    else found.add(problemMessages[name]);
  }
  if (search.from && search.to && search.from > search.to) {
    found.add("The last date was before the first, so they were swapped.");
    [search.from, search.to] = [search.to, search.from];
  }
  // Dates say more than a preset, and one list has one place.
  if (search.from || search.to) delete search.when;
  if (search.after) delete search.before;
  return { search: search as EventSearch, problems: [...found] };
}

/** What comes first: unless something was chosen, what fits the words best. */
export const sortOrderOf = ({ sort, q }: EventSearch): "best" | "soonest" | "latest" =>
  sort ?? (q ? "best" : "soonest");

/** The address of a search: only what is set, in one order, so that the same search has one address. */
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

/** Nobody chooses by more, so counting stops here: the next one stands for any number. */
export const FACET_LIMIT = 1_000;

export function formatFacetCount(count: number): string {
  return count > FACET_LIMIT ? `${FACET_LIMIT.toLocaleString("en")}+` : `${count}`;
}
