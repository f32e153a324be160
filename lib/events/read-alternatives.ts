import { addDays } from "date-fns";
import { desc } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { organizers } from "@/db/schema";
import { indexWords, isMeant, queryClauses } from "@/lib/search/fold";
import { type Alternatives, type Count, type Part, type Parts, parts } from "./alternatives";
import { correctedWords } from "./correct-words";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";
import type { EventSummary, SearchPage } from "./types";

/** To fold a name takes a moment: so many take about a twentieth of a second. */
const ORGANIZERS_COMPARED = 500;
const SHOWN = 3;
/** A city's first page tells of others. */
const PAGE = 24;
/** Of a longer sentence, nobody can tell which word was wrong. */
const MOST_WORDS = 5;

const LAST_DAY = "9999-12-31";

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
  const found: (Way & Count)[] = [];
  // One after the other: nobody's search for nothing takes all of the connections.
  for (const way of ways) {
    const count = countOf(await find(way.search));
    if (count.count > 0) found.push({ ...way, ...count });
  }
  return found;
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
  const shortened = words.length > 1 && words.length <= MOST_WORDS ? [...new Set(words)] : [];
  return [
    ...(all.length > 1 ? all.map((part) => ({ part, search: leftOut(search, part) })) : []),
    ...shortened.map((word) => ({
      part: { word },
      search: { ...search, q: words.filter((other) => other !== word).join(" ") },
    })),
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
    (from && !to) || to === LAST_DAY ? null : find({ ...undated, from: to && shifted(to, 1), sort: "soonest" }, SHOWN),
  ]);
  return [...(before?.events ?? []), ...(after?.events ?? [])].slice(0, SHOWN);
}

/** Organizers of that name, or else what is like the words: of all events, cities and organizers. */
async function meant(queryable: Queryable, search: EventSearch, cities: readonly string[], find: Find) {
  if (!search.q) return { didYouMean: null, hosts: [] };
  const rows = await queryable
    .select({ slug: organizers.slug, name: organizers.name })
    .from(organizers)
    .orderBy(desc(organizers.id))
    .limit(ORGANIZERS_COMPARED);
  const all = rows.map((organizer) => ({ organizer, words: indexWords(organizer.name, { isName: true }) }));
  const called = (typed: string) => {
    const clauses = queryClauses(typed);
    return all.flatMap(({ organizer, words }) => (isMeant(clauses, words) ? organizer : [])).slice(0, SHOWN);
  };
  const hosts = called(search.q);
  const typed = [...new Set(search.q.split(/\s+/))];
  if (typed.length > MOST_WORDS) return { didYouMean: null, hosts };
  const names = [...cities.map((city) => indexWords(city, { isName: true })), ...all.map(({ words }) => words)];
  for (const words of await correctedWords(queryable, typed, new Set(names.flatMap((name) => [...name])))) {
    const page = await find({ ...search, q: words }, PAGE);
    if (page.events.length > 0) {
      return { didYouMean: { words: asWritten(words, page.events), ...countOf(page) }, hosts };
    }
    const alike = called(words);
    if (hosts.length === 0 && alike.length > 0) return { didYouMean: null, hosts: alike };
  }
  return { didYouMean: null, hosts };
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
