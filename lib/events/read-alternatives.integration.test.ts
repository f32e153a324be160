import { addHours } from "date-fns";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent, makeOrganizer } from "@/test/factories";
import { readAlternatives } from "./read-alternatives";
import type { EventSearch } from "./schema";

const NOW = new Date("2026-12-10T12:00:00Z");

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  const organizerId = (await makeOrganizer(own.db, { name: "Ninefold", slug: "ninefold" })).id;
  const make = (name: string, days: number, values: Parameters<typeof makeEvent>[1] = {}) =>
    makeEvent(own.db, { name, organizerId, startsAt: addHours(NOW, days * 24), ...values });
  await make("Jazz by the river", 2, { city: "Lisbon", slug: "river" });
  await make("Ramen laboratory", 4, { city: "Tokyo", slug: "ramen", category: "food" });
  await make("Kölner Karneval", 8, { city: "Köln", slug: "karneval", ticketTypes: [{ price: 900 }] });
  await make("New York stories", 20, { city: "New York", slug: "stories" });
  await make("Jazz draft", 1, { city: "Oslo", status: "draft" });
});
afterAll(() => own.close());

const cities = ["Köln", "Lisbon", "New York", "Tokyo"];
const alternatives = (search: EventSearch) => readAlternatives(own.db, search, { cities, now: NOW });

describe("did you mean", () => {
  test.each([
    ["jzz", "Jazz"],
    ["jazzz", "Jazz"],
    ["ramen labratory", "Ramen laboratory"],
    ["new yrok", "New York"],
    ["koelner karnveal", "Kölner Karneval"],
    ["lisbn", "Lisbon"],
  ])("%j: %j", async (q, words) => {
    expect((await alternatives({ q })).didYouMean).toMatchObject({ words, count: 1 });
  });

  test.each(["jazz ramen", "qqqqqq", "!!"])("of %j nothing", async (q) => {
    expect((await alternatives({ q })).didYouMean).toBeNull();
  });

  test("only what the filters let through", async () => {
    expect((await alternatives({ q: "jzz", city: "Tokyo" })).didYouMean).toBeNull();
    expect((await alternatives({ q: "jzz", city: "Lisbon" })).didYouMean).toMatchObject({ words: "Jazz" });
  });

  test.each(["ninefold", "ninfold", "Nine fold"])("%j is an organizer", async (q) => {
    expect((await alternatives({ q })).organizers).toEqual([{ slug: "ninefold", name: "Ninefold" }]);
  });
});

test("each part that stands in the way can be left out, and what is then found is counted", async () => {
  const { without } = await alternatives({ q: "jazz", city: "Lisbon", price: "paid" });
  expect(without).toEqual([
    { part: "price", search: { q: "jazz", city: "Lisbon" }, count: 1, countLimit: 1_000, isCounted: true },
  ]);
  const parts = (search: EventSearch) => alternatives(search).then((found) => found.without.map(({ part }) => part));
  expect(await parts({ q: "jazz", category: "food" })).toEqual(["words", "category"]);
  expect(await parts({ q: "jazz ramen" })).toEqual([{ word: "jazz" }, { word: "ramen" }]);
  expect(await parts({ q: "jazz ramen jazz" })).toEqual([{ word: "jazz" }, { word: "ramen" }]);
  expect(await parts({ when: "today", available: "1" })).toEqual(["dates"]);
  // Without the only part it is everything, which is offered in any case.
  expect(await parts({ q: "qqqqqq" })).toEqual([]);
});

test("where it takes more than one part, each is offered by itself, and where nothing helps, what is next", async () => {
  const { without, only, next } = await alternatives({ q: "qqqqqq", city: "Tokyo", price: "paid" });
  expect([without, next]).toEqual([[], []]);
  expect(only.map(({ part, search, count }) => [part, search, count])).toEqual([
    ["city", { city: "Tokyo" }, 1],
    ["price", { price: "paid" }, 1],
  ]);
  const names = (await alternatives({ q: "qqqqqq" })).next.map(({ name }) => name);
  expect(names).toEqual(["Jazz by the river", "Ramen laboratory", "Kölner Karneval"]);
  expect((await alternatives({ q: "jzz" })).next).toEqual([]);
});

test("other cities have it", async () => {
  expect((await alternatives({ q: "jazz", city: "Tokyo" })).cities).toEqual(["Lisbon"]);
  expect((await alternatives({ q: "qqqqqq", city: "Tokyo" })).cities).toEqual([]);
});

describe("the nearest dates", () => {
  const nearest = async (search: EventSearch) => (await alternatives(search)).nearest.map(({ slug }) => slug);

  test("of a preset are the next there are", async () => {
    expect(await nearest({ when: "today" })).toEqual(["river", "ramen", "karneval"]);
    expect(await nearest({ when: "today", q: "ramen" })).toEqual(["ramen"]);
  });

  test("of a span are the last before it and the first after it", async () => {
    expect(await nearest({ from: "2026-12-15", to: "2026-12-16" })).toEqual(["ramen", "karneval", "stories"]);
    expect(await nearest({ from: "2027-03-01" })).toEqual(["stories"]);
    expect(await nearest({ q: "jazz", category: "sport", to: "9999-12-31" })).toEqual([]);
    expect(await nearest({ to: "2026-12-10" })).toEqual(["river", "ramen", "karneval"]);
  });

  test("are not looked for where no date was asked for", async () => {
    expect(await nearest({ q: "qqqqqq" })).toEqual([]);
  });
});
