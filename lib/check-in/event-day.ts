import { isMultiDay } from "@/lib/inventory/sales";
import { toInstant, wallClock } from "@/lib/time/wall-clock";

const DAY_MS = 24 * 60 * 60 * 1000;
const DOORS_OPEN_MS = 6 * 60 * 60 * 1000;
/** Until then, a night belongs to the day before. */
const NIGHT_ENDS_AT = "06:00";

export type EventDates = { startsAt: Date; endsAt: Date; timeZone: string };

const dateOf = (at: Date, { timeZone }: EventDates) => wallClock(at, timeZone).slice(0, 10);
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** Whether it is a day of the event in its time zone, or within the hours before it when doors are open. */
export function isEventDay(at: Date, event: EventDates): boolean {
  const early = event.startsAt.getTime() - at.getTime();
  if (early >= 0 && early <= DOORS_OPEN_MS) return true;
  const today = dateOf(at, event);
  return dateOf(event.startsAt, event) <= today && today <= dateOf(event.endsAt, event);
}

/** The event day of an instant in the event's time zone: 2026-12-01. Early entry counts for the first day. */
function dayOf(at: Date, event: EventDates): string {
  const wall = wallClock(at, event.timeZone);
  const date = wall.slice(0, 10);
  const day = wall.slice(11, 16) < NIGHT_ENDS_AT ? dayBefore(date) : date;
  const first = dateOf(event.startsAt, event);
  return day < first && isEventDay(at, event) ? first : day;
}

/** Whether an admission at one instant still counts at another: always, or on the same day if the event lasts for several. */
export function isSameCheckIn(one: Date, other: Date, event: EventDates): boolean {
  return !isMultiDay(event) || dayOf(one, event) === dayOf(other, event);
}

/** The start of the period in which an admission counts at `at`; null where every admission counts. */
export function startOfCheckInPeriod(at: Date, event: EventDates): Date | null {
  if (!isMultiDay(event)) return null;
  const day = dayOf(at, event);
  const isFirst = day === dateOf(event.startsAt, event);
  const begins = toInstant(`${day}T${isFirst ? "00:00" : NIGHT_ENDS_AT}`, event.timeZone);
  // No zone skips 06:00. Some skip midnight: then the day starts a little later.
  const from = begins.ok ? begins.at : new Date(Date.parse(`${day}T00:00Z`) - DAY_MS / 2);
  return isFirst ? new Date(Math.min(from.getTime(), event.startsAt.getTime() - DOORS_OPEN_MS)) : from;
}
