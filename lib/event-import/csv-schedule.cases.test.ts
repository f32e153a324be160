import { expect, test } from "vitest";
import { readCaseFile } from "@/test/cases";
import { readTextOrThrow } from "./fixtures";

const berlin = { defaults: { timeZone: "Europe/Berlin", currency: "USD" } };
const read = (name: string, dateOrder: "day-first" | null = null) =>
  readTextOrThrow(readCaseFile(name), { ...berlin, dateOrder });
const times = async (name: string) =>
  (await read(name)).events.map(({ form }) => [form.name, form.startsAt, form.endsAt].join(" "));

test("c03: an end after midnight is on the next day, and 24:00 is when that begins", async () => {
  const found = await read("c03-past-midnight.csv");
  expect(found.events.map(({ form }) => [form.name, form.startsAt, form.endsAt])).toEqual([
    ["Nachtfahrt", "2026-10-31T22:00", "2026-11-01T02:00"],
    ["Ganzer Tag", "2026-12-05T10:00", "2026-12-06T00:00"],
    ["Uhrumstellung", "2026-10-24T23:00", "2026-10-25T05:00"],
  ]);
  expect(found.problems.map(({ kind, rows, column }) => [kind, rows, column])).toEqual([
    ["changed", [2], "End time"],
    ["changed", [4], "End time"],
  ]);
});

test("c03: an explicit end before the start is refused, and both are named; 24:00 behind a date is the next midnight", async () => {
  const found = await read("c03-explicit-end.csv", "day-first");
  expect(found.events.map(({ form }) => [form.name, form.endsAt])).toEqual([
    ["Mit Enddatum 24:00", "2026-12-06T00:00"],
    ["ISO 24:00", "2026-12-06T00:00"],
  ]);
  expect(found.problems).toMatchObject([
    {
      kind: "refused",
      rows: [2],
      column: "End",
      value: "04/12/2026 22:00",
      reason: expect.stringContaining("05/12/2026 20:00"),
    },
  ]);
});

test("c03: columns of bare times are times, whatever their headers", async () => {
  expect(await times("c03-end-time-column.csv")).toEqual(["Kellerclub 2026-10-31T22:00 2026-11-01T02:00"]);
});

test("c03: a start and an end in one cell are both read", async () => {
  const found = await readTextOrThrow("name,date,time\nA,2026-10-31,22:00–02:00\nB,2026-12-05,7-9 pm\n", berlin);
  expect(found.events.map(({ form }) => [form.startsAt, form.endsAt])).toEqual([
    ["2026-10-31T22:00", "2026-11-01T02:00"],
    ["2026-12-05T19:00", "2026-12-05T21:00"],
  ]);
  const [one] = (await readTextOrThrow("name,when\nA,5.12.2026 20:00 – 23:00 Uhr\n", berlin)).events;
  expect(one?.form).toMatchObject({ startsAt: "2026-12-05T20:00", endsAt: "2026-12-05T23:00" });
});

test("c06: Outlook's whole days are whole days", async () => {
  expect(await times("c06-outlook-all-day.csv")).toEqual([
    "Winter market 2026-12-05T09:00 2026-12-06T18:00",
    "Single day 2026-12-15T09:00 2026-12-15T18:00",
    "Same end 2026-12-18T09:00 2026-12-18T18:00",
    "Timed 2026-12-19T19:30 2026-12-19T21:00",
  ]);
});

test("c06: the headers of an event plugin are known", async () => {
  const found = await read("c06-wordpress-headers.csv");
  expect(found.events.map(({ form }) => form)).toMatchObject([
    { name: "WP market", startsAt: "2026-12-05T10:00", endsAt: "2026-12-05T18:00", venue: "Old Mill" },
  ]);
});

test("c06: whole days come in the ways of other programs, too", async () => {
  const google = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private";
  const german = '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis","Ort"';
  const plugin =
    "Event Name,Event Start Date,Event Start Time,Event End Date,Event End Time,All Day Event,Timezone,Event Venue Name,Event Cost,Event Currency Symbol,Event Category,Event Website";
  const read = async (...lines: string[]) =>
    (await readTextOrThrow(`${lines.join("\n")}\n`, berlin)).events.map(({ form, isAllDay }) => [
      form.startsAt,
      form.endsAt,
      isAllDay,
      form.venue,
    ]);
  const days = ["2026-12-05T09:00", "2026-12-06T18:00", true, "Old Mill"];
  // Its last day is part of it.
  expect(await read(google, "Market,12/05/2026,,12/06/2026,,True,,Old Mill,FALSE", "B,12/15/2026,,,,x,,,")).toEqual([
    days,
    ["2026-12-15T09:00", "2026-12-15T18:00", true, ""],
  ]);
  expect(await read(german, '"Markt","5.12.2026","00:00:00","7.12.2026","00:00:00","Ein","Old Mill"')).toEqual([days]);
  expect(await read(german, '"Markt","5.12.2026","00:00:00","7.12.2026","00:00:00","Wahr","Old Mill"')).toEqual([days]);
  expect(
    await read(plugin, "Market,2026-12-05,12:00 AM,2026-12-06,11:59 PM,TRUE,Europe/Berlin,Old Mill,12,€,Music,"),
  ).toEqual([days]);
});

test("a letter that cannot be read is said", async () => {
  const file = Buffer.concat([
    Buffer.from("name,start\nCafé Müller "),
    Buffer.from([0xff]),
    Buffer.from(",2026-12-01\n"),
  ]);
  expect((await readTextOrThrow(file)).problems).toMatchObject([{ kind: "changed", rows: [2], column: "name" }]);
});

test("c18: months, weekdays and times are read in the languages of their files", async () => {
  const found = await read("c18-month-names.csv");
  expect(found.problems).toEqual([]);
  expect(found.events.map(({ form }) => form.startsAt)).toEqual([
    "2027-03-12T19:30",
    "2026-12-12T20:00",
    "2027-05-12T20:00",
    "2027-05-03T09:00",
    "2027-03-12T19:30",
    "2027-03-13T20:00",
    "2027-03-13T09:00",
    "2027-05-05T09:00",
    "2026-12-05T09:00",
    "2026-10-05T09:00",
    "2027-06-05T09:00",
    "2027-03-05T09:00",
    "2027-07-14T09:00",
    "2027-06-14T09:00",
    "2027-08-14T09:00",
    "2027-04-14T09:00",
    "2027-05-14T09:00",
  ]);
});

test("c18: dates that could be two days are still asked about", async () => {
  const found = await read("c18-ambiguous-dates.csv");
  expect(found.questions.dateOrder).toEqual(["03/04/2027 19:00", "05/06/2027 19:00", "07/08/2027 19:00"]);
  expect(found.events).toEqual([]);
});

test("c18: Excel's line about the separator ends as the file's other lines do", async () => {
  const found = await read("c18-sep-mac-cr.csv");
  expect(found.events.map(({ row, form }) => [row, form.name, form.city])).toEqual([
    [3, "Łódź nocą", "Łódź"],
    [4, "Dvořák v parku", "Plzeň"],
    [5, "Święto żaków", "Kraków"],
  ]);
});

test.each(["c18-utf16-tab.txt", "c18-sep-line-bom.csv", "c18-mac-cr.csv"])("c18: %s is read", async (name) => {
  const found = await read(name);
  expect(found.events.map(({ form }) => form.name)).toEqual(["Łódź nocą", "Dvořák v parku", "Święto żaków"]);
});

test("c18: a line break inside quotes stays in its cell", async () => {
  const found = await read("c18-quoted-break.csv");
  expect(found.events.map(({ form }) => form.description)).toEqual(["First line\nsecond; line"]);
});

test("c27: what the clocks skip is said; a night over their change is as long as it was", async () => {
  const found = await read("c27-clock-changes.csv");
  expect(found.events.map(({ form }) => [form.startsAt, form.endsAt])).toEqual([
    ["2027-03-28T03:30", "2027-03-28T05:00"],
    ["2026-11-01T01:30", "2026-11-01T03:00"],
    ["2026-10-24T23:00", "2026-10-25T05:00"],
  ]);
  expect(found.problems).toMatchObject([{ kind: "changed", rows: [2], value: "2027-03-28 02:30" }]);
});
