import { expect, test } from "vitest";
import { encodeCursor } from "./cursor";
import { parseSearch, searchHref } from "./schema";

const cursor = encodeCursor({ startsAtMicros: "1800000000000000", slug: "late-show", rank: null });

test("reads every parameter", () => {
  const raw = { q: " jazz ", city: "Lisbon", category: "music", price: "free", available: "1", sort: "latest" };
  expect(parseSearch({ ...raw, from: "2026-12-01", to: "2026-12-31", after: cursor })).toEqual({
    search: { ...raw, q: "jazz", from: "2026-12-01", to: "2026-12-31", after: cursor },
    problems: [],
  });
});

test("the empty fields of a plain form are not there, nor is what nobody knows", () => {
  expect(parseSearch({ q: "", city: " ", from: "", utm_source: "mail" })).toEqual({ search: {}, problems: [] });
});

test("takes the first of a repeated parameter", () => {
  expect(parseSearch({ city: ["Lisbon", "Porto"] }).search).toEqual({ city: "Lisbon" });
});

test.each([
  [{ q: "x".repeat(101) }, /Your search was too long/],
  [{ category: "magic" }, /category/],
  [{ category: "toString" }, /category/],
  [{ from: "2026-02-30" }, /first date/],
  [{ to: "soon" }, /last date/],
  [{ price: "cheap" }, /price/],
  [{ available: "yes" }, /availability/],
  [{ sort: "random" }, /order/],
  [{ when: "yesterday" }, /dates/],
  [{ after: "nonsense" }, /page/],
])("drops %j and says so", (raw, words) => {
  const { search, problems } = parseSearch({ ...raw, city: "Lisbon" });
  expect(search).toEqual({ city: "Lisbon" });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(words);
});

test("dates that are the wrong way round are swapped", () => {
  const { search, problems } = parseSearch({ from: "2026-12-31", to: "2026-12-01" });
  expect(search).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(problems).toHaveLength(1);
});

test("dates win over a preset", () => {
  expect(parseSearch({ when: "today", from: "2026-12-01" }).search).toEqual({ from: "2026-12-01" });
});

test("an address says what is set, and starts at the first page again", () => {
  expect(searchHref({})).toBe("/events");
  expect(searchHref({ q: "rock & roll", after: cursor }, { city: "Porto" })).toBe("/events?q=rock+%26+roll&city=Porto");
  expect(searchHref({ city: "Porto" }, { city: undefined, after: cursor })).toBe(`/events?after=${cursor}`);
});
