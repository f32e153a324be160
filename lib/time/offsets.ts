import { wallClock } from "./wall-clock";

const WEEK_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;

/** The offset of a zone from UTC, in minutes, from a moment on. */
export type OffsetFrom = { from: number; minutes: number };

const minutesAt = (at: number, timeZone: string) =>
  (Date.parse(`${wallClock(new Date(at), timeZone).slice(0, 16)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS) /
  MINUTE_MS;

/** The minute at which the offset at `from` changes, at the latest at `to`. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const before = minutesAt(from, timeZone);
  let [low, high] = [from / MINUTE_MS, to / MINUTE_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (minutesAt(middle * MINUTE_MS, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}

/**
 * The offsets of a zone between two moments by this runtime's time zone data, in order; the first holds before them,
 * too. For computations elsewhere, as in the database, whose time zone data may differ.
 */
export function listOffsets(first: number, last: number, timeZone: string): OffsetFrom[] {
  const start = Math.floor(first / MINUTE_MS) * MINUTE_MS;
  const offsets = [{ from: start, minutes: minutesAt(start, timeZone) }];
  for (let at = start; at < last; at += WEEK_MS) {
    const minutes = minutesAt(at + WEEK_MS, timeZone);
    if (minutes !== offsets.at(-1)?.minutes) offsets.push({ from: changeBetween(at, at + WEEK_MS, timeZone), minutes });
  }
  return offsets;
}
