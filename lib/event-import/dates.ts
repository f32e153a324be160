import type { DateOrder } from "./options";

/** A date as it is written, with what else its cell says. */
export type ReadDate =
  | { ok: true; day: string; time: string | null; offset: string | null }
  | { ok: false; code: "UNREADABLE" | "NO_SUCH_DAY" | "NUMBER" }
  /** 03/04/2026: nobody can tell. */
  | { ok: false; code: "AMBIGUOUS" };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const two = (value: number) => String(value).padStart(2, "0");

function dayOf(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (full < 1900 || full > 2999) return null;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? `${full}-${two(month)}-${two(day)}` : null;
}

/** "19:30" from "19:30", "7.30 pm", "7pm", "19h30" and "193000"; null for what is no time. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d{1,9})?)?|h)?\s?([ap])?\.?(?:m\.?)?(?: uhr)?$/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, hourText = "", minuteText, half] = found;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minuteText === undefined && !half && !/[h]/i.test(text)) return null;
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

type Parts = { day: string | null; rest: string };

const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/i;
const monthDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;

/** Which of the first two numbers is the day, as far as the date itself says. */
export function orderIn(text: string): DateOrder | "either" | null {
  const found = numbers.exec(text.trim());
  if (!found) return null;
  const [, first, mark, second] = found;
  // No such day, in whichever order.
  if (Number(first) > 12 && Number(second) > 12) return null;
  if (mark === "." || Number(first) > 12) return "day-first";
  if (Number(second) > 12) return "month-first";
  return first === second ? null : "either";
}

function numbered(text: string, order: DateOrder | null): Parts | "AMBIGUOUS" | null {
  const found = numbers.exec(text);
  if (!found) return null;
  const [whole, first = "", , second = "", year = ""] = found;
  const own = orderIn(text);
  const resolved = own === "either" ? order : (own ?? "day-first");
  if (resolved === null) return "AMBIGUOUS";
  const [day, month] = resolved === "day-first" ? [first, second] : [second, first];
  return { day: dayOf(Number(year), Number(month), Number(day)), rest: text.slice(whole.length) };
}

function written(text: string): Parts | null {
  const byDay = dayMonth.exec(text);
  const byMonth = byDay ? null : monthDay.exec(text);
  const [whole = "", day = "", month = "", year = ""] = byDay ?? [
    byMonth?.[0],
    byMonth?.[2],
    byMonth?.[1],
    byMonth?.[3],
  ];
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (whole === "" || number === 0) return null;
  return { day: dayOf(Number(year), number, Number(day)), rest: text.slice(whole.length) };
}

function yearFirst(text: string): Parts | null {
  const separated = iso.exec(text);
  const found = separated ?? compact.exec(text);
  if (!found) return null;
  const [whole, year, month, day] = separated ? [found[0], found[1], found[3], found[4]] : found;
  return { day: dayOf(Number(year), Number(month), Number(day)), rest: text.slice((whole ?? "").length) };
}

/** Reads one cell: a day in any usual spelling, perhaps with a time and an offset from UTC behind. */
export function readDate(cell: string, order: DateOrder | null): ReadDate {
  const text = cell.trim().slice(0, 100).replace(weekday, "");
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return { ok: false, code: "NUMBER" };
  const parts = yearFirst(text) ?? numbered(text, order) ?? written(text);
  if (parts === "AMBIGUOUS") return { ok: false, code: "AMBIGUOUS" };
  if (!parts) return { ok: false, code: "UNREADABLE" };
  if (!parts.day) return { ok: false, code: "NO_SUCH_DAY" };
  const behind = /^(?:T|,? (?:at )?|,)?\s?([^Zz+]{0,20}?)\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(parts.rest);
  if (!behind) return { ok: false, code: "UNREADABLE" };
  const [, clock = "", offset] = behind;
  const time = clock.trim() === "" ? null : readTime(clock);
  if (clock.trim() !== "" && time === null) return { ok: false, code: "UNREADABLE" };
  return { ok: true, day: parts.day, time, offset: offset === undefined ? null : offsetOf(offset) };
}

function offsetOf(text: string) {
  const found = /^([+-]\d{2}):?(\d{2})$/.exec(text);
  return found ? `${found[1]}:${found[2]}` : "+00:00";
}
