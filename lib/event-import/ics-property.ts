import ICAL from "ical.js";
import type { ContentLine } from "./ics-components";

/** A date or time in a calendar: a day, a wall clock with or without a named zone, or an instant in UTC. */
export type IcsTime = {
  day: string /** To the second; null for a whole day. */;
  time: string | null;
  isUtc: boolean;
  tzid: string | null;
};

export type IcsProperty = {
  line: number;
  name: string;
  params: Record<string, string>;
  /** Has VALUE=DATE. */
  isDate: boolean;
  values: unknown[];
  raw: string;
};

/** A zone name with a colon that is not quoted: `TZID=tzone://Microsoft/Utc:20270704T190000`. */
const unquotedZone =
  /^([^":]{1,200};TZID=)([^";]{0,200}:[^";]{0,200}?)((?:;[\w-]{1,40}=[^":;]{0,200}){0,9}:(?=\d{4}-?\d{2}-?\d{2}).*)$/i;

/** Parses a property; null if the line is none. */
export function readProperty({ line, text: written }: ContentLine): IcsProperty | null {
  const text = written.replace(unquotedZone, '$1"$2"$3');
  try {
    const [name, params, type, ...values] = ICAL.parse.property(text);
    const plain = Object.entries(params ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]);
    const isDate = type === "date";
    return { line, name: String(name), params: Object.fromEntries(plain), isDate, values, raw: rawValue(text) };
  } catch {
    return null;
  }
}

/** The value after the colon that ends name and parameters. Colons in quoted parameters don't count. */
function rawValue(text: string) {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ":" && !isQuoted) return text.slice(at + 1);
  }
  return "";
}

export function textOf(property: IcsProperty | undefined): string {
  return property ? property.values.flat().map(String).join(", ") : "";
}

const MAX_TIMES = 2_000;

function readTimeValue(value: string, tzid: string | null): IcsTime | null {
  const plain = value.trim().slice(0, 40).replace(/[-:]/g, "");
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i.exec(plain);
  if (!found) return null;
  const [, year = "", month = "", date = "", hour, minute = "", second = "00", zulu] = found;
  const day = `${year}-${month}-${date}`;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day || year < "1900") return null;
  if (hour === undefined) return { day, time: null, isUtc: false, tzid: null };
  // A leap second counts as second 59.
  if (hour > "23" || minute > "59" || second > "60") return null;
  const time = `${hour}:${minute}:${second === "60" ? "59" : second}`;
  return { day, time, isUtc: zulu !== undefined, tzid: zulu === undefined ? tzid : null };
}

/** The times of a property: one for DTSTART, possibly several for EXDATE. Unreadable ones are null. */
export function timesOf(property: IcsProperty): (IcsTime | null)[] {
  return periodsOf(property).map((period) => period?.start ?? null);
}

/** A time of RDATE; a period has its own end. */
export type IcsPeriod = { start: IcsTime; end: IcsTime | null; minutes: number | null };

export function periodsOf({ params, isDate, raw }: IcsProperty): (IcsPeriod | null)[] {
  const time = (value: string) => {
    const read = readTimeValue(value, params.tzid ?? null);
    // As it stands in the file: a day that forgot to say VALUE=DATE is a day all the same, and one that says so with
    // a time behind it, too.
    return read && isDate ? { ...read, time: null, isUtc: false, tzid: null } : read;
  };
  return raw.split(",", MAX_TIMES).map((value) => {
    const [from = "", to = ""] = value.split("/");
    const start = time(from);
    const length = parseDuration(to);
    return start && { start, end: time(to), minutes: length?.minutes ?? null };
  });
}

const duration = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?(\d{1,2})?)?$/i;

/** A duration in minutes, possibly 0; null if it is invalid or negative. */
export function parseDuration(text: string): { minutes: number; isUnfinished: boolean } | null {
  const found = duration.exec(text.trim());
  if (!found || !/\d/.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0, bare = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isUnfinished = found[6] !== undefined;
  // "PT1H30": the unit is missing, but after hours it can only be minutes.
  if (isUnfinished && (found[3] === undefined || found[4] !== undefined || found[5] !== undefined)) return null;
  const total = weeks * 10_080 + days * 1_440 + hours * 60 + minutes + bare + Math.floor(seconds / 60);
  return total <= 1_440 * 3_660 ? { minutes: total, isUnfinished } : null;
}
