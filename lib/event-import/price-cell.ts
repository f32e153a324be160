import { type CurrencyMark, findCurrencyMark } from "@/lib/money/currency-marks";
import { normalizeSeparators } from "@/lib/money/parse-written-amount";
import { foldWord } from "./month-names";
import { toOneLine } from "./text";
import { normalizeDigits } from "./times";

/** A parsed price cell: the number as written, and its currency mark. */
export type PriceCell =
  | { kind: "none" | "free" }
  | { kind: "amount"; number: string; mark: CurrencyMark | null }
  | { kind: "unread"; code: "NEGATIVE" | "SEVERAL" | "UNREADABLE"; mark: CurrencyMark | null };

const freeWords = new Set(
  [
    "free",
    "free entry",
    "free admission",
    "free event",
    "free of charge",
    "no charge",
    "complimentary",
    "gratis",
    "frei",
    "eintritt frei",
    "freier eintritt",
    "kostenlos",
    "kostenfrei",
    "umsonst",
    "gratuit",
    "gratuite",
    "gratuito",
    "gratuita",
    "entrée libre",
    "entrée gratuite",
    "libre",
    "entrada libre",
    "entrada gratuita",
    "entrada gratis",
    "entrada livre",
    "entrada franca",
    "ingresso libero",
    "ingresso gratuito",
    "gratuïta",
    "vrij entree",
    "gratis toegang",
    "gratis entrén",
    "fri entré",
    "fri entre",
    "gratis adgang",
    "ilmainen",
    "maksuton",
    "vapaa pääsy",
    "bezpłatny",
    "bezpłatnie",
    "bezpłatne",
    "darmowy",
    "za darmo",
    "wstęp wolny",
    "zdarma",
    "vstup zdarma",
    "vstup volný",
    "ingyenes",
    "besplatno",
    "бесплатно",
    "вход свободный",
    "безкоштовно",
    "вільний вхід",
    "безплатно",
    "вход свободен",
    "δωρεάν",
    "ελεύθερη είσοδος",
    "ücretsiz",
    "bedava",
    "miễn phí",
    "無料",
    "入場無料",
    "免费",
    "免費",
    "무료",
    "مجاني",
    "مجانا",
    "חינם",
    "फ्री",
    "ฟรี",
  ].map(foldWord),
);

const amountPattern = /\d(?:[\d.,' ]*\d)?/;
const minimumPrefix =
  /^(?:from|starting (?:at|from)|ab|von|dès|des|à partir de?|a partir de?|desde|da|a partire da|vanaf|fra|från|od|от|від|min\.?|mind\.?|up to|bis(?: zu)?|max\.?|ca\.?|approx\.?|~)(?=[ \d€£$¥]|$)/iu;

/** Words for a price per ticket, which are ignored. */
const perPersonSuffix =
  /[ /](?:each|per (?:person|head|ticket)|p\.? ?p\.?|pro (?:person|kopf|ticket)|par personne|por persona|a persona)$/i;

/** "12.–" and "150:-" and "12,--" and "500/-": no cents. */
const noCents = /^\s?(?:[.,:/]\s?-{1,2}|[.,](?=\s|$))/;

/** Parses a price cell without guessing: anything but one amount in one currency is unread. */
export function readPriceCell(cell: string): PriceCell {
  const text = normalizeSeparators(normalizeDigits(toOneLine(cell)))
    .replace(/[‐-―−]/g, "-")
    .replace(/[*¹²†]+$/, "")
    .replace(perPersonSuffix, "")
    .trim();
  if (/^-{0,3}$/.test(text)) return { kind: "none" };
  if (freeWords.has(foldWord(text.replace(/!+$/, "").trim()))) return { kind: "free" };
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const found = amountPattern.exec(bracketed ?? text);
  if (!found) return { kind: "unread", code: "UNREADABLE", mark: null };
  const whole = found.input;
  const franc = /^([1-9]\d{0,3}) ?([€£$]) ?(\d{2})$/.exec(whole);
  if (franc) return { kind: "amount", number: `${franc[1]}.${franc[3]}`, mark: findCurrencyMark(franc[2] ?? "") };
  const before = whole.slice(0, found.index).trim();
  const behind = whole.slice(found.index + found[0].length);
  if (/\d/.test(behind)) {
    const mark = readMark(`${before} ${behind.replace(/[\d.,'/-]+/g, " ")}`);
    return { kind: "unread", code: "SEVERAL", mark };
  }
  const isLeast = minimumPrefix.test(before) || /^\s?\+/.test(behind);
  const front = before.replace(minimumPrefix, "").trim();
  const back = behind
    .replace(noCents, "")
    .replace(/^\s?\+/, "")
    .trim();
  const isNegative = bracketed !== undefined || front.includes("-") || back.startsWith("-");
  const around = [front.replace(/[+-]/g, "").trim(), back.replace(/^-/, "").trim()];
  const mark = readMark(around.join(" "));
  if (isLeast) return { kind: "unread", code: "SEVERAL", mark };
  if (isNegative) return { kind: "unread", code: "NEGATIVE", mark };
  if (!mark && around.some((part) => part !== ""))
    return { kind: "unread", code: "UNREADABLE", mark: firstMark(around) };
  return { kind: "amount", number: found[0], mark };
}

/** The text around an amount, if it is a currency mark or two that agree. */
function readMark(text: string): CurrencyMark | null {
  return text.trim() === "" ? null : findCurrencyMark(text);
}

/** "€" of "12 € per person". */
function firstMark(around: string[]): CurrencyMark | null {
  for (const part of around) {
    const mark = findCurrencyMark(part.split(" ")[0] ?? "");
    if (mark) return mark;
  }
  return null;
}
