import { type DateTimeStyle, formatDateTime } from "./format-date-time";

/** For texts without a known reader: emails, files, labels. Pages show a `DateTime` instead. */
const format = (style: DateTimeStyle, timeZone: string, start: Date, end?: Date) =>
  formatDateTime("en-GB", null, { style, timeZone, start: start.getTime(), end: end?.getTime() });

/** "Sat 12 December 2026", in the given IANA zone. */
export const formatDay = (at: Date, timeZone: string) => format("day", timeZone, at);

/** "Sat 12 Dec 2026, 19:30": for lists that show the zone elsewhere. */
export const formatBrief = (at: Date, timeZone: string) => format("short", timeZone, at);

/** "19:30". */
export const formatTime = (at: Date, timeZone: string) => format("time", timeZone, at);

/** "Sat 12 December 2026, 19:30 CET". */
export const formatInstant = (at: Date, timeZone: string) => format("full", timeZone, at);

/** The same without the year, where it is this year's: for texts that are read at once. */
export const formatInstantForNow = (at: Date, timeZone: string, now = new Date()) =>
  formatDateTime("en-GB", now.getTime(), { style: "full", timeZone, start: at.getTime() });

/** "Sat 12 December 2026, 19:30 – 23:00 CET", with both days where it ends on another one. */
export const formatRange = (start: Date, end: Date, timeZone: string) => format("full", timeZone, start, end);

/** "CET", or "GMT+9" where the zone has no abbreviation in Britain. With a true minus: lines break after a hyphen. */
export function zoneName(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  return name.replace("-", "−");
}
