import { isWeekday, monthsByName } from "./month-names";
import type { DateOrder } from "./options";
import { normalizeMidnight } from "./schedule";
import { normalizeDigits, readTimes } from "./times";

/** A date with the other contents of its cell. */
export type ReadDate =
  | { ok: true; day: string; time: string | null; offset: string | null /** Of "19:30–22:00". */; until?: string }
  | { ok: false; code: "UNREADABLE" | "NO_SUCH_DAY" | "NUMBER" }
  /** A month name with different meanings in different languages. */
  | { ok: false; code: "MONTH_UNCLEAR" }
  /** 03/04/2026 is ambiguous. */
  | { ok: false; code: "AMBIGUOUS" };

const two = (value: number) => String(value).padStart(2, "0");

/** The years that the editor accepts. */
const YEARS = { from: 1900, to: 2200 };

function dayOf(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (full < YEARS.from || full > YEARS.to) return null;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? `${full}-${two(month)}-${two(day)}` : null;
}

type Parts = { day: string | null; rest: string };

const iso = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const eastern = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?(?!\d)/;
const numbers = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const word = "([\\p{L}\\p{M}]{3,20})";
const dayMonth = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?[ -]?(?:de |d['’]|of )?${word}\\.?,?[ -](?:de |del )?(\\d{4}|\\d{2})(?![\\d:.h])`,
  "iu",
);
const monthDay = new RegExp(`^${word}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "iu");
const yearMonthDay = new RegExp(`^(\\d{4})\\.?[ -]${word}\\.?[ -](\\d{1,2})\\.?(?!\\d)`, "iu");
const leadingWord = /^([\p{L}\p{M}-]{2,20})\.?,? /u;

/** Normalizes a cell: plain digits and spaces, and no leading weekday unless it could be a month. */
function cleanCell(cell: string): string {
  const text = normalizeDigits(cell.trim().slice(0, 100));
  const first = leadingWord.exec(text);
  return first && !monthDay.test(text) && isWeekday(first[1] ?? "") ? text.slice(first[0].length) : text;
}

/** Which of the first two numbers is the day, if the date itself shows it. */
export function dateOrderOf(cell: string): DateOrder | "either" | null {
  const found = numbers.exec(cleanCell(cell));
  if (!found) return null;
  const [, first, mark, second] = found;
  // No such day in either order.
  if (Number(first) > 12 && Number(second) > 12) return null;
  if (mark === "." || Number(first) > 12) return "day-first";
  if (Number(second) > 12) return "month-first";
  return first === second ? null : "either";
}

function parseNumericDate(text: string, order: DateOrder | null): Parts | "AMBIGUOUS" | null {
  const found = numbers.exec(text);
  if (!found) return null;
  const [whole, first = "", , second = "", year = ""] = found;
  const own = dateOrderOf(text);
  const resolved = own === "either" ? order : (own ?? "day-first");
  if (resolved === null) return "AMBIGUOUS";
  const [day, month] = resolved === "day-first" ? [first, second] : [second, first];
  return { day: dayOf(Number(year), Number(month), Number(day)), rest: text.slice(whole.length) };
}

function parseNamedDate(text: string): Parts | "MONTH_UNCLEAR" | null {
  const byDay = dayMonth.exec(text);
  const byMonth = byDay ? null : monthDay.exec(text);
  const byYear = byDay || byMonth ? null : yearMonthDay.exec(text);
  const [whole = "", day = "", month = "", year = ""] = byDay ??
    (byMonth && [byMonth[0], byMonth[2], byMonth[1], byMonth[3]]) ??
    (byYear && [byYear[0], byYear[3], byYear[2], byYear[1]]) ?? [""];
  const [named, ...others] = whole === "" ? [] : monthsByName(month);
  if (named === undefined) return null;
  if (others.length > 0) return "MONTH_UNCLEAR";
  return { day: dayOf(Number(year), named, Number(day)), rest: text.slice(whole.length) };
}

function parseYearFirstDate(text: string): Parts | null {
  const separated = iso.exec(text);
  const found = separated ?? compact.exec(text) ?? eastern.exec(text);
  if (!found) return null;
  const [whole, year, month, day] = separated ? [found[0], found[1], found[3], found[4]] : found;
  return { day: dayOf(Number(year), Number(month), Number(day)), rest: text.slice((whole ?? "").length) };
}

const afterDay = /^(?:\s?г\.|\s?\(\p{L}{1,12}\.?\))?/u;
const behindDay =
  /^(?:T|\s?[,;]?\s?(?:(?:at|um|à|a las|alle|às|om|kl\.?|o|в|від)(?=\s?\d)\s?)?)?([^Zz+]{0,30}?)\s?(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?\d{2})?$/i;

/** "10:00-12:00" after a day is ambiguous: until twelve, or twelve hours from UTC. */
const endOrOffset = /^[ ,]{1,2}\d{1,2}:\d{2}-(?:0\d|1[0-4]):\d{2}$/;

/** Reads one cell: a date in any common format, optionally with a time and an offset from UTC. */
export function readDate(cell: string, order: DateOrder | null): ReadDate {
  const text = cleanCell(cell);
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return { ok: false, code: "NUMBER" };
  const parts = parseYearFirstDate(text) ?? parseNumericDate(text, order) ?? parseNamedDate(text);
  if (typeof parts === "string") return { ok: false, code: parts };
  if (!parts) return { ok: false, code: "UNREADABLE" };
  if (!parts.day) return { ok: false, code: "NO_SUCH_DAY" };
  const rest = parts.rest.replace(afterDay, "");
  const behind = endOrOffset.test(rest) ? null : behindDay.exec(rest);
  if (!behind) return { ok: false, code: "UNREADABLE" };
  const [, clock = "", offsetText] = behind;
  const times = clock.trim() === "" ? null : readTimes(clock);
  if (clock.trim() !== "" && times === null) return { ok: false, code: "UNREADABLE" };
  const offset = offsetText === undefined ? null : parseOffset(offsetText);
  if (times?.to && offset !== null) return { ok: false, code: "UNREADABLE" };
  const start = { ...normalizeMidnight(parts.day, times?.from ?? null), offset };
  return times?.to ? { ok: true, ...start, until: times.to } : { ok: true, ...start };
}

function parseOffset(text: string) {
  const found = /^([+-]\d{2}):?(\d{2})$/.exec(text);
  return found ? `${found[1]}:${found[2]}` : "+00:00";
}
