import type { z } from "zod";
import type { events } from "@/db/schema";
import { eventSearchColumns } from "@/lib/search/vector";
import { wallClocksOf } from "@/lib/time/stored-wall-clocks";
import { UNDATED_START } from "./event-times";
import { type EventForm, emptyEventForm, eventFields, parseInstant } from "./schema";

const MAX_NAME_LENGTH = 120;
const HOUR_MS = 3_600_000;

function validOr<Field extends z.ZodType<string>>(field: Field, value: string, fallback: string): string {
  const result = field.safeParse(value);
  return result.success ? result.data : fallback;
}

/** A draft's form as columns, for lists. Invalid fields become placeholders. */
export function draftColumns(form: EventForm) {
  const text = (name: "summary" | "venue" | "address" | "city" | "description") =>
    validOr(eventFields[name], form[name], "");
  const number = (
    name: "paymentMinutes" | "maxTicketsPerBooking" | "holdMinutes" | "cancellationCutoffHours",
    fallback: number,
  ) => Number(validOr(eventFields[name], form[name], String(fallback)));
  const timeZone = validOr(eventFields.timeZone, form.timeZone, "UTC");
  const instant = (wall: string) => parseInstant(wall, timeZone);
  const startsAt = instant(form.startsAt) ?? UNDATED_START;
  const typedEnd = instant(form.endsAt);
  const endsAt = typedEnd && typedEnd > startsAt ? typedEnd : new Date(startsAt.getTime() + HOUR_MS);
  const window = { salesStartAt: instant(form.salesStartAt), salesEndAt: instant(form.salesEndAt) };
  const shown = {
    // A name that is too long is cut rather than dropped: lists show drafts by their names.
    name: [...form.name.trim()].slice(0, MAX_NAME_LENGTH).join(""),
    summary: text("summary"),
    venue: text("venue"),
    city: text("city"),
  };
  return {
    ...shown,
    ...eventSearchColumns(shown),
    description: text("description"),
    category: validOr(eventFields.category, form.category, "community"),
    startsAt,
    endsAt,
    ...window,
    timeZone,
    isZoneUnsettled: false,
    ...wallClocksOf({ startsAt, endsAt, ...window, timeZone }),
    address: text("address"),
    country: validOr(eventFields.country, form.country, "ZZ"),
    currency: validOr(eventFields.currency, form.currency, "EUR"),
    paymentMethod: form.paymentMethod,
    paymentMinutes: number("paymentMinutes", 15),
    coverImage: form.coverImage,
    maxTicketsPerBooking: number("maxTicketsPerBooking", 10),
    holdMinutes: number("holdMinutes", 10),
    cancellationCutoffHours: number("cancellationCutoffHours", 24),
    waitlistEnabled: form.waitlistEnabled,
    waitingRoom: form.waitingRoom,
  };
}

export function draftCapacity(form: EventForm) {
  return Number(validOr(eventFields.capacity, form.capacity, "0"));
}

/** A new draft as an insert. Missing fields are empty. */
export function draftRow(
  form: Partial<EventForm>,
  {
    organizerId,
    slug,
    savedBy,
    importKey,
  }: { organizerId: number; slug: string; savedBy?: number; importKey?: string },
): typeof events.$inferInsert {
  const whole = emptyEventForm(form);
  const capacity = draftCapacity(whole);
  return {
    ...draftColumns(whole),
    organizerId,
    slug,
    savedBy,
    importKey,
    status: "draft",
    capacity,
    availableTickets: capacity,
    form: whole,
  };
}
