import { connect, type Database } from "@/db/connect";
import { seedDemo } from "@/db/seed/demo";
import type { EventSearch } from "@/lib/events/schema";
import { openDatabaseServer } from "./database-server";
import { atMost, informational, type Metric, percentile } from "./metrics";
import { Samples } from "./samples";
import { makeSearches, type SearchCase, searchCases } from "./search-cases";

const SMALL = 10_000;
const LARGE = 1_000_000;
const ROUNDS = 5;
const SEARCHES = 200;
const PAGE_SIZE = 24;
/** p95 of suggestions, relative to a search for one word. */
const MAX_SUGGESTIONS_RATIO = 3;

type ReadPage = typeof import("@/lib/events/read-search-page").readSearchPage;

/** Search at a million events against ten thousand: two databases on one server, queried alternately. */
export async function search(): Promise<Metric[]> {
  const server = await openDatabaseServer("bench-search");
  const { readSearchPage } = await import("@/lib/events/read-search-page");
  const small = connect(await createSeededDatabase(server, "small", SMALL), { max: 4 });
  const large = connect(await createSeededDatabase(server, "large", LARGE), { max: 4 });

  const metrics: Metric[] = [];
  for (const [number, searchCase] of searchCases.entries()) {
    const p95 = { small: new Samples(), large: new Samples() };
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const times = { small: [] as number[], large: [] as number[] };
      for (const wanted of makeSearches(searchCase, 1_000 * number + round, SEARCHES)) {
        const order = times.small.length % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const);
        for (const size of order) {
          times[size].push(await timePage(readSearchPage, size === "small" ? small.db : large.db, searchCase, wanted));
        }
      }
      if (round === 0) continue;
      p95.small.add(percentile(times.small, 95));
      p95.large.add(percentile(times.large, 95));
    }
    metrics.push(...toSearchMetrics(searchCase, p95.large.ratioTo(p95.small), p95.small, p95.large));
  }
  metrics.push(...(await measureSuggestions(large.db)));
  await small.close();
  await large.close();
  await server.close();
  return metrics;
}

/** Suggestions while typing, against a search for a whole word, alternately, at a million events. */
async function measureSuggestions(db: Database): Promise<Metric[]> {
  const { readSearchPage } = await import("@/lib/events/read-search-page");
  const { readSuggestions } = await import("@/lib/events/read-suggestions");
  const { readFacets } = await import("@/lib/events/read-facets");
  const { cities } = await readFacets(db, new Date());
  const plain = searchCases.find(({ name }) => name === "one word");
  if (!plain) throw new Error("there is no plain search");
  const p95 = { plain: new Samples(), typing: new Samples() };
  const longest: Record<string, number> = {};
  const suggest = async (typed: string) => {
    const began = performance.now();
    await readSuggestions(db, typed, { cities, now: new Date() });
    return performance.now() - began;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = { plain: [] as number[], typing: [] as number[] };
    for (const { q = "" } of makeSearches(plain, 90_000 + round, SEARCHES)) {
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
  const ratio = p95.typing.ratioTo(p95.plain);
  const limit = MAX_SUGGESTIONS_RATIO * p95.plain.median;
  return [
    atMost("suggestions: p95, of that of one word", ratio.median, "×", MAX_SUGGESTIONS_RATIO),
    ratio.spreadMetric("suggestions"),
    informational("suggestions: p95", p95.typing.median, "ms"),
    ...Object.entries(longest).map(([typed, ms]) => atMost(`suggestions: the longest of “${typed}”`, ms, "ms", limit)),
  ];
}

async function createSeededDatabase(
  server: Awaited<ReturnType<typeof openDatabaseServer>>,
  name: string,
  events: number,
) {
  const url = await server.create(name);
  const began = performance.now();
  await seedDemo({ url, events });
  console.error(`${events} events in ${Math.round((performance.now() - began) / 1_000)} s`);
  return url;
}

/** Milliseconds for the requested page, without the pages before it. */
async function timePage(readPage: ReadPage, db: Database, { page }: SearchCase, wanted: EventSearch) {
  const earlier = page > 1 ? await readPage(db, wanted, { pageSize: (page - 1) * PAGE_SIZE }) : null;
  const asked = earlier?.next ? { ...wanted, after: earlier.next } : wanted;
  const began = performance.now();
  await readPage(db, asked);
  return performance.now() - began;
}

function toSearchMetrics({ name, limit }: SearchCase, ratio: Samples, small: Samples, large: Samples): Metric[] {
  const compared = `${name}: p95 at ${LARGE} events, of that at ${SMALL}`;
  return [
    limit ? atMost(compared, ratio.median, "×", limit) : informational(compared, ratio.median, "×"),
    ratio.spreadMetric(name),
    informational(`${name}: p95 at ${SMALL}`, small.median, "ms"),
    informational(`${name}: p95 at ${LARGE}`, large.median, "ms"),
  ];
}
