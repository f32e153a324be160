import { priceLabels } from "@/texts/events";
import { minorDigits } from "./currencies";

/** Signs that are understood in English without a country. Listed here, as the data of two runtimes differ. */
const signs: Record<string, string> = {
  AUD: "A$",
  BRL: "R$",
  CAD: "CA$",
  CNY: "CN¥",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  ILS: "₪",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
  MXN: "MX$",
  NZD: "NZ$",
  PHP: "₱",
  TWD: "NT$",
  USD: "$",
  VND: "₫",
  XAF: "FCFA",
  XCD: "EC$",
  XOF: "F\u202fCFA",
  XPF: "CFPF",
};
const NO_BREAK_SPACE = "\u00a0";

const numbers = new Map<number, Intl.NumberFormat>();

function numberWith(digits: number): Intl.NumberFormat {
  const known = numbers.get(digits);
  if (known) return known;
  const format = new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  numbers.set(digits, format);
  return format;
}

const compactNumber = new Intl.NumberFormat("en", {
  notation: "compact",
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
});

function withSign(value: number, format: Intl.NumberFormat, currency: string): string {
  const sign = signs[currency] ?? currency;
  const space = /\p{L}$/u.test(sign) ? NO_BREAK_SPACE : "";
  return `${value < 0 ? "-" : ""}${sign}${space}${format.format(Math.abs(value))}`;
}

/** "€12.50" from 1250 EUR, "¥3,000" from 3000 JPY, "€0" from 0: whole amounts lose their decimals. */
export function formatMoney(amount: number, currency: string) {
  return formatWithDigits(amount, currency, minorDigits(currency));
}

/** An amount with this number of minor digits, whatever its currency has. */
export function formatWithDigits(amount: number, currency: string, digits: number) {
  const unit = 10 ** digits;
  return withSign(amount / unit, numberWith(amount % unit === 0 ? 0 : digits), currency);
}

/** "€1.2K" from 123456 EUR: short enough for the axis of a chart. */
export function formatMoneyShort(amount: number, currency: string) {
  return withSign(amount / 10 ** minorDigits(currency), compactNumber, currency);
}

/** As `formatMoney`, but "Free" for 0. */
export function formatPrice(amount: number, currency: string) {
  return amount === 0 ? priceLabels.free : formatMoney(amount, currency);
}

/** "Free", "€12", or "€12 – €30" where ticket types differ. */
export function formatPriceRange(prices: { from: number; to: number }, currency: string) {
  const from = formatPrice(prices.from, currency);
  return prices.from === prices.to ? from : `${from} – ${formatPrice(prices.to, currency)}`;
}

/** "12.50" from 1250 EUR, without a sign and with all its digits, for files and other programs. */
export function formatDecimal(amount: number, currency: string) {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}
