import { type ParsedCode, parseCode } from "./signed-code";

/**
 * What the keys of a US keyboard give on other ones, as capitals: a scanner that acts as a keyboard presses keys, and the
 * machine it is plugged into reads them in its own layout. Only where they differ, and only what codes are made of.
 */
const layouts: Record<string, Record<string, string>> = {
  AZERTY: {
    ...{ "&": "1", É: "2", '"': "3", "'": "4", "(": "5", "-": "6", "§": "6", È: "7", _: "8", "!": "8", Ç: "9", À: "0" },
    ...{ A: "Q", Q: "A", Z: "W", W: "Z", ",": "M", "?": "M", ":": ".", "/": "." },
  },
  QWERTZ: { Y: "Z", Z: "Y" },
  Czech: { ...mapKeys("+ĚŠČŘŽÝÁÍÉ", "1234567890"), Y: "Z", Z: "Y" },
  Slovak: { ...mapKeys("+ĽŠČŤŽÝÁÍÉ", "1234567890"), Y: "Z", Z: "Y" },
  Hungarian: { Ö: "0", Y: "Z", Z: "Y" },
  Turkish: { Ç: "." },
  Cyrillic: mapKeys("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЮ", "QWERTYUIOPASDFGHJKLZXCVBNM."),
};

function mapKeys(given: string, pressed: string): Record<string, string> {
  return Object.fromEntries([...given].map((key, at) => [key, pressed.charAt(at)]));
}

function retypeWith(text: string, layout: Record<string, string>) {
  return [...text.toUpperCase()].map((key) => layout[key] ?? key).join("");
}

/** `layout`: null where it says so as it is; else the keyboard that a scanner's keys were taken for. */
export type CodeReading = ParsedCode & { layout: string | null };

/**
 * What a scanned or typed text may say, the likeliest first. All but the first are guesses: one counts only where its
 * ticket is known or its signature is right, as no other text has that by chance.
 */
export function readCodes(text: string): CodeReading[] {
  const plain = parseCode(text);
  const readings: CodeReading[] = plain ? [{ ...plain, layout: null }] : [];
  for (const [layout, map] of Object.entries(layouts)) {
    const read = parseCode(retypeWith(text, map));
    if (read && !readings.some(({ code, signature }) => code === read.code && signature === read.signature)) {
      readings.push({ ...read, layout });
    }
  }
  return readings;
}

/**
 * Whether a text, of which nothing else can be made, looks like a scanner's whose keys are taken for another layout's.
 * People do not type signatures.
 */
export function looksLikeOtherLayout(text: string): boolean {
  const readings = readCodes(text);
  const isPlain = readings.some(({ layout }) => layout === null);
  return readings.some(({ layout, signature }) => layout !== null && (!isPlain || signature !== null));
}

const CODE = "[0-9A-HJKMNP-TV-Z]{16}";
const SIGNED = new RegExp(`${CODE}\\.${CODE}`, "g");
const SEVERAL = new RegExp(`^(?:${CODE}\\.${CODE}){2,}$`);

/** The texts of several codes that a scanner typed in one go; the text itself where it is one. */
export function splitCodes(text: string): string[] {
  const parts = text.split(/\s+/).filter(Boolean);
  if (parts.length > 1 && parts.every((part) => readCodes(part).length > 0)) return parts;
  const joined = parts.join("");
  for (const map of [{}, ...Object.values(layouts)]) {
    const typed = retypeWith(joined, map);
    // As it was typed, each of them: which layout that was is told by its signature, and may be another.
    if (SEVERAL.test(typed)) return [...typed.matchAll(SIGNED)].map(({ index }) => joined.slice(index, index + 33));
  }
  return [text];
}
