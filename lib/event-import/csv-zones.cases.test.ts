import { expect, test } from "vitest";
import { readCaseFile } from "@/test/cases";
import { readTextOrThrow } from "./fixtures";

const berlin = { defaults: { timeZone: "Europe/Berlin", currency: "USD" } };

test("c04: a zone is a place; what names none is asked about, once for each name", async () => {
  const found = await readTextOrThrow(readCaseFile("c04-zone-abbreviations.csv"), berlin);
  expect(found.events.map(({ form }) => [form.name, form.startsAt, form.timeZone])).toEqual([
    ["Sommerfest 6", "2026-07-04T19:00", "America/New_York"],
    ["Sommerfest 9", "2026-07-04T19:00", "Europe/Berlin"],
  ]);
  expect(found.questions.zones).toEqual(["EST", "BST", "IST", "MST", "+02:00", "UTC+2", "CEST", "CET", "PST", "GMT+1"]);
});

test("c04: an answer holds for all rows of the name", async () => {
  const csv = "name,start,zone\nA,2027-07-04 19:00,BST\nB,2027-07-05 19:00,BST\nC,2027-07-05 19:00,CEST\n";
  const found = await readTextOrThrow(csv, { ...berlin, zones: { BST: "Europe/London" } });
  expect(found.events.map(({ form }) => form.timeZone)).toEqual(["Europe/London", "Europe/London"]);
  expect(found.questions).toMatchObject({ zones: ["CEST"], zoneRows: { BST: 2, CEST: 1 } });
  expect(found.problems).toMatchObject([{ kind: "refused", rows: [4], value: "CEST" }]);
});

test("c04: a place with another time than the defaults is asked about, once for all", async () => {
  const csv = [
    "name,start,city,country",
    "A,2027-07-04 19:00,Boston,United States",
    "B,2027-07-04 19:00,Wien,Austria",
    'C,2027-07-04 19:00,"Austin, TX",USA',
    "D,2027-07-04 19:00,Smallville,USA",
    "E,2027-07-04 19:00,London,",
    "F,2027-07-04 19:00,London,Canada",
    "",
  ].join("\n");
  const zones = async (changes: object) =>
    (await readTextOrThrow(csv, { ...berlin, ...changes })).events.map(({ form }) => form.timeZone);
  expect(await zones({})).toEqual([
    "America/New_York",
    // As late as in Berlin.
    "Europe/Berlin",
    "America/Chicago",
    "Europe/Berlin",
    "Europe/London",
    "America/Toronto",
  ]);
  expect((await readTextOrThrow(csv, berlin)).questions.placeZones).toEqual({
    rows: 4,
    examples: [
      "Boston, United States: America/New_York",
      "Austin, TX, United States: America/Chicago",
      "London: Europe/London",
    ],
  });
  expect(new Set(await zones({ byPlace: { zone: false, currency: true } }))).toEqual(new Set(["Europe/Berlin"]));
});
