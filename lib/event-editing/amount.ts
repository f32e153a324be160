import { minorDigits } from "@/lib/money/currencies";
import { formatDecimal, formatMoney } from "@/lib/money/format";
import { fieldErrors } from "@/texts/event-errors";

/** The most that the database's columns hold, in minor units of any currency. */
const MAX_AMOUNT = 2_147_483_647;

/** Why a typed price is invalid; null if it is valid. */
export function amountError(text: string, currency: string): string | null {
  if (parseAmount(text, currency) !== null) return null;
  const isTooHigh = /^\d{1,20}$/.test(text.trim());
  if (isTooHigh) return fieldErrors.amountTooHigh(formatMoney(MAX_AMOUNT, currency));
  return fieldErrors.amount(minorDigits(currency) === 0 ? "12" : "12.50");
}

/** 1250 from "12.50" or "12,50" in EUR, 3000 from "3000" in JPY; null if it is not an amount. */
export function parseAmount(text: string, currency: string): number | null {
  const found = /^(\d{1,10})(?:[.,](\d+))?$/.exec(text.trim());
  if (!found) return null;
  const [, whole = "", fraction = ""] = found;
  const digits = minorDigits(currency);
  // "1,000" euros is ambiguous: one euro or a thousand.
  if (fraction.length > digits) return null;
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  return amount <= MAX_AMOUNT ? amount : null;
}

/** "12.50" from 1250 EUR and "12" from 1200, for an input. */
export function toAmountInput(amount: number, currency: string): string {
  return amount % 10 ** minorDigits(currency) === 0
    ? String(amount / 10 ** minorDigits(currency))
    : formatDecimal(amount, currency);
}
