import { addDays, addHours, addMinutes } from "date-fns";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { events } from "@/db/schema";
import { openTestBookings, type TestBookings } from "@/test/booking";
import { availabilityOf } from "./availability";
import { readFacets } from "./read-facets";
import { readSalesState } from "./read-sales-state";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
beforeEach(async () => {
  await testBookings.db.update(events).set({ status: "cancelled" });
});
afterAll(() => testBookings.close());

const day = (at: Date) => at.toISOString().slice(0, 10);

/** From 8 days ago to in 22 days, on sale until two hours before its end. */
async function exhibition(values: Parameters<TestBookings["event"]>[0] = {}) {
  const now = testBookings.now();
  const endsAt = addDays(now, 22);
  return testBookings.event({
    name: "Glass and light",
    category: "arts",
    startsAt: addDays(now, -8),
    endsAt,
    salesEndAt: addHours(endsAt, -2),
    ...values,
  });
}

async function found(search: EventSearch, now = testBookings.now(), pageSize = 24) {
  const page = await readSearchPage(testBookings.db, search, { now, pageSize });
  return { slugs: page.events.map(({ slug }) => slug), page };
}

test("c09: an exhibition that runs is found however one looks for it, until it ends", async () => {
  const { slug, endsAt, startsAt } = await exhibition();
  const now = testBookings.now();
  const searches: EventSearch[] = [
    {},
    { q: "glass" },
    { q: "light glass" },
    { category: "arts" },
    { city: "Lisbon" },
    { when: "today" },
    { when: "weekend" },
    { when: "month" },
    { available: "1" },
    { price: "free" },
    { sort: "latest" },
    { to: day(now) },
    { from: day(now), to: day(now) },
    { from: day(addDays(now, 10)), to: day(addDays(now, 11)) },
    { from: day(addHours(endsAt, -6)) },
  ];
  for (const search of searches) {
    const { slugs, page } = await found(search);
    expect(slugs, JSON.stringify(search)).toEqual([slug]);
    expect(page.count).toBe(1);
  }
  expect((await found({ from: day(addDays(endsAt, 1)) })).slugs).toEqual([]);
  expect((await found({ to: day(addDays(startsAt, -1)) })).slugs).toEqual([]);
  expect((await found({}, endsAt)).slugs).toEqual([]);
  expect((await readFacets(testBookings.db, now)).categories).toEqual([{ category: "arts", count: 1 }]);
  expect((await readFacets(testBookings.db, now)).cities).toMatchObject([{ city: "Lisbon", count: 1 }]);
  expect((await readFacets(testBookings.db, endsAt)).categories).toEqual([]);
});

test("c09: it sells until its organizer's end of sales, and says so", async () => {
  const event = await exhibition();
  const held = await testBookings.reserve(event, await testBookings.user());
  expect(held).toMatchObject({ ok: true });
  const sellable = await readSalesState(event.slug, testBookings.db);
  if (!sellable?.salesEndAt) throw new Error("no such event");
  expect(availabilityOf(sellable, testBookings.now()).state).toBe("on_sale");
  expect(availabilityOf(sellable, sellable.salesEndAt).state).toBe("sales_closed");
});

test("what is on comes first, and pages go on from it and back to it", async () => {
  const now = testBookings.now();
  const slugs: string[] = [];
  for (const days of [-20, -3, -1, 1, 2, 3]) {
    const startsAt = addDays(now, days);
    slugs.push((await testBookings.event({ startsAt, endsAt: addDays(now, 30 + days), name: "Long days" })).slug);
  }
  await testBookings.event({ startsAt: addDays(now, -3), endsAt: addDays(now, -1), name: "Long days" });
  for (const search of [{}, { q: "long days" }] satisfies EventSearch[]) {
    const first = await found(search, now, 2);
    const second = await found({ ...search, after: first.page.next ?? "" }, now, 2);
    const third = await found({ ...search, after: second.page.next ?? "" }, now, 2);
    expect([...first.slugs, ...second.slugs, ...third.slugs]).toEqual(slugs);
    expect(third.page.next).toBeNull();
    expect((await found({ ...search, before: third.page.previous ?? "" }, now, 2)).slugs).toEqual(second.slugs);
    expect((await found({ ...search, before: second.page.previous ?? "" }, now, 2)).slugs).toEqual(first.slugs);
    expect((await found({ ...search, sort: "latest" }, now)).slugs).toEqual(slugs.toReversed());
  }
});

test("an evening that runs is on today, also after midnight, and belongs to the day it began", async () => {
  const midnight = new Date(`${day(addDays(testBookings.now(), 3))}T00:00:00Z`);
  const { slug } = await testBookings.event({ startsAt: addHours(midnight, -2), endsAt: addHours(midnight, 4) });
  const at = addMinutes(midnight, 30);
  expect((await found({ when: "today" }, at)).slugs).toEqual([slug]);
  expect((await found({ when: "today" }, addHours(midnight, 4))).slugs).toEqual([]);
  const before = addHours(midnight, -48);
  expect((await found({ from: day(addHours(midnight, -2)), to: day(addHours(midnight, -2)) }, before)).slugs).toEqual([
    slug,
  ]);
  expect((await found({ from: day(midnight), to: day(midnight) }, before)).slugs).toEqual([]);
});
