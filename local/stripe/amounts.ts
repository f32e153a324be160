import { fromStripeAmount, isStripeCurrency, minimumCharge } from "@/lib/money/provider-amount";
import { invalid } from "./api-error";

const wholeHundreds = new Set(["isk", "ugx"]);
const threeDecimals = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);

/** Throws where an amount is finer than the currency is paid in. */
export function checkPrecision(amount: number, currency: string, param: string) {
  if (!Number.isSafeInteger(amount)) throw invalid(`Invalid integer: ${amount}`, "parameter_invalid_integer", param);
  if (wholeHundreds.has(currency) && amount % 100 !== 0) {
    throw invalid(`Amounts in ${currency} have to be divisible by 100.`, "parameter_invalid_integer", param);
  }
  if (threeDecimals.has(currency) && amount % 10 !== 0) {
    throw invalid(`Amounts in ${currency} have to end in 0.`, "parameter_invalid_integer", param);
  }
}

/** Throws for a charge that is too small, too large, or in a currency that Stripe does not take. */
export function checkCharge(amount: number, currency: string) {
  const code = currency.toUpperCase();
  if (currency !== currency.toLowerCase() || !isStripeCurrency(code)) {
    throw invalid(`Invalid currency: ${currency}.`, "parameter_invalid", "currency");
  }
  checkPrecision(amount, currency, "amount");
  const minimum = minimumCharge(code) ?? 1;
  if (fromStripeAmount(amount, code) < minimum) {
    throw invalid("The Checkout Session's total amount is too small.", "amount_too_small");
  }
  if (amount > 99_999_999) throw invalid("The amount must be no more than 99999999.", "amount_too_large");
}

/** 1.5 % and 25 of the smallest units, as European cards cost in euros. */
export function feeOf(amount: number, currency: string): number {
  const step = wholeHundreds.has(currency) ? 100 : 1;
  return Math.min(amount, Math.ceil((amount * 0.015 + 25) / step) * step);
}
