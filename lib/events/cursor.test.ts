import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";

test("any place comes back as it went, to the microsecond", () => {
  const place = fc.record({
    startsAtMicros: fc.bigInt({ min: 0n, max: 8_000_000_000_000_000n }).map(String),
    slug: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,6}$/),
    rank: fc.constantFrom(1 as const, 2 as const, 3 as const, null),
  });
  fc.assert(
    fc.property(place, (cursor) => {
      expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
    }),
  );
});

test.each([
  "",
  "abc",
  ".slug",
  "1a.",
  "1a.two words",
  "zzzzzzzzzzzz.slug",
  "1A.slug",
  "4-1a.slug",
  "-1a.slug",
  "1a.'; drop table",
])("%j is nobody's place", (text) => {
  expect(decodeCursor(text)).toBeNull();
});
