import { describe, expect, it } from "vitest";
import { dateOrderOf, readDate } from "./dates";
import { readTime, readTimes } from "./times";

describe("readDate", () => {
  it.each([
    ["2026-12-01", "2026-12-01", null, null],
    ["2026/12/1", "2026-12-01", null, null],
    ["20261201", "2026-12-01", null, null],
    ["2026-12-01 19:30", "2026-12-01", "19:30", null],
    ["2026-12-01T19:30:00Z", "2026-12-01", "19:30", "+00:00"],
    ["2026-12-01T19:30:00.000+0530", "2026-12-01", "19:30", "+05:30"],
    ["2026-12-01T19:30-03:00", "2026-12-01", "19:30", "-03:00"],
    ["1.12.2026", "2026-12-01", null, null],
    ["01.12.26, 19:30 Uhr", "2026-12-01", "19:30", null],
    ["31/12/2026", "2026-12-31", null, null],
    ["12/31/2026 7:30 PM", "2026-12-31", "19:30", null],
    ["1 December 2026", "2026-12-01", null, null],
    ["1st Dec 2026 at 7pm", "2026-12-01", "19:00", null],
    ["Tue, Dec 1, 2026", "2026-12-01", null, null],
    ["29 February 2028", "2028-02-29", null, null],
  ])("%s", (text, day, time, offset) => {
    expect(readDate(text, null)).toEqual({ ok: true, day, time, offset });
  });

  it("is told what 03/04/2026 means, and does not guess", () => {
    expect(readDate("03/04/2026", null)).toEqual({ ok: false, code: "AMBIGUOUS" });
    expect(readDate("03/04/2026", "day-first")).toMatchObject({ day: "2026-04-03" });
    expect(readDate("03/04/2026", "month-first")).toMatchObject({ day: "2026-03-04" });
    // The date itself says otherwise.
    expect(readDate("13/04/2026", "month-first")).toMatchObject({ day: "2026-04-13" });
    expect(readDate("04/04/2026", null)).toMatchObject({ day: "2026-04-04" });
  });

  it.each([
    ["next Tuesday", "UNREADABLE"],
    ["2026-02-30", "NO_SUCH_DAY"],
    ["31/31/2026", "NO_SUCH_DAY"],
    ["29 Feb 2027", "NO_SUCH_DAY"],
    ["46357", "NUMBER"],
    ["46357.8125", "NUMBER"],
    ["2026-12-01 sometime", "UNREADABLE"],
    ["2026-12-01 25:00", "UNREADABLE"],
    // Until three, or three hours from UTC.
    ["2026-12-01 19:30-03:00", "UNREADABLE"],
    ["13/04/2570", "NO_SUCH_DAY"],
    ["1899-12-31", "NO_SUCH_DAY"],
    ["", "UNREADABLE"],
  ])("%s is none", (text, code) => {
    expect(readDate(text, "day-first")).toEqual({ ok: false, code });
  });
});

it.each([
  ["19:30", "19:30"],
  ["7.30 pm", "19:30"],
  ["7pm", "19:00"],
  ["12 a.m.", "00:00"],
  ["12:15 PM", "12:15"],
  ["19h30", "19:30"],
  ["20h", "20:00"],
  ["19:30:59", "19:30"],
  ["24:00", "24:00"],
  ["13 pm", null],
  ["7", null],
  ["evening", null],
])("the time %s is %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});

it("a date gives its order away, or does not", () => {
  expect(["13/04/2026", "04/13/2026", "03/04/2026", "04/04/2026", "3.4.2026", "31/31/2026"].map(dateOrderOf)).toEqual([
    "day-first",
    "month-first",
    "either",
    null,
    "day-first",
    null,
  ]);
});

it.each([
  ["19:30–22:00", "19:30", "22:00"],
  ["19:30 - 22:00 Uhr", "19:30", "22:00"],
  ["20 bis 22 Uhr", "20:00", "22:00"],
  ["7-9 pm", "19:00", "21:00"],
  ["7:30 to 9pm", "19:30", "21:00"],
  ["11-2 pm", "11:00", "14:00"],
  ["10pm – 2am", "22:00", "02:00"],
  ["20h–24h", "20:00", "24:00"],
  ["19:30", "19:30", null],
])("%s is from %s to %s", (text, from, to) => {
  expect(readTimes(text)).toEqual({ from, to });
});

it.each(["7-9", "from 7 pm", "12-15", "19:30-"])("%s is no time", (text) => {
  expect(readTimes(text)).toBeNull();
});

it("months have their Austrian names, too", () => {
  expect(readDate("5. Jänner 2027", null)).toMatchObject({ ok: true, day: "2027-01-05" });
});
