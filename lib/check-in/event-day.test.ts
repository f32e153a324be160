import { expect, test } from "vitest";
import { isEventDay } from "./event-day";

const night = {
  startsAt: new Date("2026-12-12T13:00:00Z"),
  endsAt: new Date("2026-12-12T17:00:00Z"),
  // 22:00 to 02:00 there.
  timeZone: "Asia/Tokyo",
};

test.each([
  ["2026-12-12T15:30:00Z", true, "after midnight there, while it lasts"],
  ["2026-12-13T14:59:00Z", true, "the day on which it ended"],
  ["2026-12-13T15:01:00Z", false, "the day after, there"],
  ["2026-12-11T15:01:00Z", true, "its day has begun there"],
  ["2026-12-11T14:59:00Z", false, "the day before, there"],
])("%s: %s, %s", (at, expected) => {
  expect(isEventDay(new Date(at), night)).toBe(expected);
});

test("doors that open before midnight for an event after it", () => {
  const late = { ...night, startsAt: new Date("2026-12-12T15:30:00Z") };
  expect(isEventDay(new Date("2026-12-12T13:00:00Z"), late)).toBe(true);
  expect(isEventDay(new Date("2026-12-12T09:29:00Z"), late)).toBe(false);
});
