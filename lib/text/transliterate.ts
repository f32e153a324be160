/** Latin letters that Unicode doesn't decompose, as their languages write them in ASCII. */
const usual: Record<string, string> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  þ: "th",
  Þ: "TH",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  ı: "i",
  ħ: "h",
  Ħ: "H",
  ŧ: "t",
  Ŧ: "T",
  ŋ: "n",
  Ŋ: "N",
};

/** "Strasse i Tromso" from "Straße i Tromsø"; letters of other scripts stay as they are. */
export function transliterate(text: string): string {
  return (
    text
      // Decomposing the Thai and Lao vowel "am" would give a spelling that no keyboard has.
      .replace(/[^\u0e33\u0eb3]+/gu, (run) => run.normalize("NFKD"))
      .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
      .replace(/[^\0-\x7f]/gu, (letter) => usual[letter] ?? letter)
      .normalize("NFC")
  );
}
