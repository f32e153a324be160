import { RRuleTemporal } from "rrule-temporal";

/** A repeat rule, reckoned in wall clocks without a zone: `2026-12-01T19:30:00`. */
export type RepeatRule = {
  /** The first time from then on, that one included; null where none is left. */
  from: (wall: string) => string | null;
  /** The first time after that. */
  after: (wall: string) => string | null;
  /** Parts stand together in it that programs read differently. */
  isUnusual: boolean;
};

const days = "(?:MO|TU|WE|TH|FR|SA|SU)";
const list = (item: string) => new RegExp(`^${item}(?:,${item}){0,399}$`);
const signed = (number: string) => list(`[+-]?${number}`);
const upTo366 = "(?:0*(?:[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]))";
const upTo53 = "(?:0?[1-9]|[1-4]\\d|5[0-3])";

/** What each part of a rule may say (RFC 5545, 3.3.10; RFC 7529 for the last two). */
const parts: Record<string, RegExp> = {
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

/** The parts of a rule; null where one is missing, unknown or beyond its bounds. */
export function ruleParts(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  for (const part of text.toUpperCase().replace(/\s/g, "").split(";")) {
    const [, name = "", value = ""] = /^([A-Z-]{1,40})=(.{1,2000})$/.exec(part) ?? [];
    if (name.startsWith("X-")) continue;
    if (!parts[name]?.test(value) || found.has(name)) return null;
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

/** A time without a zone is reckoned in UTC, where no clock changes. */
const inUtc = (wall: string) => ({ timeZoneId: "UTC", toString: () => `${wall}+00:00[UTC]` });

/**
 * A rule that begins at `start` and ends at `until`, both wall clocks; null where it cannot be read. Some rules are
 * looked through for long and in vain: the caller bounds the time.
 */
export function repeatRule(text: string, start: string, until: string): RepeatRule | null {
  const rule = ruleParts(text);
  if (!rule) return null;
  const plain = new Map(rule);
  plain.delete("UNTIL");
  if (rule.get("FREQ") !== "MONTHLY" && rule.get("FREQ") !== "YEARLY" && rule.has("BYDAY"))
    plain.set("BYDAY", (rule.get("BYDAY") ?? "").replace(/[+-]?\d+/g, ""));
  const rruleString = `RRULE:${[...plain].map(([name, value]) => `${name}=${value}`).join(";")}`;
  const series = new RRuleTemporal({ rruleString, dtstart: inUtc(start), cache: false });
  const next = (wall: string, isIncluded: boolean) => {
    try {
      const found = series.next(inUtc(wall), isIncluded)?.toString().slice(0, 19) ?? null;
      return found === null || found > until ? null : found;
    } catch {
      // None in thousands of periods: it is given up.
      return null;
    }
  };
  return {
    from: (wall) => next(wall < start ? start : wall, true),
    after: (wall) => next(wall, false),
    isUnusual: isUnusual(rule),
  };
}
