import { and, type SQL, sql } from "drizzle-orm";
import { events, eventWords } from "@/db/schema";
import type { Cursor, Rank } from "./cursor";
import type { EventSearch } from "./schema";
import {
  type CursorBound,
  indexedFilters,
  indexScope,
  isOfRank,
  type RankQueries,
  rankOf,
  rowFilters,
  runningMatches,
  upcomingMatches,
} from "./search-filters";
import { MAX_CANDIDATES, type SearchPlan } from "./search-plan";

export type PageRequest = {
  search: EventSearch;
  now: Date;
  limit: number;
  ascending: boolean;
  cursor: Cursor | null;
  /** For the best matches first; null for the soonest or the latest. */
  byRank: RankQueries | null;
};

/** Events after the cursor, by columns with a start and a key; if ranked, among those of its rank. */
function afterCursor(startsAt: SQL, id: SQL, { cursor, ascending }: PageRequest): CursorBound | null {
  if (!cursor) return null;
  const condition = sql`(${startsAt}, ${id}) ${sql.raw(ascending ? ">" : "<")} (${cursorPosition(cursor)})`;
  return { startsAt: Number(cursor.startsAtMicros) / 1_000, ascending, condition };
}

const cursorPosition = ({ startsAtMicros, slug }: Cursor) =>
  sql`timestamptz 'epoch' + ${startsAtMicros}::bigint * interval '1 microsecond',
    coalesce((select id from ${events} where slug = ${slug}), 0)`;

export const textArray = (words: string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

const afterEventCursor = (request: PageRequest) => afterCursor(sql`events.starts_at`, sql`events.id`, request);

/** The ids of the first events of several queries, which have rows of `starts_at` and `event_id`. */
export function firstIds(queries: SQL[], { ascending, limit }: PageRequest): SQL {
  const order = sql.raw(ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  const all = queries.map(
    (query) => sql`(select starts_at, event_id from (${query}) found order by ${order} limit ${limit})`,
  );
  return sql`select event_id from (${sql.join(all, sql` union all `)}) found order by ${order} limit ${limit}`;
}

const rankFilter = (rank: Rank | null, byRank: RankQueries | null) =>
  rank && byRank ? isOfRank(byRank, rank) : undefined;

/** Events already running where the search begins, all or of one rank. */
export function runningRows(request: PageRequest, rank: Rank | null = null): SQL[] {
  const already = runningMatches(request.search, request.now, afterEventCursor(request));
  if (!already) return [];
  const where = and(already.where, rankFilter(rank, request.byRank));
  return [sql`select starts_at, id as event_id from ${already.from} where ${where}`];
}

/** Upcoming events, all or of one rank, by scanning the words' rows in the page's order. */
export function scanIndexRows(
  { words, check, isOneTyped, canRank }: SearchPlan,
  request: PageRequest,
  rank: Rank | null = null,
): SQL {
  const { search, now, limit, byRank } = request;
  const order = sql.raw(request.ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  // An event has one row per word, whose rank is the event's if there is one word. Several words may differ.
  const asks = isOneTyped && words.length === 1 ? undefined : rankFilter(rank, byRank);
  const filters = rowFilters(search, and(check, asks), now);
  // The scan is bounded: words that are rarely together could be scanned for long without a match.
  const length = check ? MAX_CANDIDATES : limit;
  const rows = sql`
    select distinct ahead.starts_at, ahead.event_id
    from unnest(${textArray(words)}) as known (word)
    cross join unnest(${`{${ranksToScan(rank, { isOneTyped, canRank }).join(",")}}`}::int2[]) as fit (rank)
    cross join lateral (
      select ${eventWords.startsAt}, ${eventWords.eventId} from ${eventWords}
      where ${and(
        sql`${eventWords.word} = known.word and ${eventWords.rank} = fit.rank`,
        indexScope(search, now, afterCursor(sql`${eventWords.startsAt}`, sql`${eventWords.eventId}`, request)),
        indexedFilters(search),
        check ? undefined : filters,
      )}
      order by ${order} limit ${length}
    ) ahead
    order by ${order} limit ${length}`;
  return sql`select starts_at, event_id from (${rows}) event_words where ${check ? filters : sql`true`}`;
}

/** The ranks to scan. With several terms, an event's rank is that of its worst term. */
function ranksToScan(rank: Rank | null, { isOneTyped, canRank }: Pick<SearchPlan, "isOneTyped" | "canRank">): Rank[] {
  if (!canRank) return [3];
  return rank ? rankRange(isOneTyped ? rank : 1, rank) : rankRange(1, 3);
}

/** The same, by collecting all matches: for words that are together too rarely for a scan. */
export function collectMatches(query: string, request: PageRequest): SQL {
  const filter = upcomingMatches(request.search, query, request.now, afterEventCursor(request));
  // OFFSET 0 keeps the planner from scanning by date in the hope of an early match.
  return sql`select starts_at, event_id, rank from (
    select ${events.startsAt}, ${events.id} as event_id, ${rankExpression(request)} as rank from ${events} where ${filter} offset 0
  ) matching`;
}

/** The rank of an event whose row is at hand. */
const rankExpression = ({ byRank }: PageRequest) => (byRank === null ? sql`3` : rankOf(byRank));

/** All upcoming and running events with their ranks, where there are few candidate rows. */
export function rankedRows(plan: SearchPlan, request: PageRequest): SQL {
  const candidates = sql`select starts_at, event_id, (select ${rankExpression(request)} from ${events} where id = event_id) as rank
    from (${scanIndexRows(plan, request)}) candidates`;
  return plan.query ? collectMatches(plan.query, request) : candidates;
}

/** The ids of the best matches among ranked upcoming events and running events. */
export function bestIds(rows: SQL, request: PageRequest): SQL {
  const { ascending, cursor, limit } = request;
  const already = runningMatches(request.search, request.now, null);
  const on = already
    ? sql`union all select starts_at, id, ${rankExpression(request)} from ${already.from} where ${already.where}`
    : sql``;
  const beyondCursor = cursor
    ? sql`(rank, starts_at, event_id) ${sql.raw(ascending ? ">" : "<")} (${cursor.rank ?? 1}::int, ${cursorPosition(cursor)})`
    : sql`true`;
  const order = sql.raw(ascending ? "rank, starts_at, event_id" : "rank desc, starts_at desc, event_id desc");
  return sql`select event_id from (${rows} ${on}) found where ${beyondCursor} order by ${order} limit ${limit}`;
}

export function rankRange(from: Rank, to: Rank): Rank[] {
  const between = ([1, 2, 3] as const).filter((rank) => rank >= Math.min(from, to) && rank <= Math.max(from, to));
  return from <= to ? between : between.reverse();
}
