import { currencyProblems } from "@/texts/site";

/**
 * The digits behind the point of every currency that people pay with, from ISO 4217's list one (funds, metals and
 * units of account left out). Stored amounts mean what they mean by this table alone: what a runtime believes of a
 * currency changes with its data, within one release line and between server and browser. A code that is changed
 * here after it was offered needs a conversion of what is stored (`db/stored-amounts/`).
 */
const offered = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
} as const;

/**
 * Withdrawn, or (VED) a second code of a currency that is offered: nobody prices a new event in them, and amounts
 * stored in them are still read.
 */
const readable = { 2: "ANG BGN CUC HRK SLL VED ZWL" } as const;

const digitsOf = new Map<string, number>(
  [offered, readable].flatMap((list) =>
    Object.entries(list).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, Number(digits)] as const)),
  ),
);

/** What a new event can be priced in. */
export const currencyCodes: readonly string[] = Object.values(offered)
  .flatMap((codes) => codes.split(" "))
  .toSorted();

export const isOfferedCurrency = (code: string) => currencyCodes.includes(code);

export const CURRENCY_NOT_OFFERED = currencyProblems.notOffered;

/** Whether amounts in it can be read, be it offered or withdrawn. */
export const isCurrency = (code: string) => digitsOf.has(code);

/** Digits behind the point: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}
