import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { eventWords } from "@/db/schema";
import type { EventSearch } from "./schema";
import { hasWords, scopeOf } from "./search-filters";

/** Events that are asked one by one, in the order of the answer, before another way is taken. */
export const CANDIDATES = 300;
/** A beginning of more words than this is so common that every event may be looked at instead. */
const MANY_WORDS = 50;
/** The word every event has. */
const ANY = "";

export type Walk = {
  /** An event that is looked for has at least one of these. */
  words: string[];
  /** What is left to check: that the event has all the words, where those above are not all that was typed. */
  check: SQL | undefined;
  /** There are more events with those words than are asked: this finds the few that have all of them. */
  query: string | null;
};

type Completions = { typed: string; words: string[]; rows: number };

const quoted = (word: string) => `'${word.replaceAll(/['\\]/g, "$&$&")}'`;

/** A text search query of whole words as far as they are known: GIN reads all rows of a beginning, but skips among words. */
const queryFor = (all: Completions[]) =>
  all
    .map(({ typed, words }) =>
      words.length > MANY_WORDS ? `${quoted(typed)}:*` : `(${words.map(quoted).join(" | ")})`,
    )
    .join(" & ");

/** Which rows of `event_words` lead to all events of this search, and to few others; null where nothing can match. */
export async function chooseWalk(queryable: Queryable, search: EventSearch, now: Date): Promise<Walk | null> {
  if (!search.q) return { words: [ANY], check: undefined, query: null };
  const typed = await completions(queryable, search.q, search, now);
  if (typed.length === 0 || typed.some(({ words }) => words.length === 0)) return null;

  const [rarest] = typed.filter(({ words }) => words.length <= MANY_WORDS).sort((a, b) => a.rows - b.rows);
  const check = hasWords(search.q);
  if (!rarest) return { words: [ANY], check, query: queryFor(typed) };
  if (typed.length === 1) return { words: rarest.words, check: undefined, query: null };
  return { words: rarest.words, check, query: rarest.rows > CANDIDATES ? queryFor(typed) : null };
}

/**
 * The words that begin with each that was typed, `MANY_WORDS` and one more at most, and how many rows they have in
 * this search, `CANDIDATES` and one more at most. Each next word is one step down the index: `distinct` would read all rows.
 */
async function completions(queryable: Queryable, typed: string, search: EventSearch, now: Date) {
  const inCity = search.city ? sql`city = ${search.city} and` : sql``;
  return queryable.execute<Completions>(sql`
    select typed.word as typed, found.words, counted.seen as rows
    from unnest(tsvector_to_array(to_tsvector('quorix', ${typed}))) as typed (word)
    cross join lateral (
      with recursive each as (
        (select word from event_words where ${inCity} word >= typed.word collate "C" order by word limit 1)
        union all
        select (select e.word from event_words e where ${inCity} e.word > each.word order by e.word limit 1)
        from each where starts_with(each.word, typed.word)
      )
      select array(select word from each where starts_with(word, typed.word) limit ${MANY_WORDS + 1}) as words
    ) found
    cross join lateral (
      select count(*)::int as seen from (
        select from ${eventWords} where ${eventWords.word} = any (found.words) and ${scopeOf(search, now)} limit ${CANDIDATES + 1}
      ) bounded
    ) counted`);
}
