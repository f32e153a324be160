import { z } from "zod";
import { eventFields } from "@/lib/event-editing/schema";
import { CURRENCY_NOT_OFFERED, isOfferedCurrency } from "@/lib/money/currencies";
import { typedText } from "@/lib/text/typed-text";
import { settingErrors } from "@/texts/import-problems";
import { encodingSchema } from "./encodings";
import { fieldNames } from "./fields";
import { importLimits, maxLengths } from "./limits";

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, settingErrors.time);

/** Used for values that the file leaves out. */
export const importDefaultsSchema = z.object({
  timeZone: eventFields.timeZone,
  /** The start of an event that has only a day. */
  startTime: timeOfDaySchema,
  /** The end of an event that has only a day. */
  endTime: timeOfDaySchema,
  /** The duration of an event without an end. */
  hours: z.string().regex(/^([1-9]|[1-9]\d)$/, settingErrors.hours),
  category: eventFields.category,
  country: z.union([z.literal(""), eventFields.country]),
  venue: typedText().max(maxLengths.venue, settingErrors.tooLong(maxLengths.venue)),
  city: typedText().max(maxLengths.city, settingErrors.tooLong(maxLengths.city)),
  currency: eventFields.currency.refine(isOfferedCurrency, CURRENCY_NOT_OFFERED),
  capacity: eventFields.capacity,
  /** The price of a ticket; empty if ticket types are added later. */
  price: typedText().max(20, settingErrors.price),
});

const column = z.number().int().min(0).max(importLimits.columns);

/** The settings and answers for a file. Newer ones have defaults, as pages from before an update don't send them. */
export const importOptionsSchema = z.object({
  /** The column of each field; null to guess it from the headers. */
  mapping: z.partialRecord(z.enum(fieldNames), column).nullable(),
  /** The encoding of a file that is not Unicode; null to ask. */
  encoding: encodingSchema.nullable().default(null),
  /** What 03/04/2026 means; null to ask if the file leaves it open. */
  dateOrder: z.enum(["day-first", "month-first"]).nullable(),
  /** The organizer's answers for ambiguous zone names. */
  zones: z.record(z.string().max(200), eventFields.timeZone),
  /** What 12.345 means; null to ask if the file leaves it open. */
  decimalMark: z.enum([".", ","]).nullable().default(null),
  /** The organizer's answers for currency marks such as "$" and "kr". */
  currencies: z
    .record(z.string().max(50), eventFields.currency.refine(isOfferedCurrency, CURRENCY_NOT_OFFERED))
    .default({}),
  /** Whether rows without a zone or currency use that of their place, rather than the default. */
  byPlace: z.object({ zone: z.boolean(), currency: z.boolean() }).default({ zone: true, currency: true }),
  /** Skips events that have ended. */
  skipPast: z.boolean(),
  defaults: importDefaultsSchema,
});

export type ImportOptions = z.infer<typeof importOptionsSchema>;
export type ImportDefaults = ImportOptions["defaults"];
export type DateOrder = NonNullable<ImportOptions["dateOrder"]>;
