import { transliterate } from "@/lib/text/transliterate";

/** An index has to hold the words, and nobody types longer ones. */
const MAX_WORD_LENGTH = 40;

const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
];
const digitOf = (digit: string) => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : `${code - zero}`;
};

/** Letters with more than one spelling, other than by accents. */
const sameLetters = new Map(
  ["гґ", "σς", "eə", "اٱ", "يىی", "كک", "هةہھ", "כך", "מם", "נן", "פף", "צץ"].flatMap(([letter = "", ...others]) =>
    others.map((other): [string, string] => [other, letter]),
  ),
);

/** Accents and vowel points; what Indic scripts write so are vowels. */
const MARKED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu;
/** The stroke that lengthens Arabic words, and the dots below Indic letters, which are often omitted. */
const OMITTED = /[\u0640\u093c\u09bc\u0a3c\u0abc\u0b3c]/g;
/** "हिन्दी" is "हिंदी": a nasal before a consonant of its kind is that dot, and so is the moon with a dot. */
const NASAL = /ङ\u094d(?=[क-घ])|ञ\u094d(?=[च-झ])|ण\u094d(?=[ट-ढ])|न\u094d(?=[त-ध])|म\u094d(?=[प-भ])|\u0901/g;

/** The other spelling of "ヴァイオリン". */
const soundsOfV: Record<string, string> = { ヴァ: "バ", ヴィ: "ビ", ヴェ: "ベ", ヴォ: "ボ", ヴ: "ブ" };

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", đ: "dj" };

const plain = (text: string) =>
  transliterate(text)
    .normalize("NFD")
    .replace(OMITTED, "")
    .replace(NASAL, "\u0902")
    .replace(MARKED, "$1")
    .normalize("NFC")
    .replace(/[^\0-\x7f]/gu, (letter) => sameLetters.get(letter) ?? letter);

/** "Müller" is both "muller" and "mueller". */
export function spellingsOf(word: string): string[] {
  if (/^[\0-\x7f]+$/.test(word)) return [word.slice(0, MAX_WORD_LENGTH)];
  const out = word.replace(/[äöüåøđ]/g, (letter) => spelledOut[letter] ?? letter);
  return [...new Set([plain(word), plain(out)])]
    .map((spelling) => [...spelling].slice(0, MAX_WORD_LENGTH).join(""))
    .filter(Boolean);
}

/** "muller" from "mueller", "arhus" from "aarhus"; not from "bauer" or "blue", whose vowels are separate. */
export const withoutSpelledOut = (spelling: string) =>
  /^poe[mst]/.test(spelling) ? spelling : spelling.replace(/(?<![aeiouq])([aou])e(?=[^aeiou])|^(a)a/g, "$1$2");

/** Without the article, which Arabic and Hebrew write as part of the word. */
export const withoutArticle = (spelling: string) => spelling.replace(/^(?:[وفبك]?ال|لل)(?=.{3})|^ה(?=.{4})/u, "");

/**
 * Normalises letters, widths, digits and apostrophes, but not words. Splits "HipHop" and "U2" in two.
 */
export function normalizeText(text: string): string {
  return (
    text
      // Before the next step, which turns some of them into a space with an accent.
      .replace(/[’‘‛`´ʹʻʼʽʾʿˈ′ꞌ՚׳]/g, "'")
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      // A partial syllable, while it is being typed.
      .replace(/(?<=[가-힣])[\u1100-\u11ff]+/g, "")
      .replace(/[‐‑‒−־]/g, "-")
      .replace(/״/g, '"')
      .replace(/(?<=(?<![\p{L}\p{N}])\p{L})(?:\+\+|#(?![\p{L}\p{N}]))/gu, (sign) =>
        sign === "#" ? "sharp" : "plusplus",
      )
      .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1-")
      .replace(/\p{Nd}/gu, digitOf)
      .replace(/(\p{L}\p{M}*)(?=\p{N})|(\p{N})(?=\p{L})/gu, "$&-")
      .toLowerCase()
      .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
      .replace(/ヴ[ァィェォ]?/g, (sound) => soundsOfV[sound] ?? sound)
      .replace(/եւ/g, "եվ")
      .normalize("NFC")
  );
}

/** A name without letters, as "!!!". */
export const symbolsOf = (text: string) =>
  [...text.normalize("NFKC").replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")]
    .slice(0, MAX_WORD_LENGTH)
    .join("");
