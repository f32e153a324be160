const two = (value: number) => String(value).padStart(2, "0");

/** A time after its word for morning or afternoon: 午後7:30. */
const halfBefore: Record<string, "a" | "p"> = { 午前: "a", 上午: "a", 오전: "a", 午後: "p", 下午: "p", 오후: "p" };
const clock =
  /^(\d{1,2})(?:\s?(?:[:.h時时点點시])\s?(?:(\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?[分분]?)?)?\s?(?:([ap])\.?\s?(?:m\.?)?)?\s?(uhr|h|hrs?|hours|uur|ч|г)?\.?$/i;

/**
 * "19:30" from "19:30", "7.30 pm", "7pm", "19h30", "20 Uhr" and "19:30:00"; null if it is no time. The end of a day
 * is "24:00".
 */
export function readTime(text: string): string | null {
  const trimmed = text.trim();
  const before = /^(午前|上午|오전|午後|下午|오후)\s?/.exec(trimmed);
  const found = clock.exec(before ? trimmed.slice(before[0].length) : trimmed);
  if (!found) return null;
  const [, hourText = "", minuteText, second, behind, unit] = found;
  const half = before ? halfBefore[before[1] ?? ""] : behind?.toLowerCase();
  const minute = Number(minuteText ?? 0);
  // "7" alone and "7." are numbers.
  if (minuteText === undefined && !half && unit === undefined && !/[h時时点點시]/i.test(trimmed)) return null;
  let hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  if (hour === 24 && minute === 0 && Number(second ?? 0) === 0) return "24:00";
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

const dash = /^(.{1,12}?)\s?(?:[-–—~〜]|\b(?:to|till|until|bis|à|do|tot|til)\b)\s?(.{1,14})$/i;

/** A start and an end in one text: "19:30–22:00", "7-9 pm", "20 bis 22 Uhr"; a single time has no end. */
export function readTimes(text: string): { from: string; to: string | null } | null {
  const alone = readTime(text);
  if (alone !== null) return { from: alone, to: null };
  const [, first = "", second = ""] = dash.exec(text.trim()) ?? [];
  const to = readTime(second);
  if (to === null) return null;
  // "7-9 pm": the suffix applies to both.
  const unit = /[^\d:.]+$/.exec(second.trim())?.[0] ?? "";
  const isHalf = /^\s?[ap]/i.test(unit) && !/[ap]/i.test(first);
  const both = isHalf || readTime(first) === null ? readTime(`${first}${unit}`) : readTime(first);
  // "11-2 pm" starts in the morning.
  const from = isHalf && both !== null && both > to ? readTime(`${first}${/p/i.test(unit) ? "am" : "pm"}`) : both;
  return from === null ? null : { from, to };
}

/** A number, a clock or a word in another script's digits, with plain spaces: "٢٠٢٧" is 2027. */
export function normalizeDigits(text: string): string {
  return text.replace(/\s+/g, " ").replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Decimal digits come ten in a row, the zero first. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
