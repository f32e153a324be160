import { expect, test } from "vitest";
import { defaultEndFor, formatLength } from "./event-times";

test.each([
  ["2030-12-12T19:30", "Europe/Lisbon", "2030-12-12T21:30"],
  ["2030-12-12T23:00", "Europe/Lisbon", "2030-12-13T01:00"],
  // Two hours, and not two steps of the clock, over the night in which clocks go forward.
  ["2027-03-28T01:30", "Europe/Berlin", "2027-03-28T04:30"],
  ["0002-12-12T19:30", "Europe/Lisbon", ""],
  ["", "Europe/Lisbon", ""],
])("what starts at %s in %s ends at %s", (startsAt, zone, end) => {
  expect(defaultEndFor(startsAt, zone)).toBe(end);
});

test.each([
  ["2030-12-12T19:30", "2030-12-12T22:00", "2 h 30 min"],
  ["2030-12-12T19:30", "2030-12-12T20:15", "45 min"],
  ["2030-12-12T10:00", "2030-12-15T14:00", "3 days 4 h"],
  ["2030-12-12T10:00", "2030-12-13T10:00", "1 day"],
  ["2030-12-12T19:30", "2030-12-12T19:00", null],
  ["2030-12-12T19:30", "", null],
])("from %s to %s is %s", (startsAt, endsAt, words) => {
  expect(formatLength(startsAt, endsAt, "Europe/Lisbon")).toBe(words);
});
