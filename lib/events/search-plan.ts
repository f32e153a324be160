import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { eventWords } from "@/db/schema";
import { queryClauses } from "@/lib/search/fold";
import { quoteLexeme } from "@/lib/search/vector";
import type { EventSearch } from "./schema";
import { anyRank, indexScope, isMatchedBy, type RankQueries } from "./search-filters";

/** Events that are checked one by one, in the page's order, before another plan is used. */
export const MAX_CANDIDATES = 300;
/** A prefix of more words than this is so common that all events are scanned instead. */
const COMMON_PREFIX_WORDS = 50;
/** The word every event has. */
const ANY_WORD = "";

export type SearchPlan = {
  /** A matching event has at least one of these words. */
  words: string[];
  /** Their rows are few enough to read all of them. */
  isShort: boolean;
  /** They complete all typed terms. */
  isOneTyped: boolean;
  /** Checks that the event has all the terms, where the words above are not all of them. */
  check: SQL | undefined;
  /** Finds the few events that have all the terms, where too many have the words above. */
  query: string | null;
  /** What an event has to match to have a rank. */
  byRank: RankQueries;
  /** Whether a typed term tells events apart. If none does, results are not ranked. */
  canRank: boolean;
};

type Completions = { starts: string[]; words: string[]; rows: number };

/** A text search query of whole words where they are known: GIN reads all rows of a prefix, but skips among words. */
const queryFor = (all: Completions[], weights = "") =>
  all
    .map(({ starts, words }) =>
      words.length > COMMON_PREFIX_WORDS
        ? starts.map((start) => `${quoteLexeme(start)}:*${weights}`)
        : words.map((word) => quoteLexeme(word) + (weights && `:${weights}`)),
    )
    .map((alternatives) => `(${alternatives.join(" | ")})`)
    .join(" & ");

/** The rows of `event_words` that lead to all events of this search, and to few others. Null if nothing can match. */
export async function choosePlan(queryable: Queryable, search: EventSearch, now: Date): Promise<SearchPlan | null> {
  const any = { words: [ANY_WORD], isShort: false, isOneTyped: false, check: undefined, query: null, canRank: false };
  if (!search.q) return { ...any, byRank: { 1: "", 2: "", 3: "" } };
  const typed = await readCompletions(queryable, search.q, search, now);
  if (typed.length === 0 || typed.some(({ words }) => words.length === 0)) return null;

  const [rarest] = typed.filter(({ words }) => words.length <= COMMON_PREFIX_WORDS).sort((a, b) => a.rows - b.rows);
  const byRank: RankQueries = { 1: queryFor(typed, "A"), 2: queryFor(typed, "AB"), 3: queryFor(typed) };
  const check = isMatchedBy(byRank[3]);
  if (!rarest) return { ...any, byRank, check, query: byRank[3] };
  const { words } = rarest;
  const isShort = rarest.rows <= MAX_CANDIDATES;
  const found = { words, isShort, byRank, canRank: true };
  if (typed.length === 1) return { ...found, isOneTyped: true, check: undefined, query: null };
  return { ...found, isOneTyped: false, check, query: isShort ? null : byRank[3] };
}

/**
 * The first words of events with this prefix, in alphabetical order. Each next word is one index lookup; `distinct`
 * would read all rows. `within` is a condition on the row.
 */
export const wordsWithPrefix = (start: SQL, limit: number, within = sql``): SQL => sql`
  with recursive each as (
    (select word from event_words where ${within} word >= ${start} collate "C" order by word limit 1)
    union all
    select (select e.word from event_words e where ${within} e.word > each.word order by e.word limit 1)
    from each where starts_with(each.word, ${start})
  )
  select word from each where starts_with(word, ${start}) limit ${limit}`;

/**
 * The words with the prefixes of each typed clause, at most `COMMON_PREFIX_WORDS` and one more, and the number of their
 * rows in this search, at most `CANDIDATES` and one more.
 */
async function readCompletions(queryable: Queryable, typed: string, search: EventSearch, now: Date) {
  const clauses = queryClauses(typed);
  if (clauses.length === 0) return [];
  const inCity = search.city ? sql`city = ${search.city} and` : sql``;
  return queryable.execute<Completions>(sql`
    select clause.starts, found.words, counted.seen as rows
    from (
      select number, array(select jsonb_array_elements_text(texts)) as starts
      from jsonb_array_elements(${JSON.stringify(clauses)}::jsonb) with ordinality as given (texts, number)
    ) clause
    cross join lateral (
      select array(
        select distinct complete.word from unnest(clause.starts) as begun (start)
        cross join lateral (
          ${wordsWithPrefix(sql`begun.start`, COMMON_PREFIX_WORDS + 1, inCity)}
        ) complete
        limit ${COMMON_PREFIX_WORDS + 1}
      ) as words
    ) found
    cross join lateral (
      select count(*)::int as seen from (
        select from ${eventWords}
        where ${eventWords.word} = any (found.words) and ${anyRank} and ${indexScope(search, now)} limit ${MAX_CANDIDATES + 1}
      ) bounded
    ) counted
    order by clause.number`);
}
