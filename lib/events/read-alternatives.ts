import { addDays } from "date-fns";
import { asc } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { organizers } from "@/db/schema";
import { indexWords, isMeant, queryClauses } from "@/lib/search/fold";
import { type Alternatives, type Count, type Part, type Parts, parts } from "./alternatives";
import { correctedWords } from "./correct-words";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

const ORGANIZERS_COMPARED = 5_000;
const SHOWN = 3;
/** A city's first page tells of others. */
const PAGE = 24;
/** Of a longer sentence, nobody can tell which word was wrong. */
const MOST_WORDS = 5;

type Find = (search: EventSearch, pageSize?: number) => Promise<SearchPage>;

/** Bounded: each way is one search, and there are few. */
export async function readAlternatives(
  queryable: Queryable,
  asked: EventSearch,
  { cities, now }: { cities: readonly string[]; now: Date },
): Promise<Alternatives> {
  const { after: _, before: __, sort: ___, ...search } = asked;
  const find: Find = (wanted, pageSize = 1) => readSearchPage(queryable, wanted, { now, pageSize });
  const [{ didYouMean, hosts }, without, inCities, nearest] = await Promise.all([
    meant(queryable, search, cities, find),
    counted(find, shorter(search)),
    search.city ? find({ ...search, city: undefined }, PAGE) : null,
    nearestTo(search, find, now),
  ]);
  const only = without.length > 0 ? [] : await counted(find, single(search));
  const others = [...new Set(inCities?.events.map(({ city }) => city))].slice(0, SHOWN);
  const leadsOn = [didYouMean ?? [], hosts, without, only, others, nearest].flat().length > 0;
  return {
    didYouMean,
    organizers: hosts,
    without,
    only,
    cities: others,
    nearest,
    next: leadsOn ? [] : (await find({}, SHOWN)).events,
  };
}

const countOf = ({ count, countLimit, isCounted }: SearchPage): Count => ({ count, countLimit, isCounted });

/** Those that find something, with how much. */
async function counted<Way extends { search: EventSearch }>(find: Find, ways: Way[]) {
  const all = await Promise.all(ways.map(async (way) => ({ ...way, ...countOf(await find(way.search)) })));
  return all.filter(({ count }) => count > 0);
}

const partsOf = (search: EventSearch) =>
  (Object.keys(parts) as (keyof Parts)[]).filter((part) => parts[part].some((name) => search[name] !== undefined));

function leftOut(search: EventSearch, part: keyof Parts): EventSearch {
  const names: readonly string[] = parts[part];
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}

/** The search without each of its parts. Of one part alone, that is everything, which is offered anyway. */
function shorter(search: EventSearch): { part: Part; search: EventSearch }[] {
  const all = partsOf(search);
  const words = search.q?.split(/\s+/) ?? [];
  const shortened = words.length > 1 && words.length <= MOST_WORDS ? words : [];
  return [
    ...(all.length > 1 ? all.map((part) => ({ part, search: leftOut(search, part) })) : []),
    ...shortened.map((word, at) => ({ part: { word }, search: { ...search, q: words.toSpliced(at, 1).join(" ") } })),
  ];
}

/** Each part by itself, where there are so many that leaving out one is something else. */
function single(search: EventSearch) {
  const all = partsOf(search);
  if (all.length < 3) return [];
  return all.map((part) => ({ part, search: all.filter((other) => other !== part).reduce(leftOut, search) }));
}

const hasDays = (search: EventSearch) => partsOf(search).includes("dates");

const shifted = (day: string, days: number) =>
  addDays(new Date(`${day}T00:00:00Z`), days)
    .toISOString()
    .slice(0, 10);

async function nearestTo(search: EventSearch, find: Find, now: Date): Promise<EventSummary[]> {
  if (!hasDays(search)) return [];
  const { from, to } = search;
  const undated = leftOut(search, "dates");
  const [before, after] = await Promise.all([
    from && new Date(from) > now ? find({ ...undated, to: shifted(from, -1), sort: "latest" }, 1) : null,
    from && !to ? null : find({ ...undated, from: to && shifted(to, 1), sort: "soonest" }, SHOWN),
  ]);
  return [...(before?.events ?? []), ...(after?.events ?? [])].slice(0, SHOWN);
}

/** Organizers of that name, or else what is like the words: of all events, cities and organizers. */
async function meant(queryable: Queryable, search: EventSearch, cities: readonly string[], find: Find) {
  if (!search.q) return { didYouMean: null, hosts: [] };
  const all = await queryable
    .select({ slug: organizers.slug, name: organizers.name })
    .from(organizers)
    .orderBy(asc(organizers.id))
    .limit(ORGANIZERS_COMPARED);
  const hosts = organizersCalled(search.q, all);
  const names = [...cities, ...all.map(({ name }) => name)].flatMap((name) => [...indexWords(name, { isName: true })]);
  for (const words of await correctedWords(queryable, search.q, new Set(names))) {
    const page = await find({ ...search, q: words }, PAGE);
    const [first] = page.events;
    if (first) return { didYouMean: { words: asWritten(words, page.events), ...countOf(page) }, hosts };
    const alike = organizersCalled(words, all);
    if (hosts.length === 0 && alike.length > 0) return { didYouMean: null, hosts: alike };
  }
  return { didYouMean: null, hosts };
}

function organizersCalled(typed: string, all: { slug: string; name: string }[]) {
  const clauses = queryClauses(typed);
  return all.filter(({ name }) => isMeant(clauses, indexWords(name, { isName: true }))).slice(0, SHOWN);
}

/** Folded words as the events that they find have them: "Köln" for "koln". */
function asWritten(words: string, found: EventSummary[]): string {
  const written = found.flatMap(({ name, venue, city, summary }) =>
    `${name} ${venue} ${city} ${summary}`.split(/[\s,;:()]+/),
  );
  return words
    .split(" ")
    .map((word) => written.find((each) => each && indexWords(each, { isName: true }).has(word)) ?? word)
    .join(" ");
}
