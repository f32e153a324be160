import { expect, test } from "vitest";
import { validationFailure } from "@/lib/requests/result";
import { readCaseFile } from "@/test/cases";
import { completeForm } from "@/test/event-form";
import { draftRow } from "./draft-row";
import { eventFormSchema } from "./schema";

const spellings = new TextDecoder()
  .decode(readCaseFile("c04-zone-abbreviations.csv"))
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").at(-1) ?? "");

const when = { startsAt: "2127-07-04T19:00", endsAt: "2127-07-04T21:00" };
const read = (timeZone: string) => eventFormSchema.safeParse(completeForm({ ...when, timeZone }));

test.each(spellings.filter((zone) => zone !== "europe/berlin"))("c04: the zone %s is refused at its field", (zone) => {
  const parsed = read(zone);
  expect(parsed.error && validationFailure(parsed.error).fieldErrors).toEqual({ timeZone: "Choose a time zone." });
});

test("c04: a place in small letters is stored in its own", () => {
  expect(read("europe/berlin").data).toMatchObject({
    timeZone: "Europe/Berlin",
    startsAt: new Date("2127-07-04T17:00:00Z"),
  });
});

test.each(["BST", "EST", "IST"])("c04: a draft keeps %s as it was typed, and its row no such zone", (timeZone) => {
  const row = draftRow({ ...when, timeZone }, { organizerId: 1, slug: "a-night" });
  expect(row).toMatchObject({ timeZone: "UTC", form: { timeZone } });
});
