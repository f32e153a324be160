import { categoryName } from "@/lib/events/categories";
import { countryName } from "@/lib/names/countries";
import { formatBrief, formatDay, formatTime } from "@/lib/time/format";
import { fieldLabels } from "@/texts/event-editor";
import type { FileDifference } from "./compare";
import type { ContentField } from "./parsed-file";

const contentFieldLabels: Record<ContentField, string> = { ...fieldLabels, price: "Price" };
const SHOWN_CHARACTERS = 200;

function formatFieldValue(field: ContentField, value: string): string {
  if (field === "category") return categoryName(value);
  if (field === "country") return value === "" ? "" : countryName(value);
  return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS).toWellFormed()}…` : value;
}

/** "19:00" and "20:00" on the same day; else with their dates. */
function formatTimes(before: string, after: string, zone: string): { before: string; after: string } {
  const [was, is] = [before === "" ? null : new Date(before), new Date(after)];
  const isSameDay = was !== null && formatDay(was, zone) === formatDay(is, zone);
  const text = (at: Date) => (isSameDay ? formatTime(at, zone) : formatBrief(at, zone));
  return { before: was ? text(was) : "", after: text(is) };
}

/** A difference for people, in the event's zone. */
export function formatDifference({ field, before, after, stays }: FileDifference, zone: string) {
  const isTime = field === "startsAt" || field === "endsAt";
  const values = isTime
    ? formatTimes(before, after, zone)
    : { before: formatFieldValue(field, before), after: formatFieldValue(field, after) };
  return { label: contentFieldLabels[field], ...values, stays };
}
