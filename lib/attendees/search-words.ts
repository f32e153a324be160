import { peopleQuery } from "@/lib/search/vector";

const FEWEST_CODE_CHARACTERS = 3;

export type Words = {
  /** A tsquery: every word, or the beginning of one. */
  query: string;
  /** What a reference or a ticket's code would begin with; null where it can be neither. */
  code: string | null;
};

/** What was typed, as it is looked for. Null where it is too short to tell anybody from anybody else. */
export function searchWords(typed: string | undefined): Words | null {
  const text = (typed ?? "").replaceAll("\0", " ").trim();
  if (text === "" || isTooShort(text)) return null;
  const compact = text.replace(/[\s-]/g, "").toUpperCase();
  const isCode = compact.length >= FEWEST_CODE_CHARACTERS && /^[0-9A-Z]{1,16}$/.test(compact);
  return { query: peopleQuery(text), code: isCode ? `${compact}%` : null };
}

/** One letter begins half of all names. Of scripts that write whole names with one, it is enough. */
export function isTooShort(typed: string | undefined) {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u.test((typed ?? "").trim());
}
