import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, eventWords } from "@/db/schema";
import { toPage } from "@/lib/paging/keyset";
import { decodeCursor, encodeCursor, type Rank } from "./cursor";
import { eventSummaryColumns } from "./rows";
import { type EventSearch, sortOf } from "./schema";
import { anyRank, onAlready, onlyEventsTell, rankOf, scopeOf, wordsTell } from "./search-filters";
import { type Asked, anyOf, bestOf, firstOf, gathered, ranked, ranksFrom, running, walked } from "./search-ways";
import { CANDIDATES, chooseWalk, type Walk } from "./search-words";
import { summariesOf } from "./summary";
import type { SearchPage } from "./types";

const PAGE_SIZE = 24;
/** Counting stops here: nobody reads further, and the database need not either. */
const COUNT_LIMIT = 1_000;

/**
 * How many there are among the first rows that may lead to one, and whether those were all. Where they were not, it is
 * "at least" anyway, and nothing is asked of events at the edges of the days.
 */
async function count(queryable: Queryable, { words, check }: Walk, { search, now }: Asked) {
  const told = onlyEventsTell(search, check, now);
  const limit = told ? CANDIDATES : COUNT_LIMIT;
  const matches = and(wordsTell(search, sql`seen <= ${limit}`), told) ?? sql`true`;
  const already = onAlready(search, now, null);
  const [row] = await queryable.execute<{ found: number; seen: number }>(sql`
    select count(distinct event_id) filter (where ${matches})::int + (
        select count(*) from (select from ${already?.from} where ${already?.where} limit ${limit + 1}) bounded
      )::int as found, count(*)::int as seen
    from (
      select *, count(*) over () as seen from (
        select event_id, starts_at, category, has_free, has_paid from ${eventWords}
        where ${eventWords.word} = any (${anyOf(words)}) and ${anyRank} and ${scopeOf(search, now)} limit ${limit + 1}
      ) ahead
    ) event_words`);
  return { found: row?.found ?? 0, isWhole: (row?.seen ?? 0) <= limit };
}

/** The rows of some events, in the page's order. */
function readRows(queryable: Queryable, ids: SQL, { ascending, byRank }: Asked) {
  const direction = ascending ? asc : desc;
  const rank = byRank === null ? sql<Rank | null>`null::int` : rankOf(byRank);
  const micros = sql<string>`(extract(epoch from ${events.startsAt}) * 1000000)::bigint::text`;
  return queryable
    .select({ ...eventSummaryColumns, micros, rank })
    .from(events)
    .where(inArray(events.id, sql`(${ids})`))
    .orderBy(...(byRank === null ? [] : [direction(rank)]), direction(events.startsAt), direction(events.id));
}

/** The soonest, or the latest. */
async function findByDate(queryable: Queryable, walk: Walk, asked: Asked) {
  const already = running(asked);
  // What is on comes first, or last: then not before all that are to come, and a bounded walk may not have found them all.
  const beside = asked.ascending || !walk.query ? already : [];
  const found = await readRows(queryable, firstOf([walked(walk, asked), ...beside], asked), asked);
  if (!walk.query || found.length === asked.limit) return found;
  return readRows(queryable, firstOf([gathered(walk.query, asked), ...already], asked), asked);
}

/** What fits best: rank by rank, as far as a page needs. Of few, or where that does not find enough, all at once. */
async function findBest(queryable: Queryable, walk: Walk, asked: Asked) {
  const { ascending, cursor, limit } = asked;
  const all = { ...asked, cursor: null, limit: CANDIDATES };
  const best = () => readRows(queryable, bestOf(ranked(walk, all), asked), asked);
  if (walk.isShort) return best();

  const found: Awaited<ReturnType<typeof readRows>> = [];
  for (const rank of ascending ? ranksFrom(cursor?.rank ?? 1, 3) : ranksFrom(cursor?.rank ?? 3, 1)) {
    const within = { ...asked, limit: limit - found.length, cursor: cursor?.rank === rank ? cursor : null };
    const beside = ascending || !walk.query ? running(within, rank) : [];
    found.push(...(await readRows(queryable, firstOf([walked(walk, within, rank), ...beside], within), within)));
    if (found.length === limit) return found;
    if (walk.query) return best();
  }
  return found;
}

/** One page of published events that are on or to come. Drafts, cancelled ones and those that are over are never among them. */
export async function readSearchPage(
  queryable: Queryable,
  search: EventSearch,
  { now = new Date(), pageSize = PAGE_SIZE }: { now?: Date; pageSize?: number } = {},
): Promise<SearchPage> {
  const after = search.after ? decodeCursor(search.after) : null;
  const before = search.before ? decodeCursor(search.before) : null;
  const cursor = after ?? before;
  const backwards = after === null && before !== null;
  const ascending = (sortOf(search) !== "latest") !== backwards;

  const walk = await chooseWalk(queryable, search, now);
  const isRanked = sortOf(search) === "best" && (cursor ? cursor.rank !== null : walk?.canRank);
  const byRank = (isRanked && walk?.byRank) || null;
  const asked = { search, now, limit: pageSize + 1, ascending, cursor, byRank };
  const find = (found: Walk) =>
    byRank === null ? findByDate(queryable, found, asked) : findBest(queryable, found, asked);
  const [found, counted] = walk
    ? await Promise.all([find(walk), count(queryable, walk, asked)])
    : [[], { found: 0, isWhole: true }];

  const { rows, previous, next } = toPage(found, {
    size: pageSize,
    backwards,
    isFirst: cursor === null,
    cursorOf: ({ micros, slug, rank }) => encodeCursor({ startsAtMicros: micros, slug, rank }),
  });
  return {
    events: await summariesOf(queryable, rows, now),
    count: Math.min(Math.max(counted.found, rows.length), COUNT_LIMIT + 1),
    countLimit: COUNT_LIMIT,
    isCounted: counted.isWhole,
    previous,
    next,
  };
}
