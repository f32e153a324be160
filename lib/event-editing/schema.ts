import { z } from "zod";
import { type Category, categories } from "@/lib/events/categories";
import { sellsUntil } from "@/lib/inventory/sales";
import { isCurrency } from "@/lib/money/currencies";
import { countryCodes } from "@/lib/names/countries";
import { typedText } from "@/lib/text/typed-text";
import { findTimeZone } from "@/lib/time/time-zone";
import { skippedMessage, toInstant } from "@/lib/time/wall-clock";
import { fieldErrors } from "@/texts/event-errors";
import { amountError, parseAmount } from "./amount";
import { chargeError } from "./charge-error";
import { draftFormSchema, type EventForm, MAX_TICKET_TYPES, ticketTypeFields } from "./form";

export { type EventForm, emptyEventForm } from "./form";

const tooLong = (most: number) => fieldErrors.tooLong(most.toLocaleString("en-GB"));
const required = (most: number, missing: string) => typedText().min(1, missing).max(most, tooLong(most));
const optional = (most: number) => typedText().max(most, tooLong(most));

function wholeNumber(from: number, to: number, missing: string) {
  const invalid = fieldErrors.wholeNumber(String(from), to.toLocaleString("en-GB"));
  return typedText()
    .min(1, missing)
    .refine((text) => text === "" || (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to), invalid);
}

const MAX_CAPACITY = 1_000_000;

/** The rule of each field that is validated on its own; a draft's row takes the valid ones. */
export const eventFields = {
  name: required(120, fieldErrors.name),
  summary: optional(200),
  category: z.string().refine((value): value is Category => Object.hasOwn(categories, value), fieldErrors.category),
  timeZone: z
    .string()
    .overwrite((text) => findTimeZone(text) ?? text)
    .refine((text) => findTimeZone(text) !== null, fieldErrors.timeZone),
  venue: required(120, fieldErrors.venue),
  address: optional(200),
  city: required(80, fieldErrors.city),
  country: z.string().refine((code) => countryCodes.includes(code), fieldErrors.country),
  description: optional(20_000),
  currency: z.string().refine(isCurrency, fieldErrors.currency),
  paymentMinutes: wholeNumber(5, 120, fieldErrors.paymentMinutes),
  capacity: wholeNumber(1, MAX_CAPACITY, fieldErrors.capacity),
  maxTicketsPerBooking: wholeNumber(1, 200, fieldErrors.maxTicketsPerBooking),
  holdMinutes: wholeNumber(1, 1_440, fieldErrors.holdMinutes),
  cancellationCutoffHours: wholeNumber(0, 8_760, fieldErrors.cancellationCutoffHours),
};

const ticketType = ticketTypeFields.extend({
  name: required(80, fieldErrors.ticketTypeName),
  description: optional(300),
  price: typedText().min(1, fieldErrors.price),
  quota: typedText().refine(
    (text) => text === "" || (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= MAX_CAPACITY),
    fieldErrors.quota,
  ),
});

const shape = draftFormSchema.extend({
  ...eventFields,
  ticketTypes: z
    .array(ticketType)
    .min(1, fieldErrors.ticketTypesMissing)
    .max(MAX_TICKET_TYPES, fieldErrors.ticketTypesTooMany(MAX_TICKET_TYPES)),
});

const YEARS = { from: 1900, to: 2200 };

function parseWall(wall: string, timeZone: string): ReturnType<typeof toInstant> {
  const year = Number(wall.slice(0, 4));
  if (year < YEARS.from || year > YEARS.to) return { ok: false, code: "INVALID" };
  return toInstant(wall, timeZone);
}

/** The instant of a wall-clock time; null if it doesn't exist. */
export function parseInstant(wall: string, timeZone: string): Date | null {
  const found = findTimeZone(timeZone) ? parseWall(wall, timeZone) : null;
  return found?.ok ? found.at : null;
}

/** A sales window as columns: the instants and the wall clocks as typed. */
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

function priceProblem(price: string, { currency, paymentMethod }: EventForm): string | null {
  if (price === "" || !isCurrency(currency)) return null;
  const amount = parseAmount(price, currency);
  if (amount === null) return amountError(price, currency);
  return paymentMethod === "online" ? chargeError(amount, currency) : null;
}

/** The rules that involve several fields. */
function checkCrossFieldRules(form: EventForm, report: (path: Path, message: string) => void) {
  const at = (wall: string, path: Path, missing?: string) => {
    if (wall === "") {
      if (missing) report(path, missing);
      return null;
    }
    if (!findTimeZone(form.timeZone)) return null;
    const found = parseWall(wall, form.timeZone);
    if (found.ok) return found.at;
    report(path, found.code === "SKIPPED" ? skippedMessage(wall, found.next) : fieldErrors.date);
    return null;
  };
  const startsAt = at(form.startsAt, ["startsAt"], fieldErrors.startsAt);
  const endsAt = at(form.endsAt, ["endsAt"], fieldErrors.endsAt);
  if (startsAt && endsAt && endsAt <= startsAt) report(["endsAt"], fieldErrors.endBeforeStart);

  const salesEndAt = parseInstant(form.salesEndAt, form.timeZone);
  const closesAt = startsAt && endsAt && sellsUntil({ startsAt, endsAt, salesEndAt });
  const checkWindow = (window: { salesStartAt: string; salesEndAt: string }, path: Path) => {
    const from = at(window.salesStartAt, [...path, "salesStartAt"]);
    const to = at(window.salesEndAt, [...path, "salesEndAt"]);
    if (from && to && to <= from) report([...path, "salesEndAt"], fieldErrors.salesEndBeforeStart);
    else if (to && endsAt && to > endsAt) report([...path, "salesEndAt"], fieldErrors.salesEndAfterEvent);
    if (!from || !closesAt || from < closesAt || (to && to <= from)) return;
    report(
      [...path, "salesStartAt"],
      closesAt === startsAt ? fieldErrors.salesStartAfterEvent : fieldErrors.salesStartAfterSales,
    );
  };
  checkWindow(form, []);
  const codes = new Set<string>();
  for (const [index, type] of form.ticketTypes.entries()) {
    const path: Path = ["ticketTypes", index];
    checkWindow(type, path);
    const problem = priceProblem(type.price, form);
    if (problem) report([...path, "price"], problem);
    if (codes.has(type.code)) report([...path, "name"], fieldErrors.ticketTypeDuplicate);
    codes.add(type.code);
  }
}

/** A complete and valid form, as publishing and every save of a published event require. */
export const eventFormSchema = shape
  .superRefine((form, context) => {
    checkCrossFieldRules(form, (path, message) => context.addIssue({ code: "custom", path, message }));
  })
  .transform((form) => {
    const instant = (wall: string) => parseInstant(wall, form.timeZone);
    const startsAt = instant(form.startsAt);
    const endsAt = instant(form.endsAt);
    if (!startsAt || !endsAt) throw new Error("a form without dates passed validation");
    return {
      ...form,
      isZoneUnsettled: false,
      startsAt,
      endsAt,
      startsAtWall: form.startsAt.slice(0, 16),
      endsAtWall: form.endsAt.slice(0, 16),
      ...salesWindow(form, form.timeZone),
      paymentMinutes: Number(form.paymentMinutes),
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
