import { createHash } from "node:crypto";
import type { IcsEvent } from "./ics-event";
import type { Occurrence } from "./ics-occurrences";
import { toOneLine } from "./text";

/** A hash of fixed length. */
export function importKey(kind: "id" | "row" | "calendar", parts: string[]): string {
  return `${kind}:${createHash("sha256").update(parts.join("\0")).digest("base64url")}`;
}

/** The key of a calendar event, and its key before marked whole days were read as days. */
export type CalendarKeys = { key: string; formerKey: string | null };

/**
 * The UID and the date in the series, but no contents, which may change. Without a UID the name, place and start. The
 * start is also included if several events have the same UID.
 */
export function calendarKeys(event: IcsEvent, { start, of }: Occurrence, isRepeated: boolean): CalendarKeys {
  const { uid, name, location, isWholeDays, recurrenceId } = event;
  const own = uid === "" ? [toOneLine(name), toOneLine(location)] : [uid];
  const whole = (day: string) => (isWholeDays && day !== "" && !day.includes("T") ? `${day}T00:00` : day);
  const needsStart = of === "" && (isRepeated || uid === "");
  const at = needsStart ? `${start.day}T${start.time ?? ""}` : of;
  const written = recurrenceId && recurrenceId.time.time === null ? recurrenceId.time.day : at;
  const former = needsStart ? (isWholeDays ? `${start.day}T00:00` : at) : whole(written).replace(/(T00:00)$/, "$1:00");
  const key = importKey("calendar", [...own, at]);
  return { key, formerKey: former === at ? null : importKey("calendar", [...own, former]) };
}
