import { expect, test } from "vitest";
import { parseInstant } from "@/lib/event-editing/schema";
import { readCaseFile } from "@/test/cases";
import { buildCalendar, readTextOrThrow } from "./fixtures";

const berlin = { defaults: { timeZone: "Europe/Berlin", currency: "USD" } };
const read = (name: string) => readTextOrThrow(readCaseFile(name), berlin);
const forms = async (text: string) => (await readTextOrThrow(text, berlin)).events.map(({ form }) => form);

test("c07: whole days are whole days, in whichever of seven spellings", async () => {
  const found = await read("c07-all-day.ics");
  const days = found.events.map(({ form }) => [form.name.slice(0, 1), form.startsAt, form.endsAt].join(" "));
  const several = (letter: string) => `${letter} 2026-12-24T09:00 2026-12-26T18:00`;
  const one = (letter: string) => `${letter} 2026-12-24T09:00 2026-12-24T18:00`;
  expect(days).toEqual([several("A"), several("B"), several("C"), one("D"), one("E"), several("F"), several("G")]);
  expect(found.problems).toEqual([]);
});

test.each([
  ["Funambol", ["DTSTART:20261224T000000", "DTEND:20261227T000000", "X-FUNAMBOL-ALLDAY:1"]],
  ["in universal time", ["DTSTART:20261223T230000Z", "DTEND:20261226T230000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"]],
  [
    "in a zone to the west",
    [
      "DTSTART;TZID=America/New_York:20261223T180000",
      "DTEND;TZID=America/New_York:20261226T180000",
      "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ],
  ],
  ["with a duration", ["DTSTART:20261224T000000", "DURATION:PT72H", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE"]],
  ["until the last second", ["DTSTART:20261224T000000", "DTEND:20261226T235959", "X-FUNAMBOL-ALLDAY:TRUE"]],
])("c07: whole days %s", async (_, lines) => {
  expect(await forms(buildCalendar(["UID:1", "SUMMARY:One", ...lines]))).toMatchObject([
    { startsAt: "2026-12-24T09:00", endsAt: "2026-12-26T18:00", timeZone: expect.stringMatching(/Berlin|New_York/) },
  ]);
});

test("c07: a mark that says no leaves the times", async () => {
  const lines = ["DTSTART:20261224T200000", "DTEND:20261224T230000", "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE"];
  expect(await forms(buildCalendar(["UID:1", "SUMMARY:One", ...lines]))).toMatchObject([
    { startsAt: "2026-12-24T20:00", endsAt: "2026-12-24T23:00" },
  ]);
});

test("c24: a calendar in universal time has no zone of its own: instants are shown here, floating times are reported", async () => {
  const found = await read("c24-a-utc-header.ics");
  expect(found.events.map(({ form }) => [form.startsAt, form.timeZone])).toEqual([
    ["2027-01-15T19:00", "Europe/Berlin"],
    ["2027-01-15T19:00", "Europe/Berlin"],
  ]);
  expect(found.problems).toMatchObject([
    { kind: "changed", column: "DTSTART", rows: [13], reason: expect.stringContaining("Europe/Berlin") },
  ]);
});

test("c24: floating times follow the zone of their calendar", async () => {
  const found = await read("c24-b-floating.ics");
  expect(found.events).toMatchObject([{ form: { startsAt: "2027-01-15T19:00", timeZone: "Europe/Berlin" } }]);
  expect(found.problems).toEqual([]);
});

test("c24: a zone whose name holds a colon is read; names that nobody knows are asked", async () => {
  const found = await read("c24-c-zones.ics");
  const at = found.events.map(({ form }) => [
    form.name.slice(0, 1),
    parseInstant(form.startsAt, form.timeZone)?.toISOString().slice(0, 16),
  ]);
  expect(at).toEqual([
    ["D", "2027-07-04T19:00"],
    ["E", "2027-07-05T02:00"],
    ["F", "2027-07-04T16:00"],
    ["G", "2027-07-04T22:00"],
    ["J", "2027-07-04T19:00"],
  ]);
  expect(found.questions.zones).toEqual([
    "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
    "EST",
    "BST",
    "tzone://Microsoft/Custom",
  ]);
});

test.each(["(UTC+01:00) Amsterdam", "GMT+01:00", "tzone://Microsoft/Custom"])(
  "c24: the unquoted name %s is asked, and then taken",
  async (name) => {
    const text = buildCalendar(["UID:1", "SUMMARY:One", `DTSTART;TZID=${name};VALUE=DATE-TIME:20270704T190000`]);
    expect((await readTextOrThrow(text, berlin)).questions.zones).toEqual([name]);
    const answered = await readTextOrThrow(text, { ...berlin, zones: { [name]: "Europe/Vienna" } });
    expect(answered.events).toMatchObject([{ form: { startsAt: "2027-07-04T19:00", timeZone: "Europe/Vienna" } }]);
  },
);

test("c26: an event takes the place of its date, in whichever clocks it says so", async () => {
  const found = await read("c26-overrides.ics");
  expect(found.events.map(({ form }) => `${form.startsAt} ${form.name} ${form.venue}`.trim()).toSorted()).toEqual([
    "2026-10-06T19:00 Rehearsal open to all Hall One",
    "2026-10-14T19:00 Rehearsal open to all",
    "2026-10-20T19:00 Rehearsal renamed",
    "2026-10-27T19:00 Rehearsal open to all Hall Two",
  ]);
  expect(found.problems.map(({ kind, column }) => [kind, column])).toEqual([["left-out", "STATUS"]]);
});

test("c26: from some date on, all dates are moved as far and renamed", async () => {
  const found = await read("c26-thisandfuture.ics");
  expect(found.events.map(({ form }) => [form.startsAt, form.endsAt, form.name].join(" ")).toSorted()).toEqual([
    "2026-10-06T19:00 2026-10-06T21:00 Weekly",
    "2026-10-13T19:00 2026-10-13T21:00 Weekly",
    "2026-10-20T19:00 2026-10-20T21:00 Weekly",
    "2026-10-27T20:00 2026-10-27T22:00 Weekly later",
    "2026-11-03T20:00 2026-11-03T22:00 Weekly later",
    "2026-11-10T20:00 2026-11-10T22:00 Weekly later",
  ]);
  // They are the same events as before: only what is said of them is new.
  const before = await readTextOrThrow(
    new TextDecoder()
      .decode(readCaseFile("c26-thisandfuture.ics"))
      .replace(/BEGIN:VEVENT\nUID:tf@hall.example\nRECURRENCE(?:.|\n)*END:VEVENT\n/, ""),
    berlin,
  );
  expect(found.events.map(({ key }) => key).toSorted()).toEqual(before.events.map(({ key }) => key).toSorted());
});

test("c26: later changes hold until the next one, and give way to events for one date; the series may be called off", async () => {
  const at = (date: string) => `DTSTART;TZID=Europe/Berlin:${date}`;
  const from = (date: string) => `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:${date}`;
  const text = buildCalendar(
    ["UID:1", "SUMMARY:First", at("20261006T190000"), "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=6"],
    // A day later, too.
    ["UID:1", "SUMMARY:Second", from("20261013T190000"), at("20261014T200000"), "DURATION:PT3H"],
    ["UID:1", "SUMMARY:Once", "RECURRENCE-ID:20261020T170000Z", at("20261020T120000"), "DURATION:PT1H"],
    ["UID:1", "SUMMARY:Third", from("20261103T190000"), at("20261103T190000"), "DURATION:PT2H"],
    ["UID:1", "SUMMARY:Off", "STATUS:CANCELLED", from("20261110T190000"), at("20261110T190000")],
  );
  expect(
    (await forms(text)).map(({ name, startsAt, endsAt }) => `${name} ${startsAt} ${endsAt.slice(11)}`).toSorted(),
  ).toEqual([
    "First 2026-10-06T19:00 21:00",
    "Once 2026-10-20T12:00 13:00",
    "Second 2026-10-14T20:00 23:00",
    "Second 2026-10-28T20:00 23:00",
    "Third 2026-11-03T19:00 21:00",
  ]);
});

test("c26: a change of later dates without its series is imported once, and says so", async () => {
  const text = buildCalendar([
    "UID:1",
    "SUMMARY:Later",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261027T180000Z",
    "DTSTART:20261027T190000Z",
  ]);
  const found = await readTextOrThrow(text, berlin);
  expect(found.events).toHaveLength(1);
  expect(found.problems).toMatchObject([{ kind: "changed", column: "RECURRENCE-ID" }]);
});

test("c26: an end as a day, and a lone date of an unknown series", async () => {
  const found = await read("c26-until-date.ics");
  expect(found.events.map(({ form }) => `${form.name} ${form.startsAt}`)).toEqual([
    "Until a day 2026-10-06T19:00",
    "Until a day 2026-10-27T19:00",
    "Lone override 2026-10-07T19:00",
    "Until in UTC 2026-10-06T19:00",
    "Until in UTC 2026-10-13T19:00",
    "Until in UTC 2026-10-20T19:00",
    "Until in UTC 2026-10-27T19:00",
  ]);
});

test("c26: an exception in another zone's clocks", async () => {
  const found = await read("c26-exdate-zone.ics");
  expect(found.events.map(({ form }) => form.startsAt)).toEqual(["2026-10-06T19:00", "2026-10-20T19:00"]);
});
