import { expect, test } from "vitest";
import { formatBrief, formatDay, formatInstant, formatRange } from "./format";

const start = new Date("2026-12-12T18:30:00Z");

test("an instant is shown in the requested zone", () => {
  expect(formatDay(start, "Europe/Berlin")).toBe("Sat 12 December 2026");
  expect(formatDay(start, "Asia/Tokyo")).toBe("Sun 13 December 2026");
  expect(formatBrief(start, "Asia/Tokyo")).toBe("Sun 13 Dec 2026, 03:30");
  expect(formatInstant(start, "Europe/Berlin")).toBe("Sat 12 December 2026, 19:30 CET");
});

test("a zone is named as its people name it, and an offset has a minus, at which no line breaks", () => {
  expect(formatInstant(start, "Etc/GMT+5")).toBe("Sat 12 December 2026, 13:30 GMT−5");
  expect(formatInstant(start, "America/New_York")).toBe("Sat 12 December 2026, 13:30 Eastern Time");
});

test("midnight is 00:00", () => {
  expect(formatBrief(new Date("2026-12-12T00:00:00Z"), "UTC")).toBe("Sat 12 Dec 2026, 00:00");
});

test("a range names the second day only where there is one", () => {
  const end = new Date("2026-12-12T22:00:00Z");
  expect(formatRange(start, end, "Europe/Berlin")).toBe("Sat 12 December 2026, 19:30 – 23:00 CET");
  expect(formatRange(start, end, "Asia/Tokyo")).toBe("Sun 13 December 2026, 03:30 – 07:00 Japan Standard Time");
  expect(formatRange(start, new Date("2026-12-13T02:00:00Z"), "Europe/Berlin")).toBe(
    "Sat 12 December 2026, 19:30 – Sun 13 December 2026, 03:00 CET",
  );
});
