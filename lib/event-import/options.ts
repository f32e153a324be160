import { z } from "zod";
import { eventFields } from "@/lib/event-editing/schema";
import { CURRENCY_NOT_OFFERED, isOfferedCurrency } from "@/lib/money/currencies";
import { typedText } from "@/lib/text/typed-text";
import { encodingSchema } from "./encodings";
import { fieldNames } from "./fields";
import { importLimits, maxLengths } from "./limits";

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00.");

/** What the file does not say. */
export const importDefaultsSchema = z.object({
  timeZone: eventFields.timeZone,
  /** When an event starts that has only a day. */
  startTime: timeOfDaySchema,
  /** When an event ends that has only a day. */
  endTime: timeOfDaySchema,
  /** How long an event takes that has no end. */
  hours: z.string().regex(/^([1-9]|[1-9]\d)$/, "Write whole hours from 1 to 99."),
  category: eventFields.category,
  country: z.union([z.literal(""), eventFields.country]),
  venue: typedText().max(maxLengths.venue, `Use at most ${maxLengths.venue} characters.`),
  city: typedText().max(maxLengths.city, `Use at most ${maxLengths.city} characters.`),
  currency: eventFields.currency.refine(isOfferedCurrency, CURRENCY_NOT_OFFERED),
  capacity: eventFields.capacity,
  /** Of one ticket; empty: ticket types are added later. */
  price: typedText().max(20, "Write an amount, or nothing."),
});

const column = z.number().int().min(0).max(importLimits.columns);

/** What is said of one file. What a page that was opened before an update does not send yet has a default. */
export const importOptionsSchema = z.object({
  /** Which column holds a field; null: as its headers say. */
  mapping: z.partialRecord(z.enum(fieldNames), column).nullable(),
  /** How a file that is not Unicode was written; null: asked. */
  encoding: encodingSchema.nullable().default(null),
  /** What 03/04/2026 means; null: asked where the file does not settle it. */
  dateOrder: z.enum(["day-first", "month-first"]).nullable(),
  /** Zones whose names say nothing, as the organizer knows them. */
  zones: z.record(z.string().max(200), eventFields.timeZone),
  /** What 12.345 means; null: asked where the file does not settle it. */
  decimalMark: z.enum([".", ","]).nullable().default(null),
  /** Currencies of marks such as "$" and "kr", as the organizer knows them. */
  currencies: z
    .record(z.string().max(50), eventFields.currency.refine(isOfferedCurrency, CURRENCY_NOT_OFFERED))
    .default({}),
  /** Whether a place with another zone or currency than the defaults decides, where a row names none. */
  byPlace: z.object({ zone: z.boolean(), currency: z.boolean() }).default({ zone: true, currency: true }),
  /** Leaves out what has ended. */
  skipPast: z.boolean(),
  defaults: importDefaultsSchema,
});

export type ImportOptions = z.infer<typeof importOptionsSchema>;
export type ImportDefaults = ImportOptions["defaults"];
export type DateOrder = NonNullable<ImportOptions["dateOrder"]>;
