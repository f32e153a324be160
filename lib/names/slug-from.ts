import { z } from "zod";
import { transliterate } from "@/lib/text/transliterate";
import { truncateTo } from "./truncate";

/** As it stands in an address: short enough for a file name of 255 bytes, whatever is put before or after it. */
const MAX_ENCODED_LENGTH = 200;
const MAX_LENGTH = 80;

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
  const short = truncateTo(trimmed(plain), MAX_LENGTH, (text) => text.length);
  const slug = trimmed(truncateTo(short, MAX_ENCODED_LENGTH, encodedLength)) || kind;
  return reservedSlugs.has(slug) ? `${slug}-${kind}` : slug;
}

/** Folders of `app/` that stand, or once stood, beside a `[slug]`: nothing may be named so. A test reads the folders. */
export const reservedSlugs: ReadonlySet<string> = new Set(["new"]);

/** Letters of any script with their marks, digits and hyphens. */
export const SLUG = String.raw`[\p{L}\p{M}\p{N}-]{1,200}`;

export const slugSchema = z.string().regex(new RegExp(`^${SLUG}$`, "u"));
