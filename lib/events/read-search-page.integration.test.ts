import { addDays, addHours } from "date-fns";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/db/client";
import type { events } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent } from "@/test/factories";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";
import type { SearchPage } from "./types";

const NOW = new Date("2026-12-10T12:00:00Z"); // a Thursday
const inDays = (days: number) => addDays(NOW, days);

let own: TestDatabase;
const search = (what: EventSearch, pageSize?: number, now = NOW) => readSearchPage(own.db, what, { now, pageSize });
const slugs = async (what: EventSearch, now = NOW) => (await search(what, 50, now)).events.map((event) => event.slug);

beforeAll(async () => {
  own = await createTestDatabase();
  const { db } = own;
  await makeEvent(db, {
    slug: "fado",
    name: "Fado at the harbour",
    summary: "Three guitars and a voice",
    venue: "Praça do Cais",
    startsAt: inDays(1),
    ticketTypes: [{ price: 1500 }],
  });
  await makeEvent(db, {
    slug: "tokyo-jazz",
    name: "深夜のジャズ 東京",
    venue: "Blue Room",
    city: "Tokyo",
    timeZone: "Asia/Tokyo",
    startsAt: inDays(2),
    ticketTypes: [{ price: 0 }, { price: 3000 }],
  });
  await makeEvent(db, {
    slug: "cairo",
    name: "ليلة الموسيقى العربية",
    city: "Cairo",
    category: "arts",
    startsAt: inDays(3),
  });
  await makeEvent(db, { slug: "full", name: "Full house", startsAt: inDays(4), availableTickets: 0 });
  await makeEvent(db, {
    slug: "no-quota",
    name: "Quota gone",
    startsAt: inDays(5),
    ticketTypes: [{ quota: 2, sold: 2 }],
  });
  await makeEvent(db, { slug: "later", name: "Sales later", startsAt: inDays(40), salesStartAt: inDays(1) });
  await makeEvent(db, { slug: "draft", name: "Fado draft", status: "draft", startsAt: inDays(1) });
  await makeEvent(db, { slug: "cancelled", name: "Fado cancelled", status: "cancelled", startsAt: inDays(1) });
  await makeEvent(db, { slug: "started", name: "Fado started", startsAt: inDays(-1), endsAt: inDays(1) });
});

afterAll(async () => {
  await own.close();
  await sql.end();
});

describe("words", () => {
  test.each([
    ["harbour", ["fado"]],
    ["guitars", ["fado"]],
    ["cais", ["fado"]],
    ["lisbon fado", ["started", "fado"]],
    ["HARB", ["fado"]],
    ["har voi", ["fado"]],
    ["fado tokyo", []],
    ["praca", ["fado"]],
    ["PRAÇA", ["fado"]],
    ["hárbour", ["fado"]],
    ["深夜", ["tokyo-jazz"]],
    ["الموس", ["cairo"]],
    ["", ["started", "fado", "tokyo-jazz", "cairo", "full", "no-quota", "later"]],
    ["fado started", ["started"]],
    ["'; drop table events; --", []],
    ["!&|:*()<->", []],
    ["quo'ta", ["no-quota"]],
  ])("%j", async (q, found) => {
    expect(await slugs(q ? { q } : {})).toEqual(found);
  });
});

describe("what fits best comes first", () => {
  let ranked: TestDatabase;
  const names = async (what: EventSearch, pageSize = 50) => {
    const seen: string[] = [];
    for (let page: SearchPage | null = null; page === null || page.next; ) {
      const after: string | undefined = page?.next ?? undefined;
      page = await readSearchPage(ranked.db, { ...what, after }, { now: NOW, pageSize });
      seen.push(...page.events.map(({ name }) => name));
    }
    return seen;
  };

  beforeAll(async () => {
    ranked = await createTestDatabase();
    const make = (name: string, hours: number, values: Partial<typeof events.$inferInsert> = {}) =>
      makeEvent(ranked.db, { name, startsAt: addHours(NOW, hours), ...values });
    await make("Tastings", 1, { summary: "With a harp and a little rum" });
    await make("Quartet", 2, { venue: "Harp House" });
    await make("Harp for all", 9);
    await make("Harp and rum", 10);
    await make("Harpists meet", -1, { summary: "Over rum" });
    await make("Rum at noon", 3, { venue: "Harp House" });
  });
  afterAll(() => ranked.close());

  test.each<[EventSearch, string[]]>([
    // By title, then by place, then by text; each the soonest first, with what is on already.
    [{ q: "harp" }, ["Harpists meet", "Harp for all", "Harp and rum", "Quartet", "Rum at noon", "Tastings"]],
    [{ q: "rum harp" }, ["Harp and rum", "Rum at noon", "Harpists meet", "Tastings"]],
    [
      { q: "harp", sort: "soonest" },
      ["Harpists meet", "Tastings", "Quartet", "Rum at noon", "Harp for all", "Harp and rum"],
    ],
    [{ q: "rum", sort: "latest" }, ["Harp and rum", "Rum at noon", "Tastings", "Harpists meet"]],
  ])("%j", async (what, all) => {
    for (const pageSize of [50, 1, 2]) expect(await names(what, pageSize)).toEqual(all);
  });

  test("and on the way back, too", async () => {
    const all = await names({ q: "harp" });
    const page = (what: EventSearch) => readSearchPage(ranked.db, { q: "harp", ...what }, { now: NOW, pageSize: 2 });
    const second = await page({ after: (await page({})).next ?? "" });
    const third = await page({ after: second.next ?? "" });
    expect(third.events.map(({ name }) => name)).toEqual(all.slice(4));
    const back = await page({ before: third.previous ?? "" });
    expect(back.events.map(({ name }) => name)).toEqual(all.slice(2, 4));
    const first = await page({ before: back.previous ?? "" });
    expect(first.events.map(({ name }) => name)).toEqual(all.slice(0, 2));
    expect(first.previous).toBeNull();
  });
});

describe("filters", () => {
  test.each<[EventSearch, string[]]>([
    [{ city: "Tokyo" }, ["tokyo-jazz"]],
    [{ category: "arts" }, ["cairo"]],
    [{ price: "free" }, ["started", "tokyo-jazz", "cairo", "full", "no-quota", "later"]],
    [{ price: "paid" }, ["fado", "tokyo-jazz"]],
    [{ available: "1" }, ["started", "fado", "tokyo-jazz", "cairo"]],
    [{ from: "2026-12-13", to: "2026-12-14" }, ["cairo", "full"]],
    [{ sort: "latest", to: "2026-12-13" }, ["cairo", "tokyo-jazz", "fado", "started"]],
    [{ q: "full", city: "Lisbon", category: "music", price: "free" }, ["full"]],
    [{ q: "full", city: "Lisbon", available: "1" }, []],
    [{ when: "weekend" }, ["tokyo-jazz", "cairo"]],
    [{ when: "month" }, ["started", "fado", "tokyo-jazz", "cairo", "full", "no-quota"]],
  ])("%j", async (what, found) => {
    expect(await slugs(what)).toEqual(found);
  });

  test("today is the event's own day", async () => {
    // 16:00 on Friday in UTC is 01:00 on Saturday in Tokyo, where the event is at 21:00.
    expect(await slugs({ when: "today" }, new Date("2026-12-11T16:00:00Z"))).toEqual(["tokyo-jazz"]);
    expect(await slugs({ when: "today" }, new Date("2026-12-11T11:00:00Z"))).toEqual(["started", "fado"]);
  });

  test("on Sunday the weekend is what is left of it", async () => {
    expect(await slugs({ when: "weekend" }, new Date("2026-12-13T01:00:00Z"))).toEqual(["cairo"]);
  });
});

test("a card says what it costs and how it stands", async () => {
  const [tokyo] = (await search({ city: "Tokyo" })).events;
  expect(tokyo).toMatchObject({ prices: { from: 0, to: 3000 }, state: "on_sale", left: 10 });
  expect(tokyo).not.toHaveProperty("id");
});

describe("pages", () => {
  let many: TestDatabase;
  const page = (what: EventSearch) => readSearchPage(many.db, what, { now: NOW, pageSize: 7 });

  async function walk(sort: "soonest" | "latest") {
    const pages: string[][] = [];
    let after: string | undefined;
    for (;;) {
      const { events, next, count } = await page({ sort, after });
      pages.push(events.map((event) => event.slug));
      expect(count).toBe(60);
      if (!next) return pages;
      after = next;
    }
  }

  beforeAll(async () => {
    many = await createTestDatabase();
    // Sixty events over four moments, apart by less than JavaScript's dates can tell.
    for (let n = 0; n < 60; n++) {
      const { id } = await makeEvent(many.db, { slug: `event-${(n * 37) % 60}`, startsAt: inDays(3) });
      await many.sql`update events set starts_at = starts_at + ${n % 4} * interval '1 microsecond' where id = ${id}`;
    }
  });
  afterAll(() => many.close());

  test.each(["soonest", "latest"] as const)("every event once, %s first, also where starts tie", async (sort) => {
    const all = (await walk(sort)).flat();
    expect(all).toHaveLength(60);
    expect(new Set(all).size).toBe(60);
  });

  test("the way back shows the same pages", async () => {
    const forwards = await walk("soonest");
    const backwards: string[][] = [];
    let before: string | null = null;
    let current = await page({ after: (await page({})).next ?? undefined });
    backwards.push(current.events.map((event) => event.slug));
    before = current.previous;
    while (before) {
      current = await page({ before });
      backwards.push(current.events.map((event) => event.slug));
      before = current.previous;
    }
    expect(backwards.reverse()).toEqual(forwards.slice(0, 2));
    expect(current.next).not.toBeNull();
  });

  test("beyond the last event there is nothing, and a way back", async () => {
    const last = (await walk("soonest")).length;
    expect(last).toBe(9);
    const end = await page({ after: "zzzzzzzzzz.event" });
    expect(end.events).toEqual([]);
    expect(end.count).toBe(60);
  });
});
