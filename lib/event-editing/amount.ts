import { minorDigits } from "@/lib/money/format";

const HIGHEST = 1_000_000_000;

/** 1250 from "12.50" or "12,50" in EUR, 3000 from "3000" in JPY; null for what is not an amount. */
export function parseAmount(text: string, currency: string): number | null {
  const found = /^(\d{1,10})(?:[.,](\d+))?$/.exec(text.trim());
  if (!found) return null;
  const [, whole = "", fraction = ""] = found;
  const digits = minorDigits(currency);
  // "1,000" euros would be one euro or a thousand: nobody is to find out from a booking.
  if (fraction.length > digits) return null;
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  return amount <= HIGHEST ? amount : null;
}

/** "12.50" from 1250 EUR, as it stands in an input. */
export function typedAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(amount % 10 ** digits === 0 ? 0 : digits);
}
