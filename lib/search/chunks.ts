import { normalizeText } from "./letters";

/** Separators within a word: "AC/DC" is found by "ac", by "dc", and by "acdc". */
const JOINERS = String.raw`'".,:/\-–—+_@#!$*·・`;
const WORD = String.raw`[\p{L}\p{M}\p{N}]+`;
const CHUNK = new RegExp(String.raw`(?:\$+(?=\p{L}))?${WORD}(?:[${JOINERS}]+${WORD})*(?:(?<=\p{L})\$+)?|&`, "gu");
const JOINER = new RegExp(`[${JOINERS}]+`, "u");
/** Scripts without spaces between words, or, as Hangul, between some words only. */
const UNSPACED =
  String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}` +
  String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const RUN = new RegExp(`(${UNSPACED}+)`, "u");
const BETWEEN_RUNS = new RegExp(String.raw`(?<=${UNSPACED})[\s${JOINERS}]+(?=${UNSPACED})`, "gu");

/** Before another one, which does not belong to a word of its own, as in "Saal 1 U2" and "J. O'Brien". */
const LONE_LETTER = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}])([\p{L}\p{N}])\.? (?=[\p{L}\p{N}](?![\p{L}\p{M}\p{N}]|[${JOINERS}]+[\p{L}\p{N}]))`,
  "gu",
);

const AND = /(?<=[\p{L}\p{M}\p{N}][.!]?)(?:\s*&\s*|\s\+\s|[\s'-]+n[\s'-]+)(?=[\p{L}\p{N}'])/gu;
const andWords = new Set(["and", "und", "et", "y", "e", "og", "och", "en"]);

/** Symbols used as letters, as in P!nk and A$AP. */
const lookalikes: Record<string, string> = { "!": "i", $: "s" };

type Part = { text: string; isUnspaced: boolean };

/** Letters without a space between them, as "Jean-Paul" or "AC/DC". */
export type Chunk = {
  text: string;
  parts: Part[];
  /** The same, where one letter belongs to what follows it: "K-Pop", "d'Azur", "U2". */
  close: Part[];
  /** As one word, in each way to read it; none of a number. */
  wholes: string[];
  /** Stands between two others and says "and". */
  isAnd: boolean;
};

function partsOf(text: string): Part[] {
  return text
    .split(JOINER)
    .flatMap((word) => word.split(RUN).map((part, at) => ({ text: part, isUnspaced: at % 2 === 1 })))
    .filter((part) => part.text);
}

function closeParts(parts: Part[]): Part[] {
  const close: Part[] = [];
  let letter = "";
  for (const [at, { text, isUnspaced }] of parts.entries()) {
    const next = parts[at + 1];
    const areNumbers = /\d$/.test(text) && /^\d/.test(next?.text ?? "");
    if (isUnspaced) close.push({ text, isUnspaced });
    else if ([...text].length === 1 && next && !next.isUnspaced && !areNumbers) letter += text;
    else {
      close.push({ text: letter + text, isUnspaced });
      letter = "";
    }
  }
  return close;
}

function wholesOf(text: string, parts: Part[]): string[] {
  const joined = (some: Part[]) => some.flatMap((part) => (part.isUnspaced ? [] : part.text)).join("");
  const whole = joined(parts);
  // "10,000" is one word, "20:30" and "24.12.2026" are not.
  if (parts.length > 1 && /^\d+$/.test(whole) && !/^\d{1,3}([.,']\d{3})+$/.test(text)) return [];
  const read = text.replace(/[!$]/g, (symbol) => lookalikes[symbol] ?? "");
  return [...new Set([whole, joined(partsOf(read))])].filter(Boolean);
}

/** Joins parts that others write as one word, only for what is stored: "東京 ジャズ", "R. E. M.", "10 000". */
function joinSpacedLetters(text: string): string {
  return text
    .replace(BETWEEN_RUNS, "")
    .replace(LONE_LETTER, "$1.")
    .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))/g, "$1.");
}

/** The fast path for most names, which have only one spelling: every booking folds some. */
export const isPlain = (text: string) => /^[A-Z]?[a-z]{2,}(?: [A-Z]?[a-z]{2,})*$/.test(text);

function plainChunks(text: string): Chunk[] {
  const words = text.toLowerCase().split(" ");
  return words.map((word, at) => {
    const parts = [{ text: word, isUnspaced: false }];
    const isAnd = at > 0 && at < words.length - 1 && andWords.has(word);
    return { text: word, parts, close: parts, wholes: [word], isAnd };
  });
}

export function chunksOf(text: string, { isKept }: { isKept: boolean }): Chunk[] {
  if (isPlain(text)) return plainChunks(text);
  const lower = normalizeText(text).replace(AND, " & ");
  const chunks = (isKept ? joinSpacedLetters(lower) : lower).match(CHUNK) ?? [];
  return chunks.flatMap((chunk, at): Chunk[] => {
    const isBetween = at > 0 && at < chunks.length - 1;
    if (chunk === "&") return isBetween ? [{ text: chunk, parts: [], close: [], wholes: [], isAnd: true }] : [];
    const parts = partsOf(chunk);
    const isAnd = isBetween && andWords.has(chunk);
    return [{ text: chunk, parts, close: closeParts(parts), wholes: wholesOf(chunk, parts), isAnd }];
  });
}
