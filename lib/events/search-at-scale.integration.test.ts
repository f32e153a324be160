import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { searchCases, searchesOf } from "@/bench/search-cases";
import { connect, type Queryable } from "@/db/connect";
import * as schema from "@/db/schema";
import { events } from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
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

const searches = searchCases.flatMap((searchCase, at) => searchesOf(searchCase, at, 6));

/** Said as simply as can be, with nothing but the events themselves. */
async function expected(search: EventSearch, now: Date) {
  const { q, city, category, from, to, price, when, available } = search;
  if (when || available) throw new Error("not said here");
  const descending = search.sort === "latest";
  const rows = await own.sql<{ slug: string }[]>`
    select slug from events e
    where status = 'published' and ends_at > ${now.toISOString()}::timestamptz
      ${
        q
          ? own.sql`and (select bool_and(exists (
        select from unnest(tsvector_to_array(e.search)) word where starts_with(word, typed)))
        from unnest(tsvector_to_array(to_tsvector('quorix', ${q}))) typed)`
          : own.sql``
      }
      ${city ? own.sql`and city = ${city}` : own.sql``}
      ${category ? own.sql`and category = ${category}` : own.sql``}
      ${from ? own.sql`and greatest(starts_on, (coalesce(ends_at_wall, ends_at at time zone time_zone) - interval '6 hours')::date) >= ${from}` : own.sql``}
      ${to ? own.sql`and starts_on <= ${to}` : own.sql``}
      ${price ? own.sql`and (select bool_or((price = 0) = ${price === "free"}) from ticket_types where event_id = e.id)` : own.sql``}
    order by starts_at ${descending ? own.sql`desc` : own.sql``}, id ${descending ? own.sql`desc` : own.sql``}`;
  return rows.map(({ slug }) => slug);
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
