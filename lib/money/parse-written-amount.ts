import { minorDigits } from "./currencies";

/** Which of the two stands before the cents in a file; the other one groups thousands. */
export type DecimalMark = "." | ",";

export type WrittenAmountResult =
  /** As an input takes it: digits, and perhaps a point or comma with the minor units. */
  | { ok: true; amount: string }
  /** 12.345 is twelve thousand for some and twelve for others. */
  | { ok: false; code: "AMBIGUOUS" | "NO_AMOUNT" };

const grouped = /^[1-9]\d{0,2}(?:([.,' ])\d{2,3})?(?:\1\d{2,3})*(?<=\1\d{3})$/;
const doubtful = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** Apostrophes and spaces of every kind as one of each. */
export function normalizeSeparators(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/['’‘ʼ´`′]/g, "'")
    .replace(/[٫．]/g, ".")
    .replace(/[٬，]/g, ",");
}

/** Whole thousands without their marks; null for what is no whole number. Indian groups are of two. */
function parseWhole(text: string): string | null {
  if (/^\d{1,10}$/.test(text)) return text;
  return grouped.test(text) ? text.replace(/[.,' ]/g, "") : null;
}

/** The mark before the cents that a number gives away by itself: "12,5" and "1.250,00" say the comma. */
export function detectMarkIn(text: string): DecimalMark | null {
  const plain = normalizeSeparators(text.trim());
  const [, front = "", mark = "", behind = ""] = /^(.+)([.,])(\d+)$/.exec(plain) ?? [];
  if (behind === "" || doubtful.test(plain)) return null;
  if (grouped.test(plain)) return mark === "." ? "," : ".";
  if (front.includes(mark) || parseWhole(front) === null) return null;
  return mark === "." ? "." : ",";
}

/**
 * An amount as people write it: 1.250,00 and 1'250.00 and 1 250. `decimal` is what the rest of the file says; without
 * it, three digits behind one mark are ambiguous, but in a currency without minor units.
 */
export function parseWrittenAmount(text: string, currency: string, decimal: DecimalMark | null): WrittenAmountResult {
  const plain = normalizeSeparators(text.trim());
  const digits = minorDigits(currency);
  const none = { ok: false, code: "NO_AMOUNT" } as const;
  const doubt = doubtful.exec(plain)?.[1];
  if (doubt) {
    const isThousands = digits === 0 || (decimal !== null && decimal !== doubt);
    if (isThousands) return { ok: true, amount: plain.replace(doubt, "") };
    if (decimal === null) return { ok: false, code: "AMBIGUOUS" };
  }
  const units = parseWhole(plain);
  if (units !== null && !doubt) return fitMinorDigits(units, "", "", digits);
  const found = /^(.+)([.,])(\d+)$/.exec(plain);
  const [, front = "", mark = "", fraction = ""] = found ?? [];
  // The two marks cannot mean one thing.
  const before = front.includes(mark) ? null : parseWhole(front);
  return found && before !== null ? fitMinorDigits(before, mark, fraction, digits) : none;
}

/** Zeros that a database has put behind the minor units say nothing. */
function fitMinorDigits(units: string, mark: string, fraction: string, digits: number): WrittenAmountResult {
  const kept =
    fraction.length > digits ? fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, "") : fraction;
  if (kept.length > digits) return { ok: false, code: "NO_AMOUNT" };
  return { ok: true, amount: kept === "" ? units : `${units}${mark}${kept}` };
}
