import { expect, test } from "vitest";
import { draftRow } from "./draft-row";
import { isUndated } from "./event-times";
import { emptyEventForm, eventFormSchema } from "./schema";

const owner = { organizerId: 7, slug: "late-show" };

test("an empty form is a row that the database takes", () => {
  const row = draftRow({}, owner);
  expect(row).toMatchObject({ ...owner, name: "", status: "draft", capacity: 0, availableTickets: 0, country: "ZZ" });
  expect(isUndated({ startsAt: row.startsAt })).toBe(true);
  expect(row.endsAt.getTime()).toBeGreaterThan(row.startsAt.getTime());
  expect(row.form).toEqual(emptyEventForm());
});

test("what is valid is in the columns, and the form keeps what was typed", () => {
  const form = {
    name: "Late show",
    timeZone: "Europe/Lisbon",
    startsAt: "2026-12-12T19:30",
    endsAt: "2026-12-12T18:00",
    capacity: "abc",
    city: " Lisbon ",
    country: "PT",
    holdMinutes: "0",
  };
  const row = draftRow(form, owner);
  expect(row).toMatchObject({ name: "Late show", city: "Lisbon", country: "PT", capacity: 0, holdMinutes: 10 });
  expect(row.startsAt).toEqual(new Date("2026-12-12T19:30:00Z"));
  expect(row.endsAt).toEqual(new Date("2026-12-12T20:30:00Z"));
  expect(row.form).toMatchObject(form);
});

test("a capacity is there to be sold", () => {
  expect(draftRow({ capacity: "80" }, owner)).toMatchObject({ capacity: 80, availableTickets: 80 });
});

test("a name that is too long still names the draft", () => {
  expect(draftRow({ name: "x".repeat(130) }, owner).name).toBe("x".repeat(120));
});

test("a draft's row can be read by the strict schema once it is complete", () => {
  expect(eventFormSchema.safeParse(draftRow({}, owner).form).success).toBe(false);
});
