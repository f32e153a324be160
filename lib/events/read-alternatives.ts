import { addDays } from "date-fns";
import { desc } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { organizers } from "@/db/schema";
import { indexTerms, matchesClauses, queryClauses } from "@/lib/search/fold";
import { type Alternatives, type ResultCount, type SearchPart, type SearchParts, searchParts } from "./alternatives";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";
import { suggestCorrections } from "./suggest-corrections";
import type { EventSummary, SearchPage } from "./types";

/** Folding this many names takes about 50 ms. */
const MAX_ORGANIZERS_COMPARED = 500;
const MAX_SHOWN = 3;
const PAGE_SIZE = 24;
/** In a longer text, a wrong word can't be told. */
const MAX_TERMS = 5;

const LAST_DAY = "9999-12-31";

type Find = (search: EventSearch, pageSize?: number) => Promise<SearchPage>;

/** Bounded: a few searches. */
export async function readAlternatives(
  queryable: Queryable,
  asked: EventSearch,
  { cities, now }: { cities: readonly string[]; now: Date },
): Promise<Alternatives> {
  const { after: _, before: __, sort: ___, ...search } = asked;
  const find: Find = (wanted, pageSize = 1) => readSearchPage(queryable, wanted, { now, pageSize });
  const [{ didYouMean, hosts }, without, inCities, nearest] = await Promise.all([
    findSuggestedMeaning(queryable, search, cities, find),
    keepNonEmpty(find, dropEachPart(search)),
    search.city ? find({ ...search, city: undefined }, PAGE_SIZE) : null,
    findNearestInTime(search, find, now),
  ]);
  const only = without.length > 0 ? [] : await keepNonEmpty(find, keepEachPart(search));
  const others = [...new Set(inCities?.events.map(({ city }) => city))].slice(0, MAX_SHOWN);
  const leadsOn = [didYouMean ?? [], hosts, without, only, others, nearest].flat().length > 0;
  return {
    didYouMean,
    organizers: hosts,
    without,
    only,
    cities: others,
    nearest,
    next: leadsOn ? [] : (await find({}, MAX_SHOWN)).events,
  };
}

const countOf = ({ count, countLimit, isCounted }: SearchPage): ResultCount => ({ count, countLimit, isCounted });

/** The searches that have results, with their counts. */
async function keepNonEmpty<Alternative extends { search: EventSearch }>(find: Find, alternatives: Alternative[]) {
  const found: (Alternative & ResultCount)[] = [];
  // One after the other, so that a search without results doesn't take all connections.
  for (const alternative of alternatives) {
    const count = countOf(await find(alternative.search));
    if (count.count > 0) found.push({ ...alternative, ...count });
  }
  return found;
}

const partsOf = (search: EventSearch) =>
  (Object.keys(searchParts) as (keyof SearchParts)[]).filter((part) =>
    searchParts[part].some((name) => search[name] !== undefined),
  );

function omitPart(search: EventSearch, part: keyof SearchParts): EventSearch {
  const names: readonly string[] = searchParts[part];
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}

/** The search without each of its parts. A search with one part becomes all events, which are offered anyway. */
function dropEachPart(search: EventSearch): { part: SearchPart; search: EventSearch }[] {
  const all = partsOf(search);
  const words = search.q?.split(/\s+/) ?? [];
  const shortened = words.length > 1 && words.length <= MAX_TERMS ? [...new Set(words)] : [];
  return [
    ...(all.length > 1 ? all.map((part) => ({ part, search: omitPart(search, part) })) : []),
    ...shortened.map((word) => ({
      part: { word },
      search: { ...search, q: words.filter((other) => other !== word).join(" ") },
    })),
  ];
}

/** Each part alone; with two parts, leaving out the other is the same. */
function keepEachPart(search: EventSearch) {
  const all = partsOf(search);
  if (all.length < 3) return [];
  return all.map((part) => ({ part, search: all.filter((other) => other !== part).reduce(omitPart, search) }));
}

const hasDates = (search: EventSearch) => partsOf(search).includes("dates");

const shiftDay = (day: string, days: number) =>
  addDays(new Date(`${day}T00:00:00Z`), days)
    .toISOString()
    .slice(0, 10);

async function findNearestInTime(search: EventSearch, find: Find, now: Date): Promise<EventSummary[]> {
  if (!hasDates(search)) return [];
  const { from, to } = search;
  const undated = omitPart(search, "dates");
  const [before, after] = await Promise.all([
    from && new Date(from) > now ? find({ ...undated, to: shiftDay(from, -1), sort: "latest" }, 1) : null,
    (from && !to) || to === LAST_DAY
      ? null
      : find({ ...undated, from: to && shiftDay(to, 1), sort: "soonest" }, MAX_SHOWN),
  ]);
  return [...(before?.events ?? []), ...(after?.events ?? [])].slice(0, MAX_SHOWN);
}

/** Organizers with that name, or else similar terms of all events, cities and organizers. */
async function findSuggestedMeaning(queryable: Queryable, search: EventSearch, cities: readonly string[], find: Find) {
  if (!search.q) return { didYouMean: null, hosts: [] };
  const rows = await queryable
    .select({ slug: organizers.slug, name: organizers.name })
    .from(organizers)
    .orderBy(desc(organizers.id))
    .limit(MAX_ORGANIZERS_COMPARED);
  const all = rows.map((organizer) => ({ organizer, words: indexTerms(organizer.name, { isName: true }) }));
  const called = (typed: string) => {
    const clauses = queryClauses(typed);
    return all.flatMap(({ organizer, words }) => (matchesClauses(clauses, words) ? organizer : [])).slice(0, MAX_SHOWN);
  };
  const hosts = called(search.q);
  const typed = [...new Set(search.q.split(/\s+/))];
  if (typed.length > MAX_TERMS) return { didYouMean: null, hosts };
  const names = [...cities.map((city) => indexTerms(city, { isName: true })), ...all.map(({ words }) => words)];
  for (const words of await suggestCorrections(queryable, typed, new Set(names.flatMap((name) => [...name])))) {
    const page = await find({ ...search, q: words }, PAGE_SIZE);
    if (page.events.length > 0) {
      return { didYouMean: { words: restoreSpelling(words, page.events), ...countOf(page) }, hosts };
    }
    const alike = called(words);
    if (hosts.length === 0 && alike.length > 0) return { didYouMean: null, hosts: alike };
  }
  return { didYouMean: null, hosts };
}

/** Folded terms as the events spell them: "Köln" for "koln". */
function restoreSpelling(words: string, found: EventSummary[]): string {
  const written = found.flatMap(({ name, venue, city, summary }) =>
    `${name} ${venue} ${city} ${summary}`.split(/[\s,;:()]+/),
  );
  return words
    .split(" ")
    .map((word) => written.find((each) => each && indexTerms(each, { isName: true }).has(word)) ?? word)
    .join(" ");
}
