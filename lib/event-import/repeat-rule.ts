import { RRuleTemporal } from "rrule-temporal";

/** A repeat rule in wall clocks without a zone: `2026-12-01T19:30:00`. */
export type RepeatRule = {
  /** Its times from `wall` on, in order, possibly endless. `expected` is about how many will be read. */
  timesFrom: (wall: string, expected: number) => Generator<string>;
  /** The first of them; null if there is none. */
  firstFrom: (wall: string) => string | null;
  /** Combines parts in a way that programs interpret differently. */
  isUnusual: boolean;
};

const days = "(?:MO|TU|WE|TH|FR|SA|SU)";
const list = (item: string) => new RegExp(`^${item}(?:,${item}){0,399}$`);
const signed = (number: string) => list(`[+-]?${number}`);
const upTo366 = "(?:0*(?:[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]))";
const upTo53 = "(?:0?[1-9]|[1-4]\\d|5[0-3])";

/** The valid values of each part of a rule (RFC 5545, 3.3.10; RFC 7529 for the last two). */
const rulePartPatterns: Record<string, RegExp> = {
  FREQ: /^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/,
  INTERVAL: /^0*[1-9]\d{0,4}$/,
  COUNT: /^0*[1-9]\d{0,5}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYSECOND: list("(?:[0-5]?\\d|60)"),
  BYMINUTE: list("[0-5]?\\d"),
  BYHOUR: list("(?:[01]?\\d|2[0-3])"),
  BYDAY: signed(`${upTo53}?${days}`),
  BYMONTHDAY: signed("(?:0?[1-9]|[12]\\d|3[01])"),
  BYYEARDAY: signed(upTo366),
  BYWEEKNO: signed(upTo53),
  BYMONTH: list("(?:0?[1-9]|1[0-2])"),
  BYSETPOS: signed(upTo366),
  WKST: new RegExp(`^${days}$`),
  RSCALE: /^GREGORIAN$/,
  SKIP: /^(?:OMIT|BACKWARD|FORWARD)$/,
};

/** The parts of a rule; null if one is missing, unknown or out of range. */
export function parseRuleParts(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  for (const part of text.toUpperCase().replace(/\s/g, "").split(";")) {
    const [, name = "", value = ""] = /^([A-Z-]{1,40})=(.{1,2000})$/.exec(part) ?? [];
    if (name.startsWith("X-")) continue;
    if (!rulePartPatterns[name]?.test(value) || found.has(name)) return null;
    found.set(name, value);
  }
  return found.has("FREQ") ? found : null;
}

/** Numbered days such as 2MO have a meaning within a month or a year alone; and other parts narrow them unevenly. */
function isUnusual(rule: Map<string, string>) {
  const isNumbered = /\d/.test(rule.get("BYDAY") ?? "");
  const frequency = rule.get("FREQ");
  const has = (...names: string[]) => names.some((name) => rule.has(name));
  return (
    (isNumbered && frequency !== "MONTHLY" && frequency !== "YEARLY") ||
    (isNumbered && frequency === "YEARLY" && has("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")) ||
    (has("BYWEEKNO") && (frequency !== "YEARLY" || has("BYMONTHDAY", "BYYEARDAY", "BYMONTH", "BYSETPOS"))) ||
    (has("BYWEEKNO") && /-|5[23]/.test(rule.get("BYWEEKNO") ?? "")) ||
    (has("BYYEARDAY") && (frequency !== "YEARLY" || has("BYDAY", "BYMONTHDAY", "BYMONTH"))) ||
    (has("COUNT") && has("UNTIL"))
  );
}

const MAX_PERIODS = 100;

/** Nearly every period of a plain rule has dates: they are found quickly, so it needs no timeout. */
export function isPlainRule(text: string): boolean {
  const rule = parseRuleParts(text);
  const frequency = rule?.get("FREQ") ?? "";
  return (
    rule !== null &&
    /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/.test(frequency) &&
    Number(rule.get("INTERVAL") ?? 1) <= MAX_PERIODS &&
    [...rule.keys()].every((name) => !/^(?:BY|RSCALE|SKIP)/.test(name) || (name === "BYDAY" && frequency === "WEEKLY"))
  );
}

const HOUR_MS = 3_600_000;
const longestPeriods: Record<string, number> = {
  YEARLY: 366 * 24 * HOUR_MS,
  MONTHLY: 31 * 24 * HOUR_MS,
  WEEKLY: 7 * 24 * HOUR_MS,
  DAILY: 24 * HOUR_MS,
  HOURLY: HOUR_MS,
  MINUTELY: 60_000,
  SECONDLY: 1_000,
};
/** Periods in the first batch: single look-ups are slow. */
const PERIODS = 16;

/** Wall clocks are computed in UTC, which has no clock changes. */
const inUtc = (wall: string) => ({ timeZoneId: "UTC", toString: () => `${wall}+00:00[UTC]` });
const wallOf = (time: { toString: () => string }) => time.toString().slice(0, 19);
const laterBy = (wall: string, ms: number) => new Date(Date.parse(`${wall}Z`) + ms).toISOString().slice(0, 19);

/**
 * A rule from `start` to `until`, both wall clocks; null if it is invalid. Some rules never produce a date: the caller
 * must set a timeout.
 */
export function parseRepeatRule(text: string, start: string, until: string): RepeatRule | null {
  const rule = parseRuleParts(text);
  if (!rule) return null;
  const plain = new Map(rule);
  plain.delete("UNTIL");
  const frequency = rule.get("FREQ") ?? "";
  if (frequency !== "MONTHLY" && frequency !== "YEARLY" && rule.has("BYDAY"))
    plain.set("BYDAY", (rule.get("BYDAY") ?? "").replace(/[+-]?\d+/g, ""));
  const rruleString = `RRULE:${[...plain].map(([name, value]) => `${name}=${value}`).join(";")}`;
  const series = new RRuleTemporal({ rruleString, dtstart: inUtc(start), cache: false });

  function firstFrom(wall: string): string | null {
    try {
      const next = series.next(inUtc(wall < start ? start : wall), true);
      return next && wallOf(next) <= until ? wallOf(next) : null;
    } catch {
      // No date in thousands of periods: the search ends.
      return null;
    }
  }

  function* timesFrom(wall: string, expected: number) {
    const periods = Math.min(PERIODS, expected);
    let ms = periods * Number(rule?.get("INTERVAL") ?? 1) * (longestPeriods[frequency] ?? HOUR_MS);
    for (let from: string | null = wall < start ? start : wall; from !== null && from <= until; ms *= 2) {
      const end: string = laterBy(from, Math.min(ms, Date.parse(`${until}Z`) - Date.parse(`${from}Z`)));
      const times = series.between(inUtc(from), inUtc(end), true);
      for (const time of times) yield wallOf(time);
      from = times.length > 0 ? laterBy(end, 1_000) : firstFrom(from);
    }
  }

  return { timesFrom, firstFrom, isUnusual: isUnusual(rule) };
}
