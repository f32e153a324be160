import type { EventForm } from "@/lib/event-editing/form";
import { parseInstant } from "@/lib/event-editing/schema";
import { wallClock } from "@/lib/time/wall-clock";
import { fieldValue, type ImportContent, singlePriceOf } from "./content";
import type { ContentField, ParsedEvent } from "./parsed-file";

export type FileDifference = {
  field: ContentField;
  /** The value in the form; an instant for times. */
  before: string;
  after: string;
  /** Edited here since the last import, so it is kept. */
  stays: boolean;
};

export type Comparison = {
  differences: FileDifference[];
  /** The event's form with the file's changes; fields that were edited here are kept. */
  form: EventForm;
};

const textFields = [
  "name",
  "summary",
  "description",
  "category",
  "venue",
  "address",
  "city",
  "country",
  "capacity",
  "currency",
  "price",
] as const satisfies ContentField[];

type FieldDecision = "same" | "take" | "stays";

/** A three-way comparison: the file's last content, its new content, and the event. */
function decideField(
  current: string | null,
  now: string,
  last: string | null | undefined,
  isKnown: boolean,
): FieldDecision {
  if (current === now || last === now) return "same";
  // Without the file's last content, it is unknown which side changed.
  if (!isKnown || current === last) return "take";
  return last === undefined && (current ?? "") === "" ? "take" : "stays";
}

const isoOf = (wall: string | null | undefined, zone: string | null | undefined) =>
  wall && zone ? (parseInstant(wall, zone)?.toISOString() ?? null) : null;

/**
 * The changes of a file to an event that was imported before. `last` is the file's content then: fields that were edited
 * here since are kept. If it is null, every difference counts as the file's change.
 */
export function compareWithFile(current: EventForm, read: ParsedEvent, last: ImportContent | null): Comparison {
  const differences: FileDifference[] = [];
  const form: EventForm = { ...current };
  const isStated = (field: ContentField) => read.stated.includes(field);
  const note = (field: ContentField, before: string, after: string, stays: boolean) =>
    differences.push({ field, before, after, stays });

  const judgedZone = isStated("timeZone")
    ? decideField(current.timeZone, read.form.timeZone, last ? (last.timeZone ?? undefined) : null, last !== null)
    : "same";
  if (judgedZone === "take") form.timeZone = read.form.timeZone;
  const instants = (field: "startsAt" | "endsAt") => ({
    current: isoOf(current[field], current.timeZone),
    now: isoOf(read.form[field], read.form.timeZone),
    last: last === null ? null : (isoOf(last[field], last.timeZone) ?? undefined),
  });
  const times = { startsAt: instants("startsAt"), endsAt: instants("endsAt") };
  const chosen = { startsAt: times.startsAt.current, endsAt: times.endsAt.current };
  for (const field of ["startsAt", "endsAt"] as const) {
    const { current: here, now, last: before } = times[field];
    if (!isStated(field) || now === null) continue;
    const judged = decideField(here, now, before, last !== null);
    if (judged === "same") continue;
    if (judged === "take") chosen[field] = now;
    note(field, here ?? "", now, judged === "stays");
  }
  const movedMs =
    chosen.startsAt && times.startsAt.current ? Date.parse(chosen.startsAt) - Date.parse(times.startsAt.current) : 0;
  // An end that the file doesn't state moves with the start.
  if (!isStated("endsAt") && movedMs !== 0 && chosen.endsAt) {
    const later = new Date(Date.parse(chosen.endsAt) + movedMs).toISOString();
    note("endsAt", chosen.endsAt, later, false);
    chosen.endsAt = later;
  }
  for (const field of ["startsAt", "endsAt"] as const) {
    const at = chosen[field];
    if (at !== null && (at !== times[field].current || form.timeZone !== current.timeZone))
      form[field] = wallClock(new Date(at), form.timeZone);
  }
  if (judgedZone !== "same") note("timeZone", current.timeZone, read.form.timeZone, judgedZone === "stays");

  for (const field of textFields) {
    const now = isStated(field) ? fieldValue(read.form, field) : null;
    if (now === null || (field === "price" && current.ticketTypes.length > 1)) continue;
    const here = fieldValue(current, field);
    const judged = decideField(here, now, last === null ? null : last[field], last !== null);
    if (judged === "same") continue;
    note(field, here ?? "", now, judged === "stays");
    if (judged === "take") applyField(form, field, now, read);
  }
  return { differences, form };
}

function applyField(form: EventForm, field: (typeof textFields)[number], value: string, read: ParsedEvent) {
  if (field !== "price") {
    form[field] = value;
    return;
  }
  const [type] = form.ticketTypes;
  form.ticketTypes = type && singlePriceOf(form) !== null ? [{ ...type, price: value }] : (read.form.ticketTypes ?? []);
}
