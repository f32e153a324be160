import ICAL from "ical.js";
import type { ContentLine } from "./ics-components";

/** A date or a time as a calendar says it: a day, a wall clock of a named zone or of none, or an instant in UTC. */
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
  /** It says VALUE=DATE. */
  isDate: boolean;
  values: unknown[];
  raw: string;
};

/** A zone's name that holds a colon and was not put in quotes: `TZID=tzone://Microsoft/Utc:20270704T190000`. */
const unquotedZone =
  /^([^":]{1,200};TZID=)([^";]{0,200}:[^";]{0,200}?)((?:;[\w-]{1,40}=[^":;]{0,200}){0,9}:(?=\d{4}-?\d{2}-?\d{2}).*)$/i;

/** One property, or null where the line is none. */
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

/** What stands behind the colon that ends name and parameters; colons in quoted parameters do not. */
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
  // A leap second is the last one of its minute.
  if (hour > "23" || minute > "59" || second > "60") return null;
  const time = `${hour}:${minute}:${second === "60" ? "59" : second}`;
  return { day, time, isUtc: zulu !== undefined, tzid: zulu === undefined ? tzid : null };
}

/** The times of a property: one of DTSTART, perhaps many of EXDATE. Null for each that cannot be read. */
export function timesOf(property: IcsProperty): (IcsTime | null)[] {
  return periodsOf(property).map((period) => period?.start ?? null);
}

/** A time of RDATE, with an end of its own where it is a period. */
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

/** A length in minutes, perhaps none; null for what is no length, or one that runs backwards. */
export function parseDuration(text: string): { minutes: number; isUnfinished: boolean } | null {
  const found = duration.exec(text.trim());
  if (!found || !/\d/.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0, bare = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isUnfinished = found[6] !== undefined;
  // "PT1H30": a number that forgot its unit, of which only one can follow the hours.
  if (isUnfinished && (found[3] === undefined || found[4] !== undefined || found[5] !== undefined)) return null;
  const total = weeks * 10_080 + days * 1_440 + hours * 60 + minutes + bare + Math.floor(seconds / 60);
  return total <= 1_440 * 3_660 ? { minutes: total, isUnfinished } : null;
}
