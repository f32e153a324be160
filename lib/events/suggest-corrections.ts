import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { queryClauses } from "@/lib/search/fold";
import { findMostSimilar } from "@/lib/search/similar";
import { wordsWithPrefix } from "./search-plan";

/** Words of events that begin alike: more are not compared. */
const MAX_COMPARED = 1_500;
const MAX_CORRECTIONS = 3;

/**
 * What may have been meant, the likeliest first: each word that no event has, replaced by one like it that some have, or
 * that is among `others`. Empty where every word is known, or one is like none.
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
  // Of several that were mistyped, the likeliest of each go together.
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

/** Those with the same first two letters, in either order, and of all with the first as many as are compared. */
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
