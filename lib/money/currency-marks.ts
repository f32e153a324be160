import { currencyCodes } from "./currencies";

/** What people write for a currency, besides its code; several codes where several countries write it so. */
const marks: Record<string, string> = {
  EUR: "€ euro euros",
  "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BRL JMD TTD BBD BSD BZD FJD GYD NAD XCD KYD BMD LRD SRD SBD":
    "$ dollar dollars",
  USD: "US$ U$S U$D USA$",
  CAD: "CA$ Can$ CDN$ C$",
  AUD: "A$ AU$ Aus$",
  NZD: "NZ$",
  SGD: "S$ SG$",
  HKD: "HK$",
  TWD: "NT$",
  BRL: "R$ real reais",
  MXN: "MX$ Mex$",
  ARS: "AR$",
  CLP: "CLP$ CL$",
  COP: "COL$",
  "GBP EGP GIP FKP SHP LBP SDG SSP SYP": "£ ￡ ₤ pound pounds",
  "JPY CNY": "¥ ￥ yen yuan",
  JPY: "円 JP¥",
  "CNY TWD HKD": "元",
  CNY: "CN¥ RMB 人民币",
  KRW: "₩ ￦ 원 won",
  "SEK NOK DKK ISK": "kr krona kronor krone kroner króna krónur",
  SEK: "skr",
  NOK: "nkr",
  DKK: "dkr",
  ISK: "íkr",
  "CHF XOF XAF XPF RWF BIF DJF GNF KMF CDF": "Fr franken francs",
  CHF: "SFr Fs",
  CZK: "Kč kc korun",
  PLN: "zł zl złotych złoty",
  HUF: "Ft forint",
  "RON MDL": "lei leu",
  "RSD DZD KWD BHD IQD JOD LYD TND MKD": "din dinar dinara dinars дин",
  MKD: "ден",
  BAM: "KM",
  TRY: "₺ TL lira",
  RUB: "₽",
  "RUB BYN": "руб рублей р",
  UAH: "₴ грн гривень",
  KZT: "₸ тг",
  GEL: "₾",
  AMD: "֏",
  AZN: "₼",
  ILS: "₪ NIS ש״ח",
  INR: "₹",
  "INR PKR LKR NPR MUR SCR": "Rs ₨ rupees rupee",
  BDT: "৳ Tk",
  "AED MAD": "Dh Dhs dirham dirhams",
  AED: "د.إ",
  MAD: "د.م.",
  KWD: "KD د.ك",
  BHD: "BD",
  EGP: "E£ LE ج.م",
  "SAR QAR OMR YER IRR": "﷼ riyal riyals ريال",
  SAR: "SR ر.س",
  QAR: "QR ر.ق",
  OMR: "ر.ع.",
  THB: "฿ baht บาท",
  VND: "₫ đ đồng",
  IDR: "Rp",
  MYR: "RM",
  PHP: "₱",
  KHR: "៛",
  LAK: "₭",
  MNT: "₮",
  ZAR: "R rand",
  NGN: "₦ naira",
  GHS: "₵ GH₵",
  KES: "KSh KES/=",
  TZS: "TSh",
  UGX: "USh",
  ETB: "Birr",
  PEN: "S/ S/.",
  PAB: "B/.",
  "BOB VES": "Bs",
  CRC: "₡",
  PYG: "₲ Gs",
  GTQ: "Q",
};

/** Where a mark of several currencies nearly always means one of them. */
const usual: Record<string, string> = { "£": "GBP", Fr: "CHF", lei: "RON", руб: "RUB", din: "RSD" };

/** A sign, word or code as it stands before or behind an amount, and the currencies that it can mean. */
export type CurrencyMark = { mark: string; codes: string[]; usual: string | null };

/** "kr." is "kr". */
const keyOf = (text: string) => text.toLowerCase().replace(/(?<=\p{L})\.$/u, "");

const byKey = new Map<string, CurrencyMark>();
for (const [list, spellings] of Object.entries(marks)) {
  const codes = list.split(" ");
  const only = codes.length === 1 ? (codes[0] ?? null) : null;
  // Asked about by the first of its spellings.
  const [mark = "", ...others] = spellings.split(" ");
  for (const spelling of [mark, ...others]) byKey.set(keyOf(spelling), { mark, codes, usual: usual[mark] ?? only });
}
for (const code of currencyCodes) byKey.set(keyOf(code), { mark: code, codes: [code], usual: code });

/** What a text such as "€", "US$", "EUR", "kr." or "$ CAD" says of the currency; null where it says anything else. */
export function findCurrencyMark(text: string): CurrencyMark | null {
  const whole = byKey.get(keyOf(text.trim()));
  if (whole) return whole;
  const parts = text.trim().split(/\s+|(?<=[a-z]{3})(?=[$€£¥])/i);
  const [first, second, ...more] = parts.map((part) => byKey.get(keyOf(part)));
  if (!first || !second || more.length > 0) return null;
  return intersectMarks(first, second);
}

/** Two marks of one amount, such as the sign before it and the code behind: what both can mean. */
export function intersectMarks(first: CurrencyMark, second: CurrencyMark): CurrencyMark | null {
  const codes = first.codes.filter((code) => second.codes.includes(code));
  const [only] = codes;
  if (only === undefined) return null;
  const narrower = first.codes.length < second.codes.length ? first : second;
  return { mark: narrower.mark, codes, usual: codes.length === 1 ? only : narrower.usual };
}
