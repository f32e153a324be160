import { transliterate } from "@/lib/text/transliterate";
import { cutTo } from "./cut";
import { reservedSlugs } from "./reserved-slugs";

/** As it stands in an address: short enough for a file name of 255 bytes, whatever is put before or after it. */
const LONGEST_ENCODED = 200;
const LONGEST = 80;

const encodedLength = (text: string) => encodeURIComponent(text).length;
const trimmed = (slug: string) => slug.replace(/^-+|-+$/g, "");

/**
 * "late-show-cafe-tokyo" from "Late Show: Café Tokyo". Latin letters become ASCII where there is a usual way, those of
 * other scripts stay. `kind` stands for a name without letters, and tells one from a word of our own addresses.
 */
export function slugFrom(name: string, kind: "event" | "organizer"): string {
  const plain = transliterate(name)
    .toLowerCase()
    .replace(/\u200c/g, "-")
    // Apostrophes, and what is not seen or only says how the character before it looks.
    .replace(/['’‘ʼʻ`´]|\p{Cf}|\p{Me}|\p{Variation_Selector}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    // A mark is part of the letter before it, and alone it is nothing that could be typed.
    .replace(/(^|-)\p{M}+/gu, "$1");
  const short = cutTo(trimmed(plain), LONGEST, (text) => text.length);
  const slug = trimmed(cutTo(short, LONGEST_ENCODED, encodedLength)) || kind;
  return reservedSlugs.has(slug) ? `${slug}-${kind}` : slug;
}
