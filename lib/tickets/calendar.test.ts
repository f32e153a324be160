import { expect, test } from "vitest";
import { type CalendarEvent, calendarFile } from "./calendar";

const event: CalendarEvent = {
  slug: "night-market",
  name: "Night market",
  summary: "Food, music; light",
  startsAt: new Date("2026-12-12T18:30:00Z"),
  endsAt: new Date("2026-12-12T22:00:00Z"),
  updatedAt: new Date("2026-11-01T09:00:00Z"),
  venue: "Hall 3",
  address: "Quay Street 7",
  city: "Bristol",
  url: "https://tickets.example.com/events/night-market",
};

/** Property lines, unfolded. */
function lines(file: string) {
  return file.replace(/\r\n[ \t]/g, "").split("\r\n");
}

test("carries the instant in UTC, the place and the page", () => {
  const file = lines(calendarFile(event));
  expect(file).toContain("DTSTART:20261212T183000Z");
  expect(file).toContain("DTEND:20261212T220000Z");
  expect(file).toContain("UID:night-market@tickets.example.com");
  expect(file).toContain("LOCATION:Hall 3\\, Quay Street 7\\, Bristol");
  expect(file).toContain("URL:https://tickets.example.com/events/night-market");
  expect(file).toContain("METHOD:PUBLISH");
  expect(file).toContain("STATUS:CONFIRMED");
});

test("escapes what the format reserves", () => {
  const file = lines(calendarFile({ ...event, name: "A, b; c \\ d\nEND:VEVENT" }));
  expect(file).toContain("SUMMARY:A\\, b\\; c \\\\ d\\nEND:VEVENT");
  expect(file.filter((line) => line === "END:VEVENT")).toHaveLength(1);
});

test.each(["عرض الأضواء في المدينة القديمة على ضفاف النهر مع موسيقى حية طوال الليل", "東京の夏祭り".repeat(12)])(
  "keeps %s whole across folded lines",
  (name) => {
    expect(lines(calendarFile({ ...event, name }))).toContain(`SUMMARY:${name}`);
  },
);

test.each([
  ["Latin", "Grüße vom Fluß, ø æ å ł, ".repeat(8)],
  ["Arabic", "عرض الأضواء في المدينة القديمة ".repeat(6)],
  ["Japanese", "東京の夏祭り".repeat(20)],
  ["characters of four octets", "🎷🎺🥁🎸".repeat(20)],
])("c23: folds at 75 octets, never inside a character: %s", (_, words) => {
  const file = calendarFile({ ...event, name: words.trim(), summary: words, venue: words });
  const folded = file.split("\r\n");
  expect(Math.max(...folded.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(file).not.toContain("\uFFFD");
  expect(folded.every((line) => line.isWellFormed())).toBe(true);
  expect(lines(file)).toContain(`SUMMARY:${words.trim().replaceAll(",", "\\,")}`);
});

test("a cancelled event replaces the same entry with a later sequence", () => {
  const sequence = (file: string[]) => Number(file.find((line) => line.startsWith("SEQUENCE:"))?.slice(9));
  const before = lines(calendarFile(event));
  const after = lines(calendarFile({ ...event, cancelled: true, updatedAt: new Date("2026-11-02T09:00:00Z") }));
  expect(after).toContain("METHOD:CANCEL");
  expect(after).toContain("STATUS:CANCELLED");
  expect(after).toContain("UID:night-market@tickets.example.com");
  expect(sequence(after)).toBeGreaterThan(sequence(before));
});
