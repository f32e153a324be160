import { type SQL, sql } from "drizzle-orm";

/**
 * A text search query for every word, and every beginning of one, accents ignored. PostgreSQL parses the words as it
 * parsed the documents; the quotes it puts around each lexeme are where `:*` belongs.
 */
export function wordPrefixes(words: string): SQL {
  return sql`regexp_replace(plainto_tsquery('quorix', ${words})::text, '''( |$)', ''':*\\1', 'g')::tsquery`;
}
