import { type CurrencyMark, findCurrencyMark, intersectMarks } from "@/lib/money/currency-marks";
import { currencyOfCountry } from "@/lib/money/currency-of-country";
import { type DecimalMark, detectMarkIn, parseWrittenAmount } from "@/lib/money/parse-written-amount";
import { countryName } from "@/lib/names/countries";
import { type PriceCell, readPriceCell } from "./price-cell";
import type { FormContext, RawEventData } from "./raw-event";
import { toOneLine } from "./text";

type UnreadCode = Extract<PriceCell, { kind: "unread" }>["code"];

const unreadReasons: Record<UnreadCode, [reason: string, fix: string]> = {
  NEGATIVE: ["A price is never below zero, so none is taken from it.", "Correct it in the file, or in the draft."],
  SEVERAL: ["This is not one price, so none is taken from it.", "Write one amount, or add ticket types in the draft."],
  UNREADABLE: ["Not an amount, so no price is taken from it.", "Write a plain number such as 12.50."],
};

/** What the currency column says, where it is no mark of its own price. */
function readColumnMark(facts: RawEventData, { note, options }: FormContext): CurrencyMark | null {
  const text = toOneLine(facts.currency);
  if (text === "") return null;
  const mark = findCurrencyMark(text.slice(0, 50));
  if (!mark)
    note(
      "currency",
      text,
      `Not a currency we know, so the default ${options.defaults.currency} is taken.`,
      "Choose it in the draft.",
    );
  return mark;
}

function pickMark(price: CurrencyMark | null, column: CurrencyMark | null, { note }: FormContext): CurrencyMark | null {
  if (!price || !column) return price ?? column;
  const both = intersectMarks(price, column);
  if (!both)
    note(
      "price",
      price.mark,
      `The currency column says ${column.mark}, the price ${price.mark}: that of the price is taken.`,
      "Correct the one that is wrong.",
    );
  return both ?? price;
}

/**
 * The currency that a mark stands for, as far as the mark, the country or the defaults tell; null where only the
 * organizer knows. What does not follow from the defaults is asked about, once for all rows that have the mark.
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
      note("price", mark, `Read as ${own}, the currency of ${countryName(country)}.`, "Choose another in the draft.");
    return own;
  }
  // A code says it all.
  if (codes[0] === mark) return mark;
  const answer = Object.hasOwn(options.currencies, mark) ? options.currencies[mark] : undefined;
  const chosen = answer ?? (codes.includes(currency) ? currency : usual);
  if (answer !== undefined || chosen !== currency) questions.currency(mark, codes, chosen);
  return chosen;
}

/** Without a mark it is the default's, or where the place has another, what the organizer says of such places. */
function resolveCountryCurrency(country: string, { options, questions }: FormContext): string {
  const { currency } = options.defaults;
  const own = currencyOfCountry(country);
  if (own === null || own === currency) return currency;
  questions.place("currency", `${countryName(country)}: ${own}`);
  return options.byPlace.currency ? own : currency;
}

/** The price of a ticket as the editor takes it, and its currency; no price where the file has none that is clear. */
export function readPrice(
  facts: RawEventData,
  country: string,
  context: FormContext,
): { currency: string; price: string } {
  const { note, options, questions } = context;
  const text = toOneLine(facts.price);
  const cell = readPriceCell(text.slice(0, 200));
  const mark = pickMark(
    cell.kind === "amount" || cell.kind === "unread" ? cell.mark : null,
    readColumnMark(facts, context),
    context,
  );
  const known = mark ? resolveMarkCurrency(mark, country, context) : resolveCountryCurrency(country, context);
  const currency = known ?? options.defaults.currency;
  const none = (reason: string, fix: string) => {
    note("price", text, reason, fix);
    return { currency, price: "" };
  };
  if (cell.kind === "free") return { currency, price: "0" };
  if (cell.kind === "unread") return none(...unreadReasons[cell.code]);
  if (cell.kind !== "amount") return { currency, price: defaultPrice(currency, context) };
  if (known === null && mark)
    return none(
      `${mark.mark} is written for several currencies, so no price is taken yet.`,
      "Choose above which one is meant.",
    );
  const amount = parseWrittenAmount(cell.number, currency, options.decimalMark ?? context.decimalMark);
  if (amount.ok) return { currency, price: amount.amount };
  if (amount.code === "NO_AMOUNT")
    return none(`Not an amount in ${currency}, so no price is taken from it.`, unreadReasons.UNREADABLE[1]);
  questions.amount(text.slice(0, 30));
  return none("This could be thousands or a fraction, so no price is taken yet.", "Say above how prices are written.");
}

/** The default price is one in the default currency. */
function defaultPrice(currency: string, { options, note }: FormContext): string {
  const { price, currency: own } = options.defaults;
  if (price === "" || currency === own) return price;
  note(
    "price",
    "",
    `The price above is in ${own}, and this event in ${currency}, so it has no price yet.`,
    "Add ticket types in the draft.",
  );
  return "";
}

/** The mark before the cents that the prices of a file agree on; null where none tells, or where they disagree. */
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
