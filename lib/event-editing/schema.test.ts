import { expect, test } from "vitest";
import { validationFailure } from "@/lib/requests/result";
import { completeForm } from "@/test/event-form";
import { emptyEventForm, emptyTicketType } from "./form";
import { type EventForm, eventFormSchema } from "./schema";

function errorsOf(over: Partial<EventForm>) {
  const parsed = eventFormSchema.safeParse(completeForm(over));
  return parsed.success ? {} : validationFailure(parsed.error).fieldErrors;
}

const type = (over: Partial<EventForm["ticketTypes"][number]>) => ({
  ...emptyTicketType("AAAA1111"),
  name: "Seat",
  price: "10",
  ...over,
});

test("an empty form reports all missing fields at once", () => {
  const parsed = eventFormSchema.safeParse(emptyEventForm());
  expect(parsed.success).toBe(false);
  expect(parsed.error && validationFailure(parsed.error).fieldErrors).toEqual({
    name: "Give the event a name.",
    category: "Choose a category.",
    startsAt: "Enter when it starts.",
    endsAt: "Enter when it ends.",
    venue: "Enter a venue.",
    city: "Enter a city.",
    country: "Choose a country.",
    capacity: "Enter a capacity.",
    ticketTypes: "Add at least one ticket type.",
  });
});

test("a complete form becomes instants, minor units and numbers", () => {
  const form = completeForm({
    startsAt: "2026-12-12T19:30",
    endsAt: "2026-12-12T23:00",
    timeZone: "Europe/Berlin",
    ticketTypes: [type({ price: "12,50", quota: "30", salesEndAt: "2026-12-12T12:00" })],
  });
  expect(eventFormSchema.parse(form)).toMatchObject({
    startsAt: new Date("2026-12-12T18:30:00Z"),
    endsAt: new Date("2026-12-12T22:00:00Z"),
    capacity: 40,
    holdMinutes: 10,
    salesStartAt: null,
    ticketTypes: [{ price: 1250, quota: 30, salesEndAt: new Date("2026-12-12T11:00:00Z") }],
  });
});

test.each<[string, Partial<EventForm>, Record<string, string>]>([
  ["a name of 121", { name: "x".repeat(121) }, { name: "Use at most 120 characters." }],
  ["only blanks", { name: "   " }, { name: "Give the event a name." }],
  ["an unknown zone", { timeZone: "Mars/Base" }, { timeZone: "Choose a time zone." }],
  ["no seats", { capacity: "0" }, { capacity: "Enter a whole number from 1 to 1,000,000." }],
  ["half a seat", { capacity: "1.5" }, { capacity: "Enter a whole number from 1 to 1,000,000." }],
  [
    "an end before the start",
    { startsAt: "2026-12-12T19:30", endsAt: "2026-12-12T19:30" },
    { endsAt: "It ends before it starts. Choose a later time." },
  ],
  [
    "a time that the clocks skip",
    { startsAt: "2027-03-28T01:30", endsAt: "2027-03-28T08:00" },
    { startsAt: "01:30 doesn’t exist on 28 March 2027: clocks go forward. Next: 02:30." },
  ],
  ["a day that doesn't exist", { startsAt: "2027-02-30T10:00" }, { startsAt: "Enter a valid date and time." }],
  ["a year out of range", { startsAt: "9999-12-01T10:00" }, { startsAt: "Enter a valid date and time." }],
  [
    "sales that close first",
    {
      startsAt: "2026-12-12T19:30",
      endsAt: "2026-12-12T23:00",
      salesStartAt: "2026-12-02T10:00",
      salesEndAt: "2026-12-01T10:00",
    },
    { salesEndAt: "Sales close before they open. Choose a later time." },
  ],
  [
    "euros that could be thousands",
    { ticketTypes: [type({ price: "1,000" })] },
    { "ticketTypes.0.price": "Enter an amount such as 12.50." },
  ],
  [
    "a fraction of a yen",
    { currency: "JPY", ticketTypes: [type({ price: "12.50" })] },
    { "ticketTypes.0.price": "Enter an amount such as 12." },
  ],
  [
    "a type without name and price",
    { ticketTypes: [type({ name: "", price: "" })] },
    { "ticketTypes.0.name": "Name this ticket type.", "ticketTypes.0.price": "Enter a price, or 0 for free." },
  ],
  [
    "a quota of 0",
    { ticketTypes: [type({ quota: "0" })] },
    { "ticketTypes.0.quota": "Enter a whole number from 1, or leave it empty." },
  ],
  [
    "the same type twice",
    { ticketTypes: [type({}), type({})] },
    { "ticketTypes.1.name": "This ticket type is listed twice. Remove one." },
  ],
])("%s is refused with a message", (_, over, errors) => {
  expect(errorsOf(over)).toEqual(errors);
});

test("what PostgreSQL cannot store does not get there", () => {
  const parsed = eventFormSchema.parse(completeForm({ name: "Nul\0l \ud800 night" }));
  expect(parsed.name).toBe("Null \uFFFD night");
});

test("a name of 120 characters is fine", () => {
  expect(errorsOf({ name: "x".repeat(120) })).toEqual({});
});

test("a price that can’t be charged is an error of an event that is paid online only", () => {
  const online = { paymentMethod: "online", currency: "KWD" } as const;
  const ticketTypes = [type({ price: "4.255" })];
  expect(errorsOf({ ...online, ticketTypes })).toEqual({
    "ticketTypes.0.price": "Online, this price can only be paid in steps of KWD\u00a00.010.",
  });
  expect(errorsOf({ ...online, paymentMethod: "venue", ticketTypes })).toEqual({});
  expect(errorsOf({ paymentMethod: "online", ticketTypes: [type({ price: "0.20" })] })).toEqual({
    "ticketTypes.0.price": "Online, a ticket costs €0.50 or more, or is free.",
  });
});

test("there is a time to pay of 5 to 120 minutes", () => {
  expect(errorsOf({ paymentMinutes: "5" })).toEqual({});
  for (const paymentMinutes of ["", "4", "121", "a while"]) {
    expect(errorsOf({ paymentMinutes })).toEqual({ paymentMinutes: expect.any(String) });
  }
});
