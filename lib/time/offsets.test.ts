import { expect, test } from "vitest";
import { listOffsets } from "./offsets";

const between = (first: string, last: string, timeZone: string) =>
  listOffsets(Date.parse(first), Date.parse(last), timeZone).map(({ from, minutes }) => [
    new Date(from).toISOString(),
    minutes,
  ]);

test("a zone's offsets are those of its clocks, from the minute at which they change", () => {
  expect(between("2026-01-01T00:00Z", "2027-01-01T00:00Z", "Europe/Berlin")).toEqual([
    ["2026-01-01T00:00:00.000Z", 60],
    ["2026-03-29T01:00:00.000Z", 120],
    ["2026-10-25T01:00:00.000Z", 60],
  ]);
  expect(between("2026-01-01T00:00Z", "2026-06-01T00:00Z", "Australia/Lord_Howe")).toEqual([
    ["2026-01-01T00:00:00.000Z", 660],
    ["2026-04-04T15:00:00.000Z", 630],
  ]);
});

test("where clocks never change there is one", () => {
  expect(between("2020-01-01T00:00Z", "2030-01-01T00:00Z", "Asia/Kathmandu")).toEqual([
    ["2020-01-01T00:00:00.000Z", 345],
  ]);
});
