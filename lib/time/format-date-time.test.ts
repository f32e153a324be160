import { expect, test } from "vitest";
import { formatDateTime } from "./format-date-time";

const start = Date.parse("2026-12-12T18:30:00Z");
const end = Date.parse("2026-12-12T22:00:00Z");
const thisYear = Date.parse("2026-11-29T00:00:00Z");
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  ["en-US", "Sat, December 12, 1:30 PM – 5:00 PM EST"],
  ["en-GB", "Sat 12 December, 13:30 – 17:00 Eastern Time"],
  ["en-AU", "Sat 12 December, 1:30 pm – 5:00 pm Eastern Time"],
  ["de", "Sat 12 December, 13:30 – 17:00 Eastern Time"],
  ["ja-JP", "Sat, December 12, 13:30 – 17:00 EST"],
  ["pt-BR", "Sat 12 December, 13:30 – 17:00 Eastern Time"],
  ["ko-KR", "Sat, December 12, 1:30 PM – 5:00 PM EST"],
])("a reader in %s sees %s", (locale, text) => {
  expect(spaced(formatDateTime(locale, thisYear, { style: "full", timeZone: "America/New_York", start, end }))).toBe(
    text,
  );
});

test("an abbreviation is used where people know it, and the name of the zone elsewhere", () => {
  const zone = (locale: string, timeZone: string) =>
    spaced(formatDateTime(locale, thisYear, { style: "full", timeZone, start }))
      .split(/\d\d(?: [ap]m)? /i)
      .at(-1);
  expect(zone("de-DE", "Europe/Berlin")).toBe("CET");
  expect(zone("en-AU", "Australia/Sydney")).toBe("AEDT");
  expect(zone("en-GB", "Australia/Sydney")).toBe("Australian Eastern Time");
  expect(zone("en-GB", "Asia/Tokyo")).toBe("Japan Standard Time");
  expect(zone("en-GB", "UTC")).toBe("UTC");
});

test("the year is shown where it is another one in the zone of the event", () => {
  const newYear = Date.parse("2026-12-31T20:00:00Z");
  const short = (timeZone: string, now: number | null) =>
    formatDateTime("en-GB", now, { style: "short", timeZone, start: newYear });
  expect(short("Europe/Berlin", thisYear)).toBe("Thu 31 Dec, 21:00");
  expect(short("Asia/Tokyo", thisYear)).toBe("Fri 1 Jan 2027, 05:00");
  expect(short("Europe/Berlin", null)).toBe("Thu 31 Dec 2026, 21:00");
});

test("its source works by itself, as a page carries it", () => {
  const alone: typeof formatDateTime = new Function(`return ${formatDateTime}`)();
  const options = { style: "full", timeZone: "Europe/Berlin", start, end } as const;
  expect(alone("en-GB", null, options)).toBe(formatDateTime("en-GB", null, options));
});
