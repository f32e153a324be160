import { z } from "zod";
import { type Category, categories } from "@/lib/events/categories";
import { sellsUntil } from "@/lib/inventory/sales";
import { isCurrency } from "@/lib/money/currencies";
import { countryCodes } from "@/lib/names/countries";
import { typedText } from "@/lib/text/typed-text";
import { findTimeZone } from "@/lib/time/time-zone";
import { skippedMessage, toInstant } from "@/lib/time/wall-clock";
import { amountError, parseAmount } from "./amount";
import { draftFormSchema, type EventForm, MAX_TICKET_TYPES, ticketTypeFields } from "./form";

export { type EventForm, emptyEventForm } from "./form";

const required = (most: number, missing: string) =>
  typedText().min(1, missing).max(most, `Use at most ${most} characters.`);
const optional = (most: number) => typedText().max(most, `Use at most ${most.toLocaleString("en")} characters.`);

function wholeNumber(from: number, to: number, missing: string) {
  const wrong = `Write a whole number from ${from} to ${to.toLocaleString("en")}.`;
  return typedText()
    .min(1, missing)
    .refine((text) => text === "" || (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to), wrong);
}

const MAX_CAPACITY = 1_000_000;

/** One rule for each field that can be judged by itself; a draft's row takes what keeps its rule. */
export const eventFields = {
  name: required(120, "Give the event a name."),
  summary: optional(200),
  category: z.string().refine((value): value is Category => Object.hasOwn(categories, value), "Choose a category."),
  timeZone: z
    .string()
    .overwrite((text) => findTimeZone(text) ?? text)
    .refine((text) => findTimeZone(text) !== null, "Choose a time zone."),
  venue: required(120, "Write where it takes place."),
  address: optional(200),
  city: required(80, "Write the city."),
  country: z.string().refine((code) => countryCodes.includes(code), "Choose a country."),
  description: optional(20_000),
  currency: z.string().refine(isCurrency, "Choose a currency."),
  capacity: wholeNumber(1, MAX_CAPACITY, "Say how many people can come."),
  maxTicketsPerBooking: wholeNumber(1, 200, "Say how many tickets one booking may have."),
  holdMinutes: wholeNumber(1, 1_440, "Say how many minutes a checkout may take."),
  cancellationCutoffHours: wholeNumber(0, 8_760, "Say until how many hours before the start people can cancel."),
};

const ticketType = ticketTypeFields.extend({
  name: required(80, "Name this ticket type."),
  description: optional(300),
  price: typedText().min(1, "Write a price; 0 is free."),
  quota: typedText().refine(
    (text) => text === "" || (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= MAX_CAPACITY),
    "Write a whole number from 1 on, or leave it empty.",
  ),
});

const shape = draftFormSchema.extend({
  ...eventFields,
  ticketTypes: z
    .array(ticketType)
    .min(1, "Add at least one ticket type.")
    .max(MAX_TICKET_TYPES, `An event has at most ${MAX_TICKET_TYPES} ticket types.`),
});

const YEARS = { from: 1900, to: 2200 };

function parseWall(wall: string, timeZone: string): ReturnType<typeof toInstant> {
  const year = Number(wall.slice(0, 4));
  if (year < YEARS.from || year > YEARS.to) return { ok: false, code: "INVALID" };
  return toInstant(wall, timeZone);
}

/** The instant of a wall-clock time; null where there is none. */
export function parseInstant(wall: string, timeZone: string): Date | null {
  const found = findTimeZone(timeZone) ? parseWall(wall, timeZone) : null;
  return found?.ok ? found.at : null;
}

/** A sales window as columns: the instants, and beside them what was typed. */
function salesWindow(typed: { salesStartAt: string; salesEndAt: string }, timeZone: string) {
  const salesStartAt = parseInstant(typed.salesStartAt, timeZone);
  const salesEndAt = parseInstant(typed.salesEndAt, timeZone);
  return {
    salesStartAt,
    salesEndAt,
    salesStartAtWall: salesStartAt && typed.salesStartAt.slice(0, 16),
    salesEndAtWall: salesEndAt && typed.salesEndAt.slice(0, 16),
  };
}

type Path = (string | number)[];

/** The rules that look at more than one field. */
function checkCrossFieldRules(form: EventForm, report: (path: Path, message: string) => void) {
  const at = (wall: string, path: Path, missing?: string) => {
    if (wall === "") {
      if (missing) report(path, missing);
      return null;
    }
    if (!findTimeZone(form.timeZone)) return null;
    const found = parseWall(wall, form.timeZone);
    if (found.ok) return found.at;
    report(path, found.code === "SKIPPED" ? skippedMessage(wall, found.next) : "This is not a date and time.");
    return null;
  };
  const startsAt = at(form.startsAt, ["startsAt"], "Say when it starts.");
  const endsAt = at(form.endsAt, ["endsAt"], "Say when it ends.");
  if (startsAt && endsAt && endsAt <= startsAt) report(["endsAt"], "It ends before it starts. Choose a later time.");

  const salesEndAt = parseInstant(form.salesEndAt, form.timeZone);
  const closesAt = startsAt && endsAt && sellsUntil({ startsAt, endsAt, salesEndAt });
  const checkWindow = (window: { salesStartAt: string; salesEndAt: string }, path: Path) => {
    const from = at(window.salesStartAt, [...path, "salesStartAt"]);
    const to = at(window.salesEndAt, [...path, "salesEndAt"]);
    if (from && to && to <= from) report([...path, "salesEndAt"], "Sales end before they start. Choose a later time.");
    else if (to && endsAt && to > endsAt) report([...path, "salesEndAt"], "Sales end after the event has ended.");
    if (!from || !closesAt || from < closesAt || (to && to <= from)) return;
    const over = closesAt === startsAt ? "the event has started" : "the event's sales have ended";
    report([...path, "salesStartAt"], `Sales start after ${over}.`);
  };
  checkWindow(form, []);
  const codes = new Set<string>();
  for (const [index, type] of form.ticketTypes.entries()) {
    const path: Path = ["ticketTypes", index];
    checkWindow(type, path);
    const problem = type.price === "" || !isCurrency(form.currency) ? null : amountError(type.price, form.currency);
    if (problem) report([...path, "price"], problem);
    if (codes.has(type.code)) report([...path, "name"], "This ticket type is there twice. Remove one.");
    codes.add(type.code);
  }
}

/** The whole form, complete and right: what publishing asks for, and every save of a published event. */
export const eventFormSchema = shape
  .superRefine((form, context) => {
    checkCrossFieldRules(form, (path, message) => context.addIssue({ code: "custom", path, message }));
  })
  .transform((form) => {
    const instant = (wall: string) => parseInstant(wall, form.timeZone);
    const startsAt = instant(form.startsAt);
    const endsAt = instant(form.endsAt);
    if (!startsAt || !endsAt) throw new Error("the checks let a missing date through");
    return {
      ...form,
      isZoneUnsettled: false,
      startsAt,
      endsAt,
      startsAtWall: form.startsAt.slice(0, 16),
      endsAtWall: form.endsAt.slice(0, 16),
      ...salesWindow(form, form.timeZone),
      capacity: Number(form.capacity),
      maxTicketsPerBooking: Number(form.maxTicketsPerBooking),
      holdMinutes: Number(form.holdMinutes),
      cancellationCutoffHours: Number(form.cancellationCutoffHours),
      ticketTypes: form.ticketTypes.map((type) => ({
        ...type,
        price: parseAmount(type.price, form.currency) ?? 0,
        quota: type.quota === "" ? null : Number(type.quota),
        ...salesWindow(type, form.timeZone),
      })),
    };
  });

export type EventValues = z.output<typeof eventFormSchema>;
export type TicketTypeValues = EventValues["ticketTypes"][number];
