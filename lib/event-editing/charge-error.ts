import { minorDigits } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format";
import { maximumCharge, minimumCharge, toStripeAmount } from "@/lib/money/provider-amount";
import { chargeErrors } from "@/texts/organizer-payments";

/** Why a price in minor units cannot be paid online; null if it can, or is free. */
export function chargeError(price: number, currency: string): string | null {
  if (price === 0) return null;
  if (toStripeAmount(price, currency) === null) {
    const step = chargeStep(currency);
    return step === null ? chargeErrors.currency(currency) : chargeErrors.step(formatMoney(step, currency));
  }
  const least = minimumCharge(currency);
  if (least !== null && price < least) return chargeErrors.minimum(formatMoney(least, currency));
  const most = maximumCharge(currency);
  return price > most ? chargeErrors.maximum(formatMoney(most, currency)) : null;
}

/** The least amount of which every multiple can be charged; null where nothing can be charged in the currency. */
export function chargeStep(currency: string): number | null {
  for (let step = 1; step <= 10 ** minorDigits(currency); step *= 10) {
    if (toStripeAmount(step, currency) !== null) return step;
  }
  return null;
}
