import { toInstant, wallClock } from "@/lib/time/wall-clock";
import type { ResolveTzid } from "./ics-clocks";
import type { IcsTime } from "./ics-property";
import { parseRepeatRule, parseRuleParts, type RepeatRule } from "./repeat-rule";

/** The clocks of an event: those of a zone, UTC, or none for whole days. */
export type ClockFrame = { kind: "day" } | { kind: "utc" } | { kind: "zone"; zone: string };

function instantOf(time: IcsTime, zone: string | null): Date | null {
  if (time.time === null) return null;
  if (time.isUtc) return new Date(`${time.day}T${time.time}Z`);
  const found = zone === null ? null : toInstant(`${time.day}T${time.time.slice(0, 5)}`, zone);
  return found?.ok ? found.at : null;
}

/** A wall-clock time in the event's own clocks: `2026-12-01` or `2026-12-01T19:30:00`. */
export function wallInFrame(time: IcsTime, frame: ClockFrame, zoneOf: ResolveTzid): string {
  if (frame.kind === "day" || time.time === null) return time.day;
  const zone = time.tzid === null ? null : zoneOf(time.tzid);
  const own = frame.kind === "zone" ? frame.zone : "UTC";
  const isOwn = frame.kind === "utc" ? time.isUtc : !time.isUtc && (zone === null || zone === own);
  const at = isOwn ? null : instantOf(time, zone);
  if (!at) return `${time.day}T${time.time}`;
  return `${wallClock(at, own).slice(0, 16)}:${time.time.slice(6)}`;
}

/** Later dates are ignored. */
const LATEST_MOMENT = "2199-12-31T23:59:59";

/** The UNTIL of a rule, in the event's own clocks. A date without a time includes the whole day. */
function ruleEndOf(text: string, frame: ClockFrame): string {
  const [, year, month, date, hour, minute, second, zulu] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(parseRuleParts(text)?.get("UNTIL") ?? "") ?? [];
  if (year === undefined) return LATEST_MOMENT;
  const day = `${year}-${month}-${date}`;
  if (hour === undefined || frame.kind === "day") return `${day}T23:59:59`;
  const time = `${hour}:${minute}:${second}`;
  return wallInFrame({ day, time, isUtc: zulu !== undefined, tzid: null }, frame, () => null);
}

export type Occurrences = {
  starts: string[];
  /** There are more than the limit. */
  isCut: boolean;
  /** There were earlier ones. */
  hasEarlier: boolean;
  /** Has a rule that programs interpret differently. */
  isUnusual: boolean;
};

type Series = {
  start: string;
  rules: string[];
  exceptRules: string[];
  extra: string[];
  except: string[];
  frame: ClockFrame;
  /** The first start to include; empty for all. */
  from: string;
};

/** How many exceptions in a row are skipped. */
const MAX_EXCEPTIONS = 5_000;

/**
 * The first occurrences of an event, in its own clocks: its rules and extra dates without its exceptions. The number is
 * limited. The caller must set a timeout, as some rules never produce a date. Throws for an invalid rule.
 */
export function expandRecurrence(event: Series, limit: number): Occurrences {
  const { start, frame } = event;
  const wall = (at: string) => (at.includes("T") ? at : `${at}T00:00:00`);
  const own = (at: string) => (frame.kind === "day" ? at.slice(0, 10) : at);
  const ruleOf = (text: string): RepeatRule => {
    const rule = parseRepeatRule(text, wall(start), ruleEndOf(text, frame));
    if (!rule) throw new Error("This is no repeat rule.");
    return rule;
  };
  const rules = event.rules.map(ruleOf);
  const exceptRules = event.exceptRules.map(ruleOf);
  const excluded = new Set(event.except);
  const isExcluded = (at: string) =>
    excluded.has(at) ||
    excluded.has(at.slice(0, 10)) ||
    exceptRules.some((rule) => rule.firstFrom(wall(at)) === wall(at));
  const isEarlier = (at: string) => at < event.from;
  const single = rules.length === 0 ? [start] : [];
  const dates = [...event.extra, ...single].filter((at) => !isExcluded(at));
  const found = new Set(dates.filter((at) => !isEarlier(at)));
  let hasEarlier = dates.some(isEarlier);
  let isCut = false;
  for (const rule of rules) {
    const from = event.from === "" ? start : event.from;
    if (event.from !== "" && rule.firstFrom(wall(start)) !== rule.firstFrom(wall(from))) hasEarlier = true;
    let kept = 0;
    let passed = 0;
    for (const time of rule.timesFrom(wall(from), limit + 1)) {
      const at = own(time);
      if (found.has(at) || isEarlier(at) || isExcluded(at)) {
        passed += 1;
        if (passed > excluded.size + found.size + MAX_EXCEPTIONS) break;
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
  const starts = [...found].sort();
  return {
    starts: starts.slice(0, limit),
    isCut: isCut || starts.length > limit,
    hasEarlier,
    isUnusual: rules.some((rule) => rule.isUnusual),
  };
}
