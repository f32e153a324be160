import { transliterate } from "@/lib/names/transliterate";

/** Of the rules below. Rows that were folded by others are folded anew by the next migration, see db/fill-search.ts. */
export const FOLDING = 1;

/** Nobody types longer words, and an index has to hold them. */
const LONGEST = 40;
const MOST_CLAUSES = 16;

/** Between letters or digits they part a word: "AC/DC" is found by "ac", by "dc", and by "acdc". */
const JOINERS = String.raw`'.,:/\-–—&+_@#!$*·・`;
const CHUNK = new RegExp(String.raw`[\p{L}\p{M}\p{N}]+(?:[${JOINERS}]+[\p{L}\p{M}\p{N}]+)*`, "gu");
/** Scripts that put no space between words, or, as Hangul, only between some. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
];
const digitOf = (digit: string) => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : `${code - zero}`;
};

/** Letters that are written in more than one way, other than by accents. */
const sameLetters = new Map(
  ["гґ", "σς", "eə", "اٱ", "يىی", "كک", "هةہھ", "כך", "מם", "נן", "פף", "צץ"].flatMap(([letter = "", ...others]) =>
    others.map((other): [string, string] => [other, letter]),
  ),
);

/** Accents and vowel points; what Indic scripts write so are vowels. */
const MARKED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu;
const TATWEEL = /\u0640/g;

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

const plain = (text: string) =>
  transliterate(text)
    .normalize("NFD")
    .replace(TATWEEL, "")
    .replace(MARKED, "$1")
    .normalize("NFC")
    .replace(/[^\0-\x7f]/gu, (letter) => sameLetters.get(letter) ?? letter);

/** "Müller" is both "muller" and "mueller". */
function spellings(word: string): string[] {
  const out = word.replace(/[äöüåø]/g, (letter) => spelledOut[letter] ?? letter);
  return [...new Set([plain(word), plain(out)])].map((spelling) => [...spelling].slice(0, LONGEST).join(""));
}

/** One way to write each letter, width, digit and apostrophe, with words still as they are; "HipHop" and "U2" in two parts. */
function prepared(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[’‘‛`´ʹʻʼʽʾʿˈ՚׳]/g, "'")
    .replace(/[‐‑‒−]/g, "-")
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1-")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/(\p{L}\p{M}*)(?=\p{N})|(\p{N})(?=\p{L})/gu, "$&-")
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .normalize("NFC");
}

type Part = { text: string; isUnspaced: boolean };

const partsOf = (chunk: string): Part[] =>
  chunk.split(new RegExp(`[${JOINERS}]+`, "u")).flatMap((text) => {
    const parts: Part[] = [];
    let end = 0;
    for (const { 0: run, index } of text.matchAll(UNSPACED)) {
      if (index > end) parts.push({ text: text.slice(end, index), isUnspaced: false });
      parts.push({ text: run, isUnspaced: true });
      end = index + run.length;
    }
    return end < text.length ? [...parts, { text: text.slice(end), isUnspaced: false }] : parts;
  });

const joined = (parts: Part[]) =>
  parts
    .filter(({ isUnspaced }) => !isUnspaced)
    .map(({ text }) => text)
    .join("");

/** Two letters each; of one alone, that. */
function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** What "2026/27" means besides: 2027, and 26. */
function yearsOf(parts: Part[]): string[] {
  return parts.flatMap(({ text }, at) => {
    const next = parts[at + 1]?.text ?? "";
    if (!/^(1[89]|20)\d\d$/.test(text) || !/^(\d\d|(1[89]|20)\d\d)$/.test(next)) return [];
    const century = Number(text.slice(0, 2)) + (Number(next) < Number(text.slice(2)) ? 1 : 0);
    return [text.slice(2), next.length === 2 ? `${century}${next}` : next.slice(2)];
  });
}

const withoutArticle = (word: string) => /^و?ال(.{3,})$/u.exec(word)?.[1] ?? [];

/** Symbols that stand for letters, as in P!nk and A$AP. */
const lookalikes: Record<string, string> = { "!": "i", $: "s" };

type Text = {
  /** Of a person, a place or an event, and not a text about one: words are also kept as others might write them. */
  isName: boolean;
};

/** The words that a text is found by, folded. Each begins with whatever finds it, see `queryClauses`. */
export function indexWords(text: string, { isName }: Text): Set<string> {
  const words = new Set<string>();
  const add = (word: string) => {
    for (const spelling of spellings(word)) {
      words.add(spelling);
      for (const bare of [withoutArticle(spelling)].flat()) words.add(bare);
      if (isName && spelling.length > 3) words.add(spelling.replace(/([aou])e/g, "$1"));
    }
  };
  let before = "";
  for (const [chunk] of prepared(text).matchAll(CHUNK)) {
    const parts = partsOf(chunk);
    for (const { text: part, isUnspaced } of parts) {
      if (!isUnspaced) add(part);
      else for (const pair of [...pairsOf(part), [...part].at(-1) ?? ""]) words.add(pair);
      if (part === "n") words.add("and");
    }
    const whole = joined(parts);
    if (parts.length > 1 && whole) add(whole);
    if (/[!$]/.test(chunk)) add(joined(partsOf(chunk.replace(/[!$]/g, (symbol) => lookalikes[symbol] ?? ""))));
    for (const year of yearsOf(parts)) words.add(year);
    // "Hip Hop" and "AC DC", as others write them.
    const isShort = isName && /^\p{L}{2,4}$/u.test(whole);
    if (isShort && before) add(before + whole);
    before = isShort ? whole : "";
  }
  if (/(^|\s)[&+](\s|$)/.test(text)) for (const and of ["and", "und", "et", "y"]) words.add(and);
  if (words.size === 0 && text.trim()) words.add(symbolsOf(text));
  return words;
}

/** A name without any letter, as "!!!". */
const symbolsOf = (text: string) => [...text.normalize("NFKC").replace(/\s/g, "")].slice(0, LONGEST).join("");

/** What was typed: a text is meant where each clause has a beginning of one of its words. */
export type Clauses = string[][];

export function queryClauses(typed: string): Clauses {
  const clauses: Clauses = [];
  const chunks = [...prepared(typed).matchAll(CHUNK)].map(([chunk]) => partsOf(chunk));
  for (const [at, parts] of chunks.entries()) {
    const together = parts.length > 1 ? spellings(joined(parts)) : neighbours(chunks, at);
    for (const { text, isUnspaced } of parts) {
      if (isUnspaced) clauses.push(...pairsOf(text).map((pair) => [pair]));
      else clauses.push([...new Set([...spellings(text), ...together])].filter(Boolean));
    }
  }
  if (clauses.length === 0 && typed.trim()) clauses.push([symbolsOf(typed)]);
  const different = new Map(clauses.map((clause) => [clause.join(" "), clause]));
  return [...different.values()].slice(0, MOST_CLAUSES);
}

/** The word together with the one before and the one after: "hip hop" may be written "hiphop". */
function neighbours(chunks: Part[][], at: number): string[] {
  const word = (place: number) => {
    const parts = chunks[place];
    return parts?.length === 1 && !parts[0]?.isUnspaced ? (parts[0]?.text ?? "") : "";
  };
  const pairs = [[word(at - 1), word(at)] as const, [word(at), word(at + 1)] as const];
  return pairs
    .filter(([one, other]) => one && other && one.length + other.length <= 12)
    .flatMap((pair) => spellings(pair.join("")));
}

/** Whether a text with these words is what was typed. */
export const isMeant = (clauses: Clauses, words: Iterable<string>) => {
  const all = [...words];
  return (
    clauses.length > 0 && clauses.every((clause) => clause.some((start) => all.some((word) => word.startsWith(start))))
  );
};
