import { type SQL, sql } from "drizzle-orm";
import { tickets, users } from "@/db/schema";

const FEWEST_CODE_CHARACTERS = 3;

export const userVector = sql`to_tsvector('quorix', ${users.name} || ' ' || ${users.email})`;
export const holderVector = sql`to_tsvector('quorix', ${tickets.holderName} || ' ' || coalesce(${tickets.holderEmail}, ''))`;

export type Words = {
  /** A tsquery: every word, or the beginning of one. */
  query: SQL;
  /** What a reference or a ticket's code would begin with; null where it can be neither. */
  code: string | null;
};

/** What was typed, as it is looked for. Null where it is too short to tell anybody from anybody else. */
export function searchWords(typed: string | undefined): Words | null {
  const words = (typed ?? "").replaceAll("\0", " ").trim().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0 || isTooShort(typed)) return null;
  const compact = words.join("").replaceAll("-", "").toUpperCase();
  const isCode = compact.length >= FEWEST_CODE_CHARACTERS && /^[0-9A-Z]{1,16}$/.test(compact);
  return { query: sql.join(words.map(wordQuery), sql` && `), code: isCode ? `${compact}%` : null };
}

/** One letter begins half of all names. Of scripts that write whole names with one, it is enough. */
export function isTooShort(typed: string | undefined) {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u.test((typed ?? "").trim());
}

/**
 * PostgreSQL parses the word as it parsed the names; the quotes it puts around each lexeme are where `:*` belongs. A
 * mail address is one lexeme, which half an address would not be parsed into: it is also looked for as it stands.
 */
function wordQuery(word: string): SQL {
  const parsed = sql`regexp_replace(plainto_tsquery('quorix', ${word})::text, '''( |$)', ''':*\\1', 'g')::tsquery`;
  if (/^[\p{L}\p{N}]+$/u.test(word)) return parsed;
  const literal = `'${word.toLowerCase().replaceAll("\\", "\\\\").replaceAll("'", "''")}':*`;
  return sql`(${parsed} || ${literal}::text::tsquery)`;
}
