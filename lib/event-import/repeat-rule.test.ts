import { describe, expect, it, test } from "vitest";
import { buildCalendar, readTextOrThrow } from "./fixtures";

const read = (...lines: string[]) =>
  readTextOrThrow(buildCalendar(["UID:1", "SUMMARY:One", ...lines]), { defaults: { timeZone: "Europe/Berlin" } });
const starts = async (...lines: string[]) => (await read(...lines)).events.map(({ form }) => form.startsAt);
const at = (day: string, time = "190000") => `DTSTART;TZID=Europe/Berlin:${day}T${time}`;

// Reckoned apart from this product, by dateutil 2.9 for Python, and read again against a calendar.
test.each([
  [
    "the last working day of each week",
    "20261006",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4",
    ["2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30"],
  ],
  [
    "two of three days of each week",
    "20261005",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1,3;COUNT=6",
    ["2026-10-05", "2026-10-09", "2026-10-12", "2026-10-16", "2026-10-19", "2026-10-23"],
  ],
  [
    "the twentieth Monday of the year",
    "20260518",
    "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
    ["2026-05-18", "2027-05-17", "2028-05-15"],
  ],
  [
    "the Monday of week 20",
    "20260511",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
    ["2026-05-11", "2027-05-17", "2028-05-15"],
  ],
  ["29 February", "20240229", "FREQ=YEARLY;COUNT=3", ["2024-02-29", "2028-02-29", "2032-02-29"]],
  [
    "the last day of February",
    "20240229",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3",
    ["2024-02-29", "2025-02-28", "2026-02-28"],
  ],
  [
    "the last working day of the month",
    "20261001",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
    ["2026-10-30", "2026-11-30", "2026-12-31"],
  ],
  [
    "weeks that begin on Sunday",
    "20261006",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU;COUNT=5",
    ["2026-10-06", "2026-10-18", "2026-10-20", "2026-11-01", "2026-11-03"],
  ],
  [
    "weeks that begin on Monday",
    "20261006",
    "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,TU;COUNT=5",
    ["2026-10-06", "2026-10-11", "2026-10-20", "2026-10-25", "2026-11-03"],
  ],
  ["the 31st", "20261031", "FREQ=MONTHLY;COUNT=3", ["2026-10-31", "2026-12-31", "2027-01-31"]],
  ["the fifth Thursday", "20261001", "FREQ=MONTHLY;BYDAY=5TH;COUNT=3", ["2026-10-29", "2026-12-31", "2027-04-29"]],
])("c26: a series on %s", async (_, day, rule, days) => {
  const found = await read(at(day), `RRULE:${rule}`);
  expect(found.events.map(({ form }) => form.startsAt)).toEqual(days.map((date) => `${date}T19:00`));
  expect(found.problems).toEqual([]);
});

test("c26: the second of three times a day", async () => {
  const rule = "RRULE:FREQ=DAILY;BYHOUR=9,14,20;BYSETPOS=2;COUNT=3";
  expect(await starts(at("20261001", "090000"), rule)).toEqual([
    "2026-10-01T14:00",
    "2026-10-02T14:00",
    "2026-10-03T14:00",
  ]);
});

test("c26: whole days on 29 February", async () => {
  expect(await starts("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;COUNT=2")).toEqual([
    "2024-02-29T09:00",
    "2028-02-29T09:00",
  ]);
});

describe("added and excepted dates", () => {
  test("c26: added dates without a rule leave the first one where it is", async () => {
    const found = await starts(at("20261006"), "RDATE;TZID=Europe/Berlin:20261020T200000", "RDATE:20261103T180000Z");
    expect(found).toEqual(["2026-10-06T19:00", "2026-10-20T20:00", "2026-11-03T19:00"]);
  });

  test("c26: added periods take as long as they say", async () => {
    const found = await read(
      at("20261006"),
      "DURATION:PT2H",
      "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261020T190000/PT5H,20261103T190000/20261103T200000",
    );
    expect(found.events.map(({ form }) => `${form.startsAt} ${form.endsAt}`)).toEqual([
      "2026-10-06T19:00 2026-10-06T21:00",
      "2026-10-20T19:00 2026-10-21T00:00",
      "2026-11-03T19:00 2026-11-03T20:00",
    ]);
  });

  test("c26: a rule of exceptions takes its dates out", async () => {
    const found = await starts(at("20261006"), "RRULE:FREQ=WEEKLY;COUNT=6", "EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2");
    expect(found).toEqual(["2026-10-13T19:00", "2026-10-27T19:00", "2026-11-03T19:00", "2026-11-10T19:00"]);
  });

  test("c26: a count counts the exceptions, too", async () => {
    const found = await starts(
      at("20261006"),
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE;TZID=Europe/Berlin:20261013T190000",
    );
    expect(found).toEqual(["2026-10-06T19:00", "2026-10-20T19:00", "2026-10-27T19:00"]);
  });
});

test.each([
  ["a day, with its evening", "20261020", 3],
  ["the second in universal time", "20261020T170000Z", 3],
  ["a second too early", "20261020T165959Z", 2],
  ["a local time", "20261020T190000", 3],
  ["after the clocks have changed", "20261027T180000Z", 4],
])("c26: a series until %s", async (_, until, count) => {
  expect(await starts(at("20261006"), `RRULE:FREQ=WEEKLY;UNTIL=${until}`)).toHaveLength(count);
});

describe("over a change of clocks", () => {
  test("c26: nights keep their clocks, whichever of them is the first", async () => {
    const night = ["DTEND;TZID=Europe/Berlin:20261025T060000", "RRULE:FREQ=WEEKLY;COUNT=2"];
    const found = await read(at("20261024", "220000"), ...night);
    expect(found.events.map(({ form }) => `${form.startsAt} ${form.endsAt}`)).toEqual([
      "2026-10-24T22:00 2026-10-25T06:00",
      "2026-10-31T22:00 2026-11-01T06:00",
    ]);
  });

  it("a time that the clocks skip becomes the next, is reported, and the others stay", async () => {
    const found = await read(at("20260322", "023000"), "RRULE:FREQ=WEEKLY;COUNT=3");
    expect(found.events.map(({ form }) => form.startsAt)).toEqual([
      "2026-03-22T02:30",
      "2026-03-29T03:30",
      "2026-04-05T02:30",
    ]);
    expect(found.problems).toMatchObject([{ kind: "changed", column: "DTSTART" }]);
  });
});

test("c26: a length that forgot its last unit is read and reported; an invalid one is reported", async () => {
  const unfinished = await read(at("20261006"), "DURATION:PT1H30");
  expect(unfinished.events[0]?.form.endsAt).toBe("2026-10-06T20:30");
  expect(unfinished.problems).toMatchObject([{ kind: "changed", column: "DURATION", value: "PT1H30" }]);
  const none = await read(at("20261006"), "DURATION:90 minutes");
  expect(none.events[0]?.form.endsAt).toBe("2026-10-06T21:00");
  expect(none.problems).toMatchObject([{ kind: "changed", column: "DURATION" }]);
});

test.each([
  "FREQ=YEARLY;BYMONTHDAY=28;BYDAY=-1TU;COUNT=2",
  "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2",
  "FREQ=WEEKLY;BYDAY=1TU;COUNT=2",
])("c26: a rule that programs read differently says so: %s", async (rule) => {
  const found = await read(at("20261006"), `RRULE:${rule}`);
  expect(found.events.length).toBeGreaterThan(0);
  expect(found.problems).toMatchObject([{ kind: "changed", column: "RRULE", fix: "Check its dates." }]);
});

test.each([
  "FREQ=MONTHLY;BYMONTH=13;COUNT=3",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=WEEKLY;BYDAY=XX",
  "FREQ=DAILY;COUNT=3;COUNT=4",
])("a rule with a part that is none is not followed: %s", async (rule) => {
  const found = await read(at("20261006"), `RRULE:${rule}`);
  expect(found.events.map(({ form }) => form.startsAt)).toEqual(["2026-10-06T19:00"]);
  expect(found.problems).toMatchObject([{ kind: "changed", column: "RRULE" }]);
});
