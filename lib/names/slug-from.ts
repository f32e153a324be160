import { z } from "zod";
import { transliterate } from "@/lib/text/transliterate";
import { truncateTo } from "./truncate";

/** Percent-encoded: short enough for a file name of 255 bytes with a prefix and an ending. */
const MAX_ENCODED_LENGTH = 200;
const MAX_LENGTH = 80;

const encodedLength = (text: string) => encodeURIComponent(text).length;
const trimmed = (slug: string) => slug.replace(/^-+|-+$/g, "");

/**
 * "late-show-cafe-tokyo" from "Late Show: Café Tokyo". Latin letters become ASCII, letters of other scripts stay.
 * `kind` replaces a name without letters, and is appended to a reserved slug.
 */
export function slugFrom(name: string, kind: "event" | "organizer"): string {
  const plain = transliterate(name)
    .toLowerCase()
    .replace(/\u200c/g, "-")
    // Apostrophes, invisible characters and variation selectors.
    .replace(/['’‘ʼʻ`´]|\p{Cf}|\p{Me}|\p{Variation_Selector}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    // A combining mark without a letter can't be typed.
    .replace(/(^|-)\p{M}+/gu, "$1");
  const short = truncateTo(trimmed(plain), MAX_LENGTH, (text) => text.length);
  const slug = trimmed(truncateTo(short, MAX_ENCODED_LENGTH, encodedLength)) || kind;
  return reservedSlugs.has(slug) ? `${slug}-${kind}` : slug;
}

/** Folders of `app/` that are, or once were, siblings of a `[slug]`. A test reads the folders. */
export const reservedSlugs: ReadonlySet<string> = new Set(["new"]);

/** Letters of any script with their marks, digits and hyphens. */
export const SLUG = String.raw`[\p{L}\p{M}\p{N}-]{1,200}`;

export const slugSchema = z.string().regex(new RegExp(`^${SLUG}$`, "u"));
