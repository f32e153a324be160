import { isCurrency, minorDigits } from "./currencies";

const codes = (list: string) => new Set(list.split(" "));

/** Stripe counts these in whole units: MGA, too, which has two digits in ISO 4217. */
const withoutDecimals = codes("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF");

/** Their last digit has to be 0, as card networks count only two. */
const withThreeDecimals = codes("BHD JOD KWD OMR TND");

/** Currencies of our table that Stripe cannot charge. Those that we are not sure of are among them. */
const notTaken = codes("BTN CUC CUP ERN GHS HRK IQD IRR KPW LYD MRU SDG SLL SSP STN SVC SYP TMT VED VES ZWG ZWL");

/** The least that Stripe charges, as people write it. In other currencies it is about half a US dollar at the day's rate. */
const minimums: Readonly<Record<string, number>> = {
  ...{ AED: 2, AUD: 0.5, BGN: 1, BRL: 0.5, CAD: 0.5, CHF: 0.5, CZK: 15, DKK: 2.5, EUR: 0.5, GBP: 0.3, HKD: 4 },
  ...{ HUF: 175, INR: 0.5, JPY: 50, MXN: 10, MYR: 2, NOK: 3, NZD: 0.5, PLN: 2, RON: 2, SEK: 3, SGD: 0.5 },
  ...{ THB: 10, USD: 0.5 },
};

/** Eight digits. */
const LARGEST_STRIPE_AMOUNT = 99_999_999;

/** ISK and UGX have no decimals and two at Stripe, so only hundreds of Stripe's units are whole amounts of ours. */
function stripeDigits(currency: string): number {
  if (withoutDecimals.has(currency)) return 0;
  return withThreeDecimals.has(currency) ? 3 : 2;
}

/** Whether Stripe takes payments in it. */
export const isStripeCurrency = (currency: string) => isCurrency(currency) && !notTaken.has(currency);

/**
 * An amount of ours as Stripe counts it. Null where Stripe cannot charge it: the currency is not taken, or the amount is
 * finer than what can be paid, as 0.50 MGA or 1.005 KWD.
 */
export function toStripeAmount(minor: number, currency: string): number | null {
  if (!isStripeCurrency(currency) || !Number.isSafeInteger(minor)) return null;
  const digits = stripeDigits(currency);
  const more = digits - minorDigits(currency);
  const amount = more >= 0 ? minor * 10 ** more : minor / 10 ** -more;
  if (!Number.isSafeInteger(amount)) return null;
  return digits === 3 && amount % 10 !== 0 ? null : amount;
}

/** An amount of Stripe's in our minor units. Fees can be finer than what can be paid, and are rounded. */
export function fromStripeAmount(amount: number, currency: string): number {
  const more = minorDigits(currency) - stripeDigits(currency);
  return more >= 0 ? amount * 10 ** more : Math.round(amount / 10 ** -more);
}

/** The least that can be charged, in our minor units; null where it follows the day's exchange rate. */
export function minimumCharge(currency: string): number | null {
  const minimum = minimums[currency];
  return minimum === undefined ? null : Math.round(minimum * 10 ** minorDigits(currency));
}

/** The most that can be charged, in our minor units. */
export function maximumCharge(currency: string): number {
  const more = minorDigits(currency) - stripeDigits(currency);
  return Math.floor(LARGEST_STRIPE_AMOUNT * 10 ** more);
}
