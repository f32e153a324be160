import { type CurrencyMark, findCurrencyMark, intersectMarks } from "@/lib/money/currency-marks";
import { currencyOfCountry } from "@/lib/money/currency-of-country";
import { type DecimalMark, detectMarkIn, parseWrittenAmount } from "@/lib/money/parse-written-amount";
import { countryName } from "@/lib/names/countries";
import { problemTexts } from "@/texts/import-problems";
import { type PriceCell, readPriceCell } from "./price-cell";
import type { FormContext, ProblemText, RawEventData } from "./raw-event";
import { toOneLine } from "./text";

type UnreadCode = Extract<PriceCell, { kind: "unread" }>["code"];

const unreadProblems: Record<UnreadCode, ProblemText> = {
  NEGATIVE: problemTexts.negativePrice,
  SEVERAL: problemTexts.severalPrices,
  UNREADABLE: problemTexts.notAnAmount,
};

/** The currency of the currency column; null if it is empty or unknown. */
function readColumnMark(data: RawEventData, { note, options }: FormContext): CurrencyMark | null {
  const text = toOneLine(data.currency);
  if (text === "") return null;
  const mark = findCurrencyMark(text.slice(0, 50));
  if (!mark) note("currency", text, problemTexts.unknownCurrency(options.defaults.currency));
  return mark;
}

function pickMark(price: CurrencyMark | null, column: CurrencyMark | null, { note }: FormContext): CurrencyMark | null {
  if (!price || !column) return price ?? column;
  const both = intersectMarks(price, column);
  if (!both) note("price", price.mark, problemTexts.currencyMismatch(column.mark, price.mark));
  return both ?? price;
}

/**
 * The currency of a mark by the mark itself, the country or the defaults; null if only the organizer can tell. A
 * currency other than the default is asked about, once for all rows with the mark.
 */
function resolveMarkCurrency(
  { mark, codes, usual }: CurrencyMark,
  country: string,
  context: FormContext,
): string | null {
  const { options, questions, note } = context;
  const { currency } = options.defaults;
  const own = currencyOfCountry(country);
  if (codes.length > 1 && own && codes.includes(own)) {
    if (own !== currency && own !== usual)
      note("price", mark, problemTexts.currencyOfCountry(own, countryName(country)));
    return own;
  }
  // A currency code is unambiguous.
  if (codes[0] === mark) return mark;
  const answer = Object.hasOwn(options.currencies, mark) ? options.currencies[mark] : undefined;
  const chosen = answer ?? (codes.includes(currency) ? currency : usual);
  if (answer !== undefined || chosen !== currency) questions.currency(mark, codes, chosen);
  return chosen;
}

/** The currency without a mark: the default, or that of the country if the organizer chose so. */
function resolveCountryCurrency(country: string, { options, questions }: FormContext): string {
  const { currency } = options.defaults;
  const own = currencyOfCountry(country);
  if (own === null || own === currency) return currency;
  questions.place("currency", `${countryName(country)}: ${own}`);
  return options.byPlace.currency ? own : currency;
}

/** The ticket price as the editor's input, and its currency. The price is empty if it is missing or unclear. */
export function readPrice(
  data: RawEventData,
  country: string,
  context: FormContext,
): { currency: string; price: string } {
  const { note, options, questions } = context;
  const text = toOneLine(data.price);
  const cell = readPriceCell(text.slice(0, 200));
  const mark = pickMark(
    cell.kind === "amount" || cell.kind === "unread" ? cell.mark : null,
    readColumnMark(data, context),
    context,
  );
  const known = mark ? resolveMarkCurrency(mark, country, context) : resolveCountryCurrency(country, context);
  const currency = known ?? options.defaults.currency;
  const none = (problem: ProblemText) => {
    note("price", text, problem);
    return { currency, price: "" };
  };
  if (cell.kind === "free") return { currency, price: "0" };
  if (cell.kind === "unread") return none(unreadProblems[cell.code]);
  if (cell.kind !== "amount") return { currency, price: defaultPrice(currency, context) };
  if (known === null && mark) return none(problemTexts.unclearCurrency(mark.mark));
  const amount = parseWrittenAmount(cell.number, currency, options.decimalMark ?? context.decimalMark);
  if (amount.ok) return { currency, price: amount.amount };
  if (amount.code === "NO_AMOUNT") return none(problemTexts.notAnAmountIn(currency));
  questions.amount(text.slice(0, 30));
  return none(problemTexts.unclearAmount);
}

/** The default price; empty if the event has another currency. */
function defaultPrice(currency: string, { options, note }: FormContext): string {
  const { price, currency: own } = options.defaults;
  if (price === "" || currency === own) return price;
  note("price", "", problemTexts.defaultPriceCurrency(own, currency));
  return "";
}

/** The decimal mark that all prices of a file agree on; else null. */
export function detectDecimalMark(cells: string[]): DecimalMark | null {
  const marks = new Set<DecimalMark>();
  for (const text of cells) {
    const cell = readPriceCell(text.slice(0, 200));
    const mark = cell.kind === "amount" ? detectMarkIn(cell.number) : null;
    if (mark) marks.add(mark);
  }
  const [only] = marks;
  return marks.size === 1 && only ? only : null;
}
