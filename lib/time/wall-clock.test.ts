import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { clockChangeAt, skippedMessage, toInstant, wallClock } from "./wall-clock";

const zones = [
  "Europe/Lisbon",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Chatham",
  "UTC",
];

const at = (iso: string) => ({ ok: true, at: new Date(iso) });

describe("an ordinary wall clock", () => {
  test.each([
    ["2026-12-01T19:30", "Europe/Lisbon", "2026-12-01T19:30Z"],
    ["2026-07-01T19:30", "Europe/Lisbon", "2026-07-01T18:30Z"],
    ["2026-12-01T19:30", "America/New_York", "2026-12-02T00:30Z"],
    ["2026-12-01T19:30", "Australia/Lord_Howe", "2026-12-01T08:30Z"],
    // The last winter of its rules: what the next has depends on how new the time zones of a Node are.
    ["2025-12-01T19:30", "Africa/Casablanca", "2025-12-01T18:30Z"],
    ["2026-12-01T00:15", "Asia/Kathmandu", "2026-11-30T18:30Z"],
    ["2028-02-29T00:00", "UTC", "2028-02-29T00:00Z"],
  ])("%s in %s is %s", (wall, timeZone, iso) => {
    expect(toInstant(wall, timeZone)).toEqual(at(iso));
    expect(wallClock(new Date(iso), timeZone)).toBe(wall);
    expect(clockChangeAt(wall, timeZone)).toBeNull();
  });
});

describe("clocks that go forward skip an hour, or half of one", () => {
  test.each([
    ["2026-03-29T01:00", "Europe/Lisbon", "2026-03-29T02:00"],
    ["2026-03-29T01:59", "Europe/Lisbon", "2026-03-29T02:59"],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T03:30"],
    ["2026-10-04T02:00", "Australia/Lord_Howe", "2026-10-04T02:30"],
    ["2026-10-04T02:29", "Australia/Lord_Howe", "2026-10-04T02:59"],
    ["2026-03-22T02:30", "Africa/Casablanca", "2026-03-22T03:30"],
    // A whole day, when Samoa changed sides of the date line.
    ["2011-12-30T10:00", "Pacific/Apia", "2011-12-31T10:00"],
  ])("%s in %s: next is %s", (wall, timeZone, next) => {
    expect(toInstant(wall, timeZone)).toEqual({ ok: false, code: "SKIPPED", next });
    expect(clockChangeAt(wall, timeZone)).toEqual({ kind: "gap", next });
  });

  test.each([
    ["2026-03-29T00:59", "2026-03-29T02:00", "Europe/Lisbon"],
    ["2026-03-08T01:59", "2026-03-08T03:00", "America/New_York"],
    ["2026-10-04T01:59", "2026-10-04T02:30", "Australia/Lord_Howe"],
    ["2026-03-22T01:59", "2026-03-22T03:00", "Africa/Casablanca"],
  ])("%s and %s in %s exist, a minute apart", (before, after, timeZone) => {
    const [first, second] = [toInstant(before, timeZone), toInstant(after, timeZone)];
    expect(first.ok && second.ok && second.at.getTime() - first.at.getTime()).toBe(60_000);
  });

  it("is said in words, with the day where the next is another one", () => {
    expect(skippedMessage("2026-03-29T02:30", "2026-03-29T03:30")).toBe(
      "02:30 doesn’t exist on 29 March 2026: clocks go forward. Next: 03:30.",
    );
    expect(skippedMessage("2011-12-30T10:00", "2011-12-31T10:00")).toBe(
      "10:00 doesn’t exist on 30 December 2011: clocks go forward. Next: 10:00 on 31 December 2011.",
    );
  });
});

describe("clocks that go back show an hour twice, or half of one", () => {
  test.each([
    ["2026-10-25T01:30", "Europe/Lisbon", "2026-10-25T00:30Z", "+01:00", "2026-10-25T01:30Z", "+00:00"],
    ["2026-11-01T01:00", "America/New_York", "2026-11-01T05:00Z", "-04:00", "2026-11-01T06:00Z", "-05:00"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z", "+11:00", "2026-04-04T15:15Z", "+10:30"],
    ["2026-02-15T02:30", "Africa/Casablanca", "2026-02-15T01:30Z", "+01:00", "2026-02-15T02:30Z", "+00:00"],
  ])("%s in %s", (wall, timeZone, first, firstOffset, second, secondOffset) => {
    expect(clockChangeAt(wall, timeZone)).toEqual({
      kind: "overlap",
      first: { at: new Date(first), offset: firstOffset },
      second: { at: new Date(second), offset: secondOffset },
    });
    expect(toInstant(wall, timeZone)).toEqual(at(first));
    expect(toInstant(`${wall}${firstOffset}`, timeZone)).toEqual(at(first));
    expect(toInstant(`${wall}${secondOffset}`, timeZone)).toEqual(at(second));
    expect(wallClock(new Date(first), timeZone)).toBe(wall);
    expect(wallClock(new Date(second), timeZone)).toBe(`${wall}${secondOffset}`);
  });

  test.each([
    ["2026-10-25T00:59", "Europe/Lisbon"],
    ["2026-10-25T02:00", "Europe/Lisbon"],
    ["2026-04-05T01:29", "Australia/Lord_Howe"],
    ["2026-04-05T02:00", "Australia/Lord_Howe"],
  ])("%s in %s is shown once", (wall, timeZone) => {
    expect(clockChangeAt(wall, timeZone)).toBeNull();
  });
});

it("has no clock change where clocks never change", () => {
  for (let day = 0; day < 365; day += 1) {
    const wall = new Date(Date.UTC(2026, 0, 1 + day, 2, 30)).toISOString().slice(0, 16);
    expect(clockChangeAt(wall, "Asia/Kathmandu")).toBeNull();
  }
});

it("ignores an offset that the zone does not have then", () => {
  expect(toInstant("2026-12-01T19:30+05:00", "Europe/Lisbon")).toEqual(at("2026-12-01T19:30Z"));
  expect(toInstant("2026-10-25T01:30+05:00", "Europe/Lisbon")).toEqual(at("2026-10-25T00:30Z"));
});

it.each([
  ["nothing", ""],
  ["a date alone", "2026-12-01"],
  ["a day that is none", "2026-02-29T10:00"],
  ["a month that is none", "2026-13-01T10:00"],
  ["an hour that is none", "2026-12-01T24:00"],
  ["a minute that is none", "2026-12-01T10:60"],
  ["seconds", "2026-12-01T10:00:00"],
  ["an instant", "2026-12-01T10:00Z"],
  ["something behind it", "2026-12-01T10:00 or so"],
  ["words", "tomorrow"],
])("refuses %s", (_, wall) => {
  expect(toInstant(wall, "Europe/Lisbon")).toEqual({ ok: false, code: "INVALID" });
  expect(clockChangeAt(wall, "Europe/Lisbon")).toBeNull();
});

it.each(["", "Mars/Olympus", "Europe/Lisbon; drop"])("refuses the zone %j", (timeZone) => {
  expect(toInstant("2026-12-01T10:00", timeZone)).toEqual({ ok: false, code: "INVALID" });
  expect(clockChangeAt("2026-12-01T10:00", timeZone)).toBeNull();
});

const zone = fc.constantFrom(...zones);
const minute = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
// Every minute of the four hours around a change of clocks in one of the zones.
const nearChange = fc
  .tuple(
    fc.constantFrom("2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z"),
    fc.integer({ min: -240, max: 240 }),
  )
  .map(([change, minutes]) => new Date(new Date(change).getTime() + minutes * 60_000));

it("comes back from every instant", () => {
  fc.assert(
    fc.property(zone, fc.oneof(minute, nearChange), (timeZone, instant) => {
      expect(toInstant(wallClock(instant, timeZone), timeZone)).toEqual({ ok: true, at: instant });
    }),
    { numRuns: 2_000 },
  );
});

it("comes back from every wall clock, or says that there is none and what is next", () => {
  fc.assert(
    fc.property(zone, fc.oneof(minute, nearChange), (timeZone, instant) => {
      const wall = instant.toISOString().slice(0, 16);
      const read = toInstant(wall, timeZone);
      if (read.ok) {
        expect(wallClock(read.at, timeZone)).toBe(wall);
      } else {
        expect(read).toMatchObject({ code: "SKIPPED" });
        const next = read.code === "SKIPPED" ? read.next : "";
        expect(next > wall).toBe(true);
        expect(toInstant(next, timeZone).ok).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
