import { fromDate, parseDateTime, toCalendarDateTime, toZoned, type ZonedDateTime } from "@internationalized/date";
import { clockChangeNotice } from "@/texts/site";

const WALL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})([+-]\d{2}:\d{2})?$/;

type Candidates = { dateTime: string; offset: string | undefined; earlier: ZonedDateTime; later: ZonedDateTime };

/** Both readings of a wall clock. They differ where clocks change, and neither shows a skipped time. */
function parseCandidates(wall: string, timeZone: string): Candidates | null {
  const [, dateTime, offset] = WALL.exec(wall) ?? [];
  if (!dateTime) return null;
  try {
    const parsed = parseDateTime(dateTime);
    return {
      dateTime,
      offset,
      earlier: toZoned(parsed, timeZone, "earlier"),
      later: toZoned(parsed, timeZone, "later"),
    };
  } catch {
    // The date does not exist, or this runtime does not know the zone.
    return null;
  }
}

const DAY_MS = 86_400_000;
const MAX_CACHED = 10_000;
const cachedOffsets = new Map<string, number | null>();

/** Days that are checked together. No zone's clocks change and change back within this time. */
const WINDOW_MS = 16 * DAY_MS;

/** The offset of a zone from two days before `from` to two days after `to`; null if its clocks change. */
function offsetAround(from: number, to: number, timeZone: string): number | null {
  const key = `${timeZone} ${from} ${to}`;
  const cached = cachedOffsets.get(key);
  if (cached !== undefined) return cached;
  const offsetAt = (at: number) => fromDate(new Date(at), timeZone).offset;
  const [before, after] = [offsetAt(from - 2 * DAY_MS), offsetAt(to + 2 * DAY_MS)];
  const steady = before === after ? before : null;
  if (cachedOffsets.size >= MAX_CACHED) cachedOffsets.clear();
  cachedOffsets.set(key, steady);
  return steady;
}

/** The offset of a zone around a day, in milliseconds; null if its clocks change. Cached, as lists need it often. */
function steadyOffset(day: string, timeZone: string): number | null {
  const noon = Date.parse(`${day}T12:00Z`);
  const window = Math.floor(noon / WINDOW_MS) * WINDOW_MS;
  return offsetAround(window, window + WINDOW_MS, timeZone) ?? offsetAround(noon, noon, timeZone);
}

const wallClockOf = (at: ZonedDateTime) => toCalendarDateTime(at).toString().slice(0, 16);

/** "+05:45". */
function offsetText(at: ZonedDateTime) {
  const minutes = Math.round(at.offset / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

export type InstantResult =
  | { ok: true; at: Date }
  | { ok: false; code: "INVALID" }
  /** Clocks go forward over it; `next` is the time they show instead. */
  | { ok: false; code: "SKIPPED"; next: string };

/** The instant of a wall clock, if the clocks do not change around that day. */
function steadyInstant(wall: string, timeZone: string): Date | null {
  const [, dateTime] = WALL.exec(wall) ?? [];
  if (!dateTime) return null;
  try {
    // Refuses dates that do not exist, which Date would carry over into the next month.
    parseDateTime(dateTime);
    const offset = steadyOffset(dateTime.slice(0, 10), timeZone);
    return offset === null ? null : new Date(Date.parse(`${dateTime}Z`) - offset);
  } catch {
    return null;
  }
}

/**
 * The instant at which the clocks of a zone show `wall`, a `YYYY-MM-DDTHH:mm`. Of a time that happens twice, the first,
 * unless an offset at its end (`…+01:00`) picks the second. An offset that fits neither is ignored, as the zone may
 * have been changed after it was picked.
 */
export function toInstant(wall: string, timeZone: string): InstantResult {
  const at = steadyInstant(wall, timeZone);
  if (at) return { ok: true, at };
  const read = parseCandidates(wall, timeZone);
  if (!read) return { ok: false, code: "INVALID" };
  const { dateTime, offset, earlier, later } = read;
  if (wallClockOf(earlier) !== dateTime) return { ok: false, code: "SKIPPED", next: wallClockOf(later) };
  return { ok: true, at: (offset === offsetText(later) ? later : earlier).toDate() };
}

/** The inverse of `toInstant`, to the minute, with an offset where it is needed. */
export function wallClock(at: Date, timeZone: string): string {
  // The fast path: an import needs tens of thousands.
  const steady = steadyOffset(at.toISOString().slice(0, 10), timeZone);
  if (steady !== null) return new Date(at.getTime() + steady).toISOString().slice(0, 16);
  const zoned = fromDate(at, timeZone);
  const wall = wallClockOf(zoned);
  const first = toZoned(toCalendarDateTime(zoned), timeZone, "earlier");
  return first.offset === zoned.offset ? wall : `${wall}${offsetText(zoned)}`;
}

/**
 * The first moment of a day, `2026-12-01`, in a zone: midnight, or the next time if it is skipped. Null for an invalid
 * day.
 */
export function startOfDayIn(day: string, timeZone: string): Date | null {
  const midnight = toInstant(`${day}T00:00`, timeZone);
  const found = !midnight.ok && midnight.code === "SKIPPED" ? toInstant(midnight.next, timeZone) : midnight;
  return found.ok ? found.at : null;
}

export type ClockChange =
  | { kind: "gap"; next: string }
  /** The clocks show it twice: both instants, and the offset to append to the wall clock to pick one. */
  | { kind: "overlap"; first: { at: Date; offset: string }; second: { at: Date; offset: string } };

/** How the clocks of a zone change at this wall clock; null if they don't, or if it is invalid. */
export function clockChangeAt(wall: string, timeZone: string): ClockChange | null {
  const read = parseCandidates(wall, timeZone);
  if (!read) return null;
  const { dateTime, earlier, later } = read;
  if (wallClockOf(earlier) !== dateTime) return { kind: "gap", next: wallClockOf(later) };
  if (earlier.compare(later) === 0) return null;
  return {
    kind: "overlap",
    first: { at: earlier.toDate(), offset: offsetText(earlier) },
    second: { at: later.toDate(), offset: offsetText(later) },
  };
}

const dayOf = (wall: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${wall.slice(0, 10)}T00:00Z`),
  );

/** "02:30 doesn’t exist on 29 March 2026: clocks go forward. Next: 03:30." */
export function skippedMessage(wall: string, next: string): string {
  const nextTime = next.slice(11, 16);
  const isSameDay = next.slice(0, 10) === wall.slice(0, 10);
  const nextText = isSameDay ? nextTime : clockChangeNotice.timeOnDate(nextTime, dayOf(next));
  return clockChangeNotice.skipped(wall.slice(11, 16), dayOf(wall), nextText);
}
