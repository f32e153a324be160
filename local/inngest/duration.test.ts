import { expect, test } from "vitest";
import { parseDurationMs, resolveDueTime } from "./duration";

test.each([
  ["", 0],
  ["1s", 1000],
  ["1h30m", 5_400_000],
  ["1w2d", 777_600_000],
])("reads %j", (text, ms) => expect(parseDurationMs(text)).toBe(ms));

test("refuses what is not a duration", () => {
  expect(() => parseDurationMs("soon")).toThrow("soon");
  expect(() => parseDurationMs("1h later")).toThrow("later");
});

test("a moment is a date, or a duration from now", () => {
  expect(resolveDueTime("2026-01-02T03:04:05.000Z", 0)).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(resolveDueTime("1m", 5)).toBe(60_005);
});
