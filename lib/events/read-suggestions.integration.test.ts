import { addHours } from "date-fns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent } from "@/test/factories";
import { readFacets } from "./read-facets";
import { readSuggestions } from "./read-suggestions";

const NOW = new Date("2026-12-10T12:00:00Z");

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  const make = (name: string, hours: number, values: Parameters<typeof makeEvent>[1] = {}) =>
    makeEvent(own.db, {
      name,
      slug: name.toLowerCase().replaceAll(" ", "-"),
      startsAt: addHours(NOW, hours),
      ...values,
    });
  await make("Murmurations", 72, { city: "Munich" });
  await make("Museum night", 48, { city: "Munich" });
  await make("On already", -1, { summary: "museum", venue: "Musing Rooms" });
  await make("Museum over", -100, { endsAt: addHours(NOW, -90) });
  await make("Museum draft", 10, { status: "draft" });
  for (const week of [1, 2, 3]) await make("Jazz on Mondays", week * 168, { slug: `jazz-${week}`, city: "Tokyo" });
});
afterAll(() => own.close());

async function suggested(typed: string) {
  const { cities } = await readFacets(own.db, NOW);
  return (await readSuggestions(own.db, typed, { cities, now: NOW })).map(({ title, href }) => `${title} ${href}`);
}

test.each([
  ["m", ["Munich /events?city=Munich", "Museum night", "Murmurations", "Jazz on Mondays", "On already"]],
  ["MU", ["Munich /events?city=Munich", "Museum night", "Murmurations", "On already"]],
  ["mus", ["Museum night", "On already"]],
  ["night mus", ["Museum night"]],
  ["jazz", ["Jazz on Mondays"]],
  ["münchen", ["Munich /events?city=Munich"]],
  ["tokio", ["Tokyo /events?city=Tokyo"]],
  ["jazz tokio", ["Jazz on Mondays"]],
  ["jazz münchen", []],
  ["xyz", []],
  ["'; drop", []],
  ["", []],
])("%j offers cities, then titles, then places, the soonest first and a series once", async (typed, offered) => {
  const found = await suggested(typed);
  expect(found.map((each, at) => (offered[at]?.includes("/") ? each : each.replace(/ \/\S+$/, "")))).toEqual(offered);
});

test("an event is offered with its day, its city and its address", async () => {
  const { cities } = await readFacets(own.db, NOW);
  expect(await readSuggestions(own.db, "jazz", { cities, now: NOW })).toEqual([
    { kind: "event", title: "Jazz on Mondays", detail: "Thu 17 December 2026 · Tokyo", href: "/events/jazz-1" },
  ]);
});
