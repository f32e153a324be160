import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { queryClauses } from "@/lib/search/fold";
import { findMostSimilar } from "@/lib/search/similar";
import { wordsWithPrefix } from "./search-plan";

/** The most words with the same first letters that are compared. */
const MAX_COMPARED = 1_500;
const MAX_CORRECTIONS = 3;

/**
 * Corrections of the typed terms, the likeliest first: each term that no event has is replaced by a similar word of an
 * event or of `others`. Empty if every term is known, or one is similar to nothing.
 */
export async function suggestCorrections(
  queryable: Queryable,
  typed: string[],
  others: Iterable<string>,
): Promise<string[]> {
  const words = typed.filter((word) => queryClauses(word).length > 0);
  const known = await Promise.all(words.map((word) => isKnownTerm(queryable, word)));
  if (known.every(Boolean)) return [];
  const alike = await Promise.all(
    words.map(async (word, at) => {
      if (known[at]) return [word];
      return findMostSimilar(word, [...(await findSimilarTerms(queryable, word)), ...others], {
        limit: MAX_CORRECTIONS,
      });
    }),
  );
  if (alike.some(({ length }) => length === 0)) return [];
  // With several mistyped terms, the likeliest replacements are combined.
  const attempts = Math.max(...alike.map(({ length }) => length));
  return Array.from({ length: attempts }, (_, at) => alike.map((each) => each[at] ?? each[0]).join(" "));
}

async function isKnownTerm(queryable: Queryable, word: string): Promise<boolean> {
  const clauses = JSON.stringify(queryClauses(word));
  const [row] = await queryable.execute<{ known: boolean }>(sql`
    select bool_and(exists (
      select from jsonb_array_elements_text(starts) as begun (start)
      where starts_with((select word from event_words where word >= start collate "C" order by word limit 1), start)
    )) as known
    from jsonb_array_elements(${clauses}::jsonb) as clause (starts)`);
  return row?.known ?? false;
}

/** Words with the same first two letters, in either order, and the first ones with the same first letter. */
async function findSimilarTerms(queryable: Queryable, word: string): Promise<string[]> {
  const [first = "", second = ""] = [...(queryClauses(word)[0]?.[0] ?? "")];
  const beginnings = [...new Set([first + second, second + first, first])].filter(Boolean);
  const words = await Promise.all(
    beginnings.map((beginning) =>
      queryable.execute<{ word: string }>(wordsWithPrefix(sql`${beginning}::text`, MAX_COMPARED)),
    ),
  );
  return [...new Set(words.flat().map((row) => row.word))];
}
