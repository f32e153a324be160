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
  values: unknown[];
  raw: string;
};

/** One property, or null where the line is none. */
export function readProperty({ line, text }: ContentLine): IcsProperty | null {
  try {
    const [name, params, , ...values] = ICAL.parse.property(text);
    const plain = Object.entries(params ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]);
    return { line, name: String(name), params: Object.fromEntries(plain), values, raw: rawValue(text) };
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

const MOST_TIMES = 2_000;

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
export function timesOf({ params, raw }: IcsProperty): (IcsTime | null)[] {
  // As it stands in the file: a day that forgot to say VALUE=DATE is a day all the same. Of a period, where it begins.
  return raw.split(",", MOST_TIMES).map((value) => readTimeValue(value.split("/")[0] ?? "", params.tzid ?? null));
}

/** Minutes; null for what is no duration, or one that runs backwards. */
export function durationOf(property: IcsProperty): number | null {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i.exec(
    property.raw.trim(),
  );
  if (!found) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const total = weeks * 10_080 + days * 1_440 + hours * 60 + minutes + Math.floor(seconds / 60);
  return total > 0 && total <= 1_440 * 3_660 ? total : null;
}
