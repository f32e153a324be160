import { TZDate } from "@date-fns/tz";
import { addDays, addHours, addMinutes, startOfDay } from "date-fns";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

type Weekday = (typeof weekdays)[number];
/** "19:30", on the clock of the event's city. */
type ClockTime = `${number}:${number}`;

/** A weekday counted from today: `week: 1` is the next one (never today), `week: -1` the last one before today. It lasts `days` and `hours`. */
export type Slot = { day: Weekday; week: number; at: ClockTime; hours: number; days?: number };

/** A moment of a sales window, counted from now or back from the start of the event. */
export type Moment =
  | { minutesFromNow: number }
  | { daysFromNow: number; at: ClockTime }
  | { daysBefore: number; at: ClockTime }
  | { hoursBefore: number };

function atClockTime(day: Date, time: ClockTime, timeZone: string) {
  const [hours, minutes] = time.split(":").map(Number);
  const local = new TZDate(day, timeZone);
  // Built from the parts of the local day, so that 20:00 is 20:00 on both sides of a clock change.
  return new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), hours ?? 0, minutes ?? 0, timeZone);
}

const toPlainDate = (date: Date) => new Date(date.getTime());

/** The instants at which an event in `slot` starts and ends. */
export function resolveSlot(slot: Slot, timeZone: string, now: Date): { startsAt: Date; endsAt: Date } {
  const today = startOfDay(new TZDate(now, timeZone));
  const ahead = (weekdays.indexOf(slot.day) - today.getDay() + 7) % 7 || 7;
  const nextOne = ahead + 7 * (slot.week - 1);
  const lastOne = (ahead === 7 ? 0 : ahead) + 7 * slot.week;
  const startsAt = atClockTime(addDays(today, slot.week > 0 ? nextOne : lastOne), slot.at, timeZone);
  return {
    startsAt: toPlainDate(startsAt),
    endsAt: toPlainDate(addMinutes(addDays(startsAt, slot.days ?? 0), slot.hours * 60)),
  };
}

/** The instant of a sales window's edge. */
export function resolveMoment(moment: Moment, startsAt: Date, timeZone: string, now: Date): Date {
  if ("minutesFromNow" in moment) return toPlainDate(addMinutes(now, moment.minutesFromNow));
  if ("hoursBefore" in moment) return toPlainDate(addHours(startsAt, -moment.hoursBefore));
  const day =
    "daysBefore" in moment
      ? addDays(new TZDate(startsAt, timeZone), -moment.daysBefore)
      : addDays(new TZDate(now, timeZone), moment.daysFromNow);
  return toPlainDate(atClockTime(day, moment.at, timeZone));
}
