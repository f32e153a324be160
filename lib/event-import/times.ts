const two = (value: number) => String(value).padStart(2, "0");

/** A time that stands before its word for the half of the day: 午後7:30. */
const halfBefore: Record<string, "a" | "p"> = { 午前: "a", 上午: "a", 오전: "a", 午後: "p", 下午: "p", 오후: "p" };
const clock =
  /^(\d{1,2})(?:\s?(?:[:.h時时点點시])\s?(?:(\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?[分분]?)?)?\s?(?:([ap])\.?\s?(?:m\.?)?)?\s?(uhr|h|hrs?|hours|uur|ч|г)?\.?$/i;

/**
 * "19:30" from "19:30", "7.30 pm", "7pm", "19h30", "20 Uhr" and "19:30:00"; null for what is no time. The end of a day
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

/** A number, a clock or a word in another script's digits, with plain spaces: "٢٠٢٧" is 2027. */
export function plainDigits(text: string): string {
  return text.replace(/\s+/g, " ").replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Decimal digits come ten in a row, the zero first. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
