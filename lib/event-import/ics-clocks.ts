import { wallClock } from "@/lib/time/wall-clock";
import type { IcsEvent } from "./ics-event";
import type { IcsTime } from "./ics-property";
import { shiftDay } from "./schedule";

export type ResolveTzid = (tzid: string) => string | null;

const HOURS_MS = { day: 24 * 3_600_000, half: 12 * 3_600_000 };

const toMs = ({ day, time }: IcsTime) => Date.parse(`${day}T${time ?? "00:00:00"}Z`);

/** A zone that is a name of UTC equals a Z after the time: it is an instant, not a wall clock. */
function toUtc(time: IcsTime, zoneOf: ResolveTzid): IcsTime {
  const isUniversal = time.time !== null && time.tzid !== null && zoneOf(time.tzid) === "UTC";
  return isUniversal ? { ...time, isUtc: true, tzid: null } : time;
}

function mapTimes(event: IcsEvent, change: (time: IcsTime, isEnd?: boolean) => IcsTime): IcsEvent {
  return {
    ...event,
    start: { ...event.start, time: change(event.start.time) },
    end: event.end && { ...event.end, time: change(event.end.time, true) },
    extra: event.extra.map((period) => ({
      ...period,
      start: change(period.start),
      end: period.end && change(period.end, true),
    })),
    except: event.except.map((time) => change(time)),
    recurrenceId: event.recurrenceId && { ...event.recurrenceId, time: change(event.recurrenceId.time) },
  };
}

/** The day of a time that is marked as a whole day: written in another zone, it can be hours off midnight. */
function wholeDayMapper(event: IcsEvent, calendarZone: string): (time: IcsTime, isEnd?: boolean) => IcsTime {
  const local = (time: IcsTime): IcsTime => {
    if (!time.isUtc || time.time === null) return time;
    const [day = time.day, clock = ""] = wallClock(new Date(toMs(time)), calendarZone)
      .slice(0, 16)
      .split("T");
    return { day, time: `${clock}:00`, isUtc: false, tzid: null };
  };
  const start = local(event.start.time);
  const end = event.end ? local(event.end.time) : null;
  // A length of whole days means it was midnight in some zone: the nearest midnight counts. Else every day it touches.
  const lengthMs = end ? toMs(end) - toMs(start) : (event.durationMinutes ?? 0) * 60_000;
  const isShifted = lengthMs > 0 && lengthMs % HOURS_MS.day === 0;
  return (time, isEnd = false) => {
    const read = local(time);
    const later =
      read.time !== null && (isShifted ? toMs(read) % HOURS_MS.day >= HOURS_MS.half : isEnd && !isMidnight(read));
    return { day: later ? shiftDay(read.day, 1) : read.day, time: null, isUtc: false, tzid: null };
  };
}

const isMidnight = ({ time }: IcsTime) => time === "00:00:00";

/** Normalizes an event's times: names of UTC become UTC, and marked whole days become days. */
export function normalizeClocks(event: IcsEvent, zoneOf: ResolveTzid, calendarZone: string): IcsEvent {
  const settled = mapTimes(event, (time) => toUtc(time, zoneOf));
  return settled.isWholeDays && settled.start.time.time !== null
    ? mapTimes(settled, wholeDayMapper(settled, calendarZone))
    : settled;
}
