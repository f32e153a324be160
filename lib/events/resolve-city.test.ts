import { expect, test } from "vitest";
import { resolveCity } from "./resolve-city";
import type { EventSearch } from "./schema";

const cities = ["Tokyo", "Lisbon", "New York", "Munich"];

test.each<[EventSearch, EventSearch, string | null]>([
  [{ q: "Tokio" }, { city: "Tokyo" }, "Tokyo"],
  [{ q: "jazz lisboa", price: "free" }, { q: "jazz", city: "Lisbon", price: "free" }, "Lisbon"],
  [{ q: "nyc" }, { city: "New York" }, "New York"],
  [{ q: "München", city: "Munich" }, { city: "Munich" }, "Munich"],
  // Another city was chosen: then it is a word.
  [{ q: "tokio", city: "Lisbon" }, { q: "tokio", city: "Lisbon" }, null],
  [{ q: '"tokio"' }, { q: '"tokio"' }, null],
  [{ q: "jazz" }, { q: "jazz" }, null],
  [{ city: "Tokyo" }, { city: "Tokyo" }, null],
])("%j", (search, carriedOut, city) => {
  expect(resolveCity(search, cities)).toEqual({ search: carriedOut, city });
});
