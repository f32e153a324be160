import { createHash } from "node:crypto";
import type { IcsEvent } from "./ics-event";
import type { Occurrence } from "./ics-occurrences";
import { toOneLine } from "./text";

/** Short and of one length, whatever a file calls its events. */
export function importKey(kind: "id" | "row" | "calendar", parts: string[]): string {
  return `${kind}:${createHash("sha256").update(parts.join("\0")).digest("base64url")}`;
}

/** What an event of a calendar is known by, and what it was known by before marked whole days were read as days. */
export type CalendarKeys = { key: string; formerKey: string | null };

/**
 * Its UID, with the date it stands for in its series: not what it says, which may change. Without a UID, its name and
 * place, and its start; the start also where a program gave one UID to several events.
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
