import { type ParsedCode, parseCode } from "./signed-code";

/**
 * Maps characters of other keyboard layouts, in upper case, back to the US layout: a scanner that acts as a keyboard sends
 * key presses, which the device reads in its own layout. Holds only differences, and only characters of codes.
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

/** `layout`: the layout in which the device read the scanner's keys; null for the text as it is. */
export type CodeReading = ParsedCode & { layout: string | null };

/**
 * The possible codes in a scanned or typed text, most likely first. Those with a `layout` are guesses: one counts only if
 * its ticket is known or its signature is valid, which no other text has by chance.
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
 * Whether an otherwise unreadable text looks like a scanner's in another keyboard layout. A signature counts as a
 * scanner's, as people do not type them.
 */
export function looksLikeOtherLayout(text: string): boolean {
  const readings = readCodes(text);
  const isPlain = readings.some(({ layout }) => layout === null);
  return readings.some(({ layout, signature }) => layout !== null && (!isPlain || signature !== null));
}

const CODE = "[0-9A-HJKMNP-TV-Z]{16}";
const SIGNED = new RegExp(`${CODE}\\.${CODE}`, "g");
const SEVERAL = new RegExp(`^(?:${CODE}\\.${CODE}){2,}$`);

/** The codes in a text that a scanner typed in one go; the text itself if it holds one. */
export function splitCodes(text: string): string[] {
  const parts = text.split(/\s+/).filter(Boolean);
  if (parts.length > 1 && parts.every((part) => readCodes(part).length > 0)) return parts;
  const joined = parts.join("");
  for (const map of [{}, ...Object.values(layouts)]) {
    const typed = retypeWith(joined, map);
    // Split as typed: the layout of each code is found later by its signature, and may be another one.
    if (SEVERAL.test(typed)) return [...typed.matchAll(SIGNED)].map(({ index }) => joined.slice(index, index + 33));
  }
  return [text];
}
