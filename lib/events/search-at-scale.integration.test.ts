import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeSearches, searchCases } from "@/bench/search-cases";
import { connect, type Queryable } from "@/db/connect";
import * as schema from "@/db/schema";
import { events } from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
import { type Clauses, indexTerms, matchesClauses, queryClauses } from "@/lib/search/fold";
import { createTestDatabaseUrl } from "@/test/database-url";
import { readFacets } from "./read-facets";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";

/** Enough for statistics that mean something: a plan that reads it all is dearer than one that does not. */
const EVENTS = 20_000;
const PAGE = 24;

type Query = { text: string; values: unknown[] };
type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

const asked: Query[] = [];
let recorded: Queryable;
let own: ReturnType<typeof connect>;

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const url = await createTestDatabaseUrl();
  await seedDemo({ url, events: EVENTS });
  own = connect(url, { max: 4 });
  // Some are on for a few hours, some for weeks, and some began at the same moment.
  await own.sql`
    update events set starts_at = date_trunc('hour', now()) - make_interval(days => (id % 5)::int, hours => 1),
      ends_at = now() + make_interval(days => (id % 40)::int, hours => 2)
    where id % 150 = 0 and status = 'published'`;
  await own.sql`analyze events, event_words`;
  known = await readKnown();
  recorded = drizzle(own.sql, { schema, logger: { logQuery: (text, values) => asked.push({ text, values }) } });
}, 120_000);
afterAll(() => own.close());

const scanned = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? ""] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
];

async function expectNoScans(read: () => Promise<unknown>) {
  asked.length = 0;
  await read();
  const queries = asked.filter(({ text }) => /^\s*(select|with)/i.test(text));
  expect(queries.length).toBeGreaterThan(0);
  for (const { text, values } of queries) {
    const [row] = await own.sql.unsafe(`explain (format json) ${text}`, values as string[]);
    const large = ["events", "ticket_types", "event_words"];
    expect(
      scanned(row?.["QUERY PLAN"][0].Plan).filter((table) => large.includes(table)),
      text,
    ).toEqual([]);
  }
}

const searches = searchCases.flatMap((searchCase, at) => makeSearches(searchCase, at, 6));

type Known = { city: string; isPublished: boolean; byRank: Set<string>[] };
let known: Map<string, Known>;

/** Every event with the words of its title, of that and its place, and of all there is. */
async function readKnown() {
  const rows = await own.sql<
    { slug: string; name: string; venue: string; city: string; summary: string; status: string }[]
  >`
    select slug, name, venue, city, summary, status from events`;
  const words = (...names: string[]) => names.flatMap((text) => [...indexTerms(text, { isName: true })]);
  return new Map(
    rows.map(({ slug, name, venue, city, summary, status }): [string, Known] => {
      const [title, place] = [words(name), words(venue, city)];
      const all = [...title, ...place, ...indexTerms(summary, { isName: false })];
      const byRank = [title, [...title, ...place], all].map((each) => new Set(each));
      return [slug, { city, isPublished: status === "published", byRank }];
    }),
  );
}

/** From 1, by the words that it needs; 0 where it has not all of them. */
const rankIn = (clauses: Clauses, { byRank }: Known) => byRank.findIndex((words) => matchesClauses(clauses, words)) + 1;

/** Whether a word that was typed begins 50 words at most, so that what fits best comes first. */
function isRanked(clauses: Clauses, { city, sort }: EventSearch) {
  const words = new Set<string>();
  for (const event of known.values())
    if (event.isPublished && (!city || event.city === city)) for (const word of event.byRank[2] ?? []) words.add(word);
  const begun = (clause: string[]) => [...words].filter((word) => clause.some((start) => word.startsWith(start)));
  return !sort && clauses.some((clause) => begun(clause).length <= 50);
}

/** Said as simply as can be, with nothing but the events themselves. */
async function expected(search: EventSearch, now: Date) {
  const { q, city, category, from, to, price, when, available } = search;
  if (when || available) throw new Error("not said here");
  const descending = search.sort === "latest";
  const rows = await own.sql<{ slug: string }[]>`
    select slug from events e
    where status = 'published' and ends_at > ${now.toISOString()}::timestamptz
      ${city ? own.sql`and city = ${city}` : own.sql``}
      ${category ? own.sql`and category = ${category}` : own.sql``}
      ${from ? own.sql`and greatest(starts_on, (coalesce(ends_at_wall, ends_at at time zone time_zone) - interval '6 hours')::date) >= ${from}` : own.sql``}
      ${to ? own.sql`and starts_on <= ${to}` : own.sql``}
      ${price ? own.sql`and (select bool_or((price = 0) = ${price === "free"}) from ticket_types where event_id = e.id)` : own.sql``}
    order by starts_at ${descending ? own.sql`desc` : own.sql``}, id ${descending ? own.sql`desc` : own.sql``}`;
  const slugs = rows.map(({ slug }) => slug);
  if (!q) return slugs;
  const clauses = queryClauses(q);
  const ranks = new Map(slugs.map((slug) => [slug, rankIn(clauses, known.get(slug) as Known)]));
  const found = slugs.filter((slug) => ranks.get(slug));
  return isRanked(clauses, search) ? found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)) : found;
}

const simple = searches.filter(({ when, available }) => !when && !available);

describe("at twenty thousand events", () => {
  test.each(simple)("%j finds what is there, in order, to the second page and back", async (search) => {
    const now = new Date();
    const all = await expected(search, now);
    const first = await readSearchPage(own.db, search, { now });
    expect(first.events.map(({ slug }) => slug)).toEqual(all.slice(0, PAGE));
    if (first.isCounted) expect(first.count).toBe(Math.min(all.length, first.countLimit + 1));
    else expect(first.count).toBeLessThanOrEqual(all.length);
    expect(first.next === null).toBe(all.length <= PAGE);
    if (!first.next) return;
    const second = await readSearchPage(own.db, { ...search, after: first.next }, { now });
    expect(second.events.map(({ slug }) => slug)).toEqual(all.slice(PAGE, 2 * PAGE));
    const back = await readSearchPage(own.db, { ...search, before: second.previous ?? "" }, { now });
    expect(back.events.map(({ slug }) => slug)).toEqual(all.slice(0, PAGE));
  });

  test.each(searches)("%j reads no table from end to end", async (search) => {
    await expectNoScans(() => readSearchPage(recorded, search));
  });

  test("nor do the cities and categories to choose from", async () => {
    await expectNoScans(() => readFacets(recorded, new Date()));
  });

  test("a statement that does is noticed", async () => {
    const isNoticed = expectNoScans(() => recorded.$count(events, eq(events.description, "any")));
    await expect(isNoticed).rejects.toThrow("to deeply equal");
  });
});
