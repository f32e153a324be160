import ICAL from "ical.js";
import { toInstant, wallClock } from "@/lib/time/wall-clock";
import type { IcsTime } from "./ics-property";

/** Where the clocks stand that an event is reckoned by: those of a zone, those of UTC, or none, for whole days. */
export type Frame = { kind: "day" } | { kind: "utc" } | { kind: "zone"; zone: string };

function instantOf(time: IcsTime, zone: string | null): Date | null {
  if (time.time === null) return null;
  if (time.isUtc) return new Date(`${time.day}T${time.time}Z`);
  const found = zone === null ? null : toInstant(`${time.day}T${time.time.slice(0, 5)}`, zone);
  return found?.ok ? found.at : null;
}

/** A time as the event's own clocks show it: `2026-12-01` or `2026-12-01T19:30:00`. */
export function inFrame(time: IcsTime, frame: Frame, zoneOf: (tzid: string) => string | null): string {
  if (frame.kind === "day" || time.time === null) return time.day;
  const zone = time.tzid === null ? null : zoneOf(time.tzid);
  const own = frame.kind === "zone" ? frame.zone : "UTC";
  const isOwn = frame.kind === "utc" ? time.isUtc : !time.isUtc && (zone === null || zone === own);
  const at = isOwn ? null : instantOf(time, zone);
  if (!at) return `${time.day}T${time.time}`;
  return `${wallClock(at, own).slice(0, 16)}:${time.time.slice(6)}`;
}

function icalTime(text: string): ICAL.Time {
  return text.includes("T") ? ICAL.Time.fromDateTimeString(text) : ICAL.Time.fromDateString(text);
}

function untilOf(rule: ICAL.Recur, frame: Frame): ICAL.Time | null {
  const { until } = rule;
  if (!until) return null;
  const pad = (value: number) => String(value).padStart(2, "0");
  const day = `${String(until.year).padStart(4, "0")}-${pad(until.month)}-${pad(until.day)}`;
  if (frame.kind === "day") return icalTime(day);
  // A day alone is meant with its evening.
  if (until.isDate) return icalTime(`${day}T23:59:59`);
  const time = `${pad(until.hour)}:${pad(until.minute)}:${pad(until.second)}`;
  const isUtc = until.zone?.tzid === "UTC";
  return icalTime(inFrame({ day, time, isUtc, tzid: null }, frame, () => null));
}

/** No event is planned beyond it. */
const lastDay = "2199-12-31";

export type Occurrences = {
  starts: string[];
  /** There are more than were asked for. */
  isCut: boolean;
  /** There were others before. */
  hasEarlier: boolean;
};

type Series = {
  start: string;
  rules: string[];
  extra: string[];
  except: string[];
  frame: Frame;
  /** Only from then on; empty for all. */
  from: string;
};

/** Dates that are passed over before those asked for: fifty years of a daily series. */
const MOST_EARLIER = 20_000;

/**
 * The first occurrences of an event, in its own clocks: of its rules and extra dates, without its exceptions. Bounded in
 * number; the caller bounds the time, as some rules are searched for long and in vain.
 */
export function expand(event: Series, limit: number): Occurrences {
  const { start, frame } = event;
  const excluded = new Set(event.except);
  const isExcluded = (at: string) => excluded.has(at) || excluded.has(at.slice(0, 10));
  const isEarlier = (at: string) => at < event.from;
  const extra = event.extra.filter((at) => !isExcluded(at));
  const found = new Set<string>(extra.filter((at) => !isEarlier(at)));
  let hasEarlier = extra.some(isEarlier);
  let isCut = false;
  for (const text of event.rules) {
    const rule = ICAL.Recur.fromString(text);
    // Without an end, a rule that never comes true is looked for until the year 20000.
    rule.until = untilOf(rule, frame) ?? icalTime(frame.kind === "day" ? lastDay : `${lastDay}T23:59:59`);
    const iterator = rule.iterator(icalTime(start));
    let kept = 0;
    // Exceptions are looked at too: a rule whose every occurrence is excluded ends there.
    for (let seen = 0; seen <= limit + excluded.size + MOST_EARLIER; seen += 1) {
      const next = iterator.next();
      if (!next) break;
      const at = next
        .toString()
        .replace(/Z$/, "")
        .slice(0, frame.kind === "day" ? 10 : 19);
      if (isExcluded(at) || found.has(at)) continue;
      if (isEarlier(at)) {
        hasEarlier = true;
        continue;
      }
      kept += 1;
      if (kept > limit) {
        isCut = true;
        break;
      }
      found.add(at);
    }
  }
  if (event.rules.length === 0 && !isExcluded(start)) {
    if (isEarlier(start)) hasEarlier = true;
    else found.add(start);
  }
  const starts = [...found].sort();
  return { starts: starts.slice(0, limit), isCut: isCut || starts.length > limit, hasEarlier };
}
