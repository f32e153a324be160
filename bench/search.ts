import { connect, type Database } from "@/db/connect";
import { seedDemo } from "@/db/seed/demo";
import type { EventSearch } from "@/lib/events/schema";
import { openDatabaseServer } from "./database-server";
import { atMost, type Figure, noted, percentile } from "./figures";
import { Rounds } from "./rounds";
import { type SearchCase, searchCases, searchesOf } from "./search-cases";

const SMALL = 10_000;
const LARGE = 1_000_000;
const ROUNDS = 5;
const SEARCHES = 200;
const PAGE_SIZE = 24;
/** p95 of suggestions, of that of a search for one word. */
const SUGGESTIONS = 3;

type ReadPage = typeof import("@/lib/events/read-search-page").readSearchPage;

/** Search at a million events against ten thousand: two databases on one server, asked the same in turns. */
export async function search(): Promise<Figure[]> {
  const server = await openDatabaseServer("bench-search");
  const { readSearchPage } = await import("@/lib/events/read-search-page");
  const small = connect(await seeded(server, "small", SMALL), { max: 4 });
  const large = connect(await seeded(server, "large", LARGE), { max: 4 });

  const figures: Figure[] = [];
  for (const [number, searchCase] of searchCases.entries()) {
    const p95 = { small: new Rounds(), large: new Rounds() };
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const times = { small: [] as number[], large: [] as number[] };
      for (const wanted of searchesOf(searchCase, 1_000 * number + round, SEARCHES)) {
        const order = times.small.length % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const);
        for (const size of order) {
          times[size].push(await timed(readSearchPage, size === "small" ? small.db : large.db, searchCase, wanted));
        }
      }
      if (round === 0) continue;
      p95.small.add(percentile(times.small, 95));
      p95.large.add(percentile(times.large, 95));
    }
    figures.push(...compare(searchCase, p95.large.over(p95.small), p95.small, p95.large));
  }
  figures.push(...(await suggestions(large.db)));
  await small.close();
  await large.close();
  await server.close();
  return figures;
}

/** What is offered while somebody types, against a search for a whole word, in turns at a million events. */
async function suggestions(db: Database): Promise<Figure[]> {
  const { readSearchPage } = await import("@/lib/events/read-search-page");
  const { readSuggestions } = await import("@/lib/events/read-suggestions");
  const { readFacets } = await import("@/lib/events/read-facets");
  const { cities } = await readFacets(db, new Date());
  const plain = searchCases.find(({ name }) => name === "one word");
  if (!plain) throw new Error("there is no plain search");
  const p95 = { plain: new Rounds(), typing: new Rounds() };
  const longest: Record<string, number> = {};
  const suggest = async (typed: string) => {
    const began = performance.now();
    await readSuggestions(db, typed, { cities, now: new Date() });
    return performance.now() - began;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = { plain: [] as number[], typing: [] as number[] };
    for (const { q = "" } of searchesOf(plain, 90_000 + round, SEARCHES)) {
      const began = performance.now();
      await readSearchPage(db, { q });
      times.plain.push(performance.now() - began);
      times.typing.push(await suggest(q.slice(0, 1 + (times.typing.length % q.length))));
    }
    if (round === 0) continue;
    p95.plain.add(percentile(times.plain, 95));
    p95.typing.add(percentile(times.typing, 95));
    for (const typed of ["m", "mu", "mue"]) longest[typed] = Math.max(longest[typed] ?? 0, await suggest(typed));
  }
  const ratio = p95.typing.over(p95.plain);
  const limit = SUGGESTIONS * p95.plain.median;
  return [
    atMost("suggestions: p95, of that of one word", ratio.median, "×", SUGGESTIONS),
    ratio.spread("suggestions"),
    noted("suggestions: p95", p95.typing.median, "ms"),
    ...Object.entries(longest).map(([typed, ms]) => atMost(`suggestions: the longest of “${typed}”`, ms, "ms", limit)),
  ];
}

async function seeded(server: Awaited<ReturnType<typeof openDatabaseServer>>, name: string, events: number) {
  const url = await server.create(name);
  const began = performance.now();
  await seedDemo({ url, events });
  console.error(`${events} events in ${Math.round((performance.now() - began) / 1_000)} s`);
  return url;
}

/** Milliseconds for the page that is wanted; the way to it is not counted. */
async function timed(readPage: ReadPage, db: Database, { page }: SearchCase, wanted: EventSearch) {
  const way = page > 1 ? await readPage(db, wanted, { pageSize: (page - 1) * PAGE_SIZE }) : null;
  const asked = way?.next ? { ...wanted, after: way.next } : wanted;
  const began = performance.now();
  await readPage(db, asked);
  return performance.now() - began;
}

function compare({ name, limit }: SearchCase, ratio: Rounds, small: Rounds, large: Rounds): Figure[] {
  const compared = `${name}: p95 at ${LARGE} events, of that at ${SMALL}`;
  return [
    limit ? atMost(compared, ratio.median, "×", limit) : noted(compared, ratio.median, "×"),
    ratio.spread(name),
    noted(`${name}: p95 at ${SMALL}`, small.median, "ms"),
    noted(`${name}: p95 at ${LARGE}`, large.median, "ms"),
  ];
}
