import { fromDate, parseDateTime, toCalendarDateTime, toZoned, type ZonedDateTime } from "@internationalized/date";
import { clockChangeNotice } from "@/texts/site";

const WALL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})([+-]\d{2}:\d{2})?$/;

type Candidates = { dateTime: string; offset: string | undefined; earlier: ZonedDateTime; later: ZonedDateTime };

/** Both readings of a wall clock: the same one on all but two days a year; neither shows it where clocks go forward. */
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
    // A day that no calendar has, or a zone that this runtime does not know.
    return null;
  }
}

const DAY_MS = 86_400_000;
const MAX_CACHED = 10_000;
const cachedOffsets = new Map<string, number | null>();

/** Of days that are looked at together. No zone's clocks change and change back in so short a time. */
const WINDOW_MS = 16 * DAY_MS;

/** How far a zone is from UTC from two days before a moment to two days after another; null where its clocks change. */
function offsetAround(from: number, to: number, timeZone: string): number | null {
  const key = `${timeZone} ${from} ${to}`;
  const kept = cachedOffsets.get(key);
  if (kept !== undefined) return kept;
  const offsetAt = (at: number) => fromDate(new Date(at), timeZone).offset;
  const [before, after] = [offsetAt(from - 2 * DAY_MS), offsetAt(to + 2 * DAY_MS)];
  const steady = before === after ? before : null;
  if (cachedOffsets.size >= MAX_CACHED) cachedOffsets.clear();
  cachedOffsets.set(key, steady);
  return steady;
}

/** How far a zone is from UTC all around a day, in milliseconds; null where its clocks change. Kept: lists ask often. */
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
  /** Clocks go forward over it; `next` is what they show instead. */
  | { ok: false; code: "SKIPPED"; next: string };

/** The instant of a wall clock on a day around which the clocks do not change; there it needs no second thought. */
function steadyInstant(wall: string, timeZone: string): Date | null {
  const [, dateTime] = WALL.exec(wall) ?? [];
  if (!dateTime) return null;
  try {
    // Refuses days that no calendar has, which Date would carry over into the next month.
    parseDateTime(dateTime);
    const offset = steadyOffset(dateTime.slice(0, 10), timeZone);
    return offset === null ? null : new Date(Date.parse(`${dateTime}Z`) - offset);
  } catch {
    return null;
  }
}

/**
 * The instant at which the clocks of a zone show `wall`, a `YYYY-MM-DDTHH:mm`. Where they show it twice it is the
 * first, unless an offset behind it (`…+01:00`) picks the second. An offset that fits neither is ignored, as the zone
 * may have been changed after it was picked.
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

/** What the clocks of a zone show, to the minute: the inverse of `toInstant`, with an offset where it takes one. */
export function wallClock(at: Date, timeZone: string): string {
  // An import asks for tens of thousands of them.
  const steady = steadyOffset(at.toISOString().slice(0, 10), timeZone);
  if (steady !== null) return new Date(at.getTime() + steady).toISOString().slice(0, 16);
  const zoned = fromDate(at, timeZone);
  const wall = wallClockOf(zoned);
  const first = toZoned(toCalendarDateTime(zoned), timeZone, "earlier");
  return first.offset === zoned.offset ? wall : `${wall}${offsetText(zoned)}`;
}

/** The first moment of a day, `2026-12-01`, in a zone: midnight, or what clocks go on with; null where it is no day. */
export function startOfDayIn(day: string, timeZone: string): Date | null {
  const midnight = toInstant(`${day}T00:00`, timeZone);
  const found = !midnight.ok && midnight.code === "SKIPPED" ? toInstant(midnight.next, timeZone) : midnight;
  return found.ok ? found.at : null;
}

export type ClockChange =
  | { kind: "gap"; next: string }
  /** The clocks show it twice; the instants, and what to put behind the wall clock to pick one. */
  | { kind: "overlap"; first: { at: Date; offset: string }; second: { at: Date; offset: string } };

/** What is to be told about a wall clock at which the clocks of a zone change; null on any other, and where it is none. */
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
