import { toInstant, wallClock } from "@/lib/time/wall-clock";
import type { ImportDefaults } from "./options";

/** A date and time in a file. An end can have a time without a day. */
export type Moment = {
  day: string;
  time: string | null /** From UTC, if the file has one. */;
  offset: string | null;
};

export type ScheduleResult =
  | {
      ok: true;
      startsAt: string;
      endsAt: string;
      at: { start: Date; end: Date };
      /** Has dates, but neither a start time nor an end time. */
      isAllDay: boolean;
      /** The end equalled the start. */
      hadNoLength: boolean;
      /** The end time was before the start time, so it is on the next day. */
      endsNextDay: boolean;
      /** A time that the clocks skip, and the next one that exists. */
      skipped: { wall: string; next: string } | null;
    }
  | { ok: false; code: "NO_SUCH_INSTANT" | "ENDS_BEFORE_START" };

const MINUTE_MS = 60_000;

/** The wall clock some minutes later. Clock changes are ignored, as such an end is an estimate. */
function laterWall(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + minutes * MINUTE_MS).toISOString().slice(0, 16);
}

const wallMinutes = (wall: string) => Date.parse(`${wall.slice(0, 16)}:00Z`) / MINUTE_MS;

export function shiftDay(day: string, days: number): string {
  return laterWall(`${day}T00:00`, days * 24 * 60).slice(0, 10);
}

/** Whether two zones show the same time at noon of a day. */
export function isSameClock(one: string, other: string, day: string): boolean {
  const [first, second] = [one, other].map((zone) => toInstant(`${day}T12:00`, zone));
  return first?.ok === true && second?.ok === true && first.at.getTime() === second.at.getTime();
}

/** 24:00 becomes 00:00 of the next day. */
export function normalizeMidnight(day: string, time: string | null): { day: string; time: string | null } {
  return time === "24:00" ? { day: shiftDay(day, 1), time: "00:00" } : { day, time };
}

/** An end without a day is the first such time after the start. */
function endAfter(startWall: string, { time }: Moment): { end: Moment; isNextDay: boolean } {
  const at = normalizeMidnight(startWall.slice(0, 10), time);
  const isNextDay = `${at.day}T${at.time}` < startWall.slice(0, 16);
  return { end: { ...at, day: isNextDay ? shiftDay(at.day, 1) : at.day, offset: null }, isNextDay };
}

function wallOf({ day, time, offset }: Moment, fallbackTime: string, timeZone: string): string | null {
  if (time === null || offset === null) return `${day}T${time ?? fallbackTime}`;
  const at = new Date(`${day}T${time}:00${offset}`);
  return Number.isNaN(at.getTime()) ? null : wallClock(at, timeZone);
}

type ResolvedWall = { wall: string; at: Date; skipped: { wall: string; next: string } | null };

function resolveWall(wall: string, timeZone: string): ResolvedWall | null {
  const found = toInstant(wall, timeZone);
  if (found.ok) return { wall, at: found.at, skipped: null };
  if (found.code !== "SKIPPED") return null;
  const next = toInstant(found.next, timeZone);
  return next.ok ? { wall: found.next, at: next.at, skipped: { wall, next: found.next } } : null;
}

/** Start and end as wall clocks in the event's zone, completed from the defaults. */
export function schedule(
  start: Moment,
  until: Moment | null,
  timeZone: string,
  defaults: ImportDefaults,
): ScheduleResult {
  const none = { ok: false, code: "NO_SUCH_INSTANT" } as const;
  const startWall = wallOf(start, defaults.startTime, timeZone);
  const first = startWall === null ? null : resolveWall(startWall, timeZone);
  if (!startWall || !first) return none;
  const timeAlone = until?.day === "" ? endAfter(startWall, until) : null;
  const end = timeAlone?.end ?? until;
  // A start with only a day ends on the same day.
  const stated = end ?? (start.time === null ? start : null);
  const endWall = stated ? wallOf(stated, defaults.endTime, timeZone) : null;
  const shownFirst = endWall === null ? null : resolveWall(endWall, timeZone);
  // If both times occur twice, the end has the same offset as the start.
  const isHourBefore = timeAlone && shownFirst && shownFirst.at < first.at;
  const given = isHourBefore ? resolveWall(`${endWall}${startWall.slice(16)}`, timeZone) : shownFirst;
  if (stated && !given) return none;
  const isOpen = !given || (stated?.time === null && given.at <= first.at && stated.day === first.wall.slice(0, 10));
  // A skipped start moves forward, possibly past its end: then the end keeps its distance from the start.
  const swallowed = first.skipped && given ? wallMinutes(given.wall) - wallMinutes(first.skipped.wall) : 0;
  const hadNoLength = !isOpen && given.at.getTime() === first.at.getTime();
  const isEarlier = !isOpen && given.at < first.at;
  if (isEarlier && swallowed <= 0) return { ok: false, code: "ENDS_BEFORE_START" };
  const minutes = swallowed > 0 ? swallowed : Number(defaults.hours) * 60;
  const isEstimate = isOpen || hadNoLength || isEarlier;
  const last = isEstimate ? resolveWall(laterWall(first.wall.slice(0, 16), minutes), timeZone) : given;
  if (!last) return none;
  const at = { start: first.at, end: last.at };
  return {
    ok: true,
    startsAt: first.wall,
    endsAt: last.wall,
    at,
    isAllDay: start.time === null && (until === null || until.time === null),
    endsNextDay: timeAlone?.isNextDay ?? false,
    hadNoLength: hadNoLength && swallowed <= 0,
    skipped: first.skipped ?? last.skipped,
  };
}
