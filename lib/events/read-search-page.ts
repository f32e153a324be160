import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, eventWords } from "@/db/schema";
import { type Cursor, decodeCursor, encodeCursor, type Rank } from "./cursor";
import { eventSummaryColumns } from "./rows";
import { type EventSearch, sortOf } from "./schema";
import {
  anyRank,
  type Beyond,
  fitsNoBetter,
  hasWords,
  onAlready,
  onlyEventsTell,
  rankOf,
  scopeOf,
  toCome,
  wordsTell,
} from "./search-filters";
import { CANDIDATES, chooseWalk, type Walk } from "./search-words";
import { summariesOf } from "./summary";
import type { SearchPage } from "./types";

const PAGE_SIZE = 24;
/** Counting stops here: nobody reads further, and the database need not either. */
const COUNT_LIMIT = 1_000;

type Asked = {
  search: EventSearch;
  now: Date;
  limit: number;
  ascending: boolean;
  cursor: Cursor | null;
  /** The words that what fits best comes first for; null where the soonest or the latest does. */
  bestFor: string | null;
};

/** Events beyond the cursor, by columns that hold a start and a key; among those of its rank, where they are ranked. */
function beyond(startsAt: SQL, id: SQL, { cursor, ascending }: Asked): Beyond | null {
  if (!cursor) return null;
  const condition = sql`(${startsAt}, ${id}) ${sql.raw(ascending ? ">" : "<")} (${placeOf(cursor)})`;
  return { startsAt: Number(cursor.startsAtMicros) / 1_000, ascending, condition };
}

const placeOf = ({ startsAtMicros, slug }: Cursor) =>
  sql`timestamptz 'epoch' + ${startsAtMicros}::bigint * interval '1 microsecond',
    coalesce((select id from ${events} where slug = ${slug}), 0)`;

const anyOf = (words: string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

const ofEvents = (asked: Asked) => beyond(sql`events.starts_at`, sql`events.id`, asked);

/** Of two ways to events, as rows of `starts_at` and `event_id`, the ids of those that come first. */
function firstOf(ways: SQL[], { ascending, limit }: Asked): SQL {
  const order = sql.raw(ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  const all = ways.map((way) => sql`(${way} order by ${order} limit ${limit})`);
  return sql`select event_id from (${sql.join(all, sql` union all `)}) found order by ${order} limit ${limit}`;
}

const isOfRank = (rank: Rank | null, words: string | null) =>
  rank && words ? and(hasWords(words, rank), fitsNoBetter(words, rank)) : undefined;

/** Those that are on already where the search begins, all or those of one rank. */
function running(asked: Asked, rank: Rank | null = null): SQL[] {
  const already = onAlready(asked.search, asked.now, ofEvents(asked));
  if (!already) return [];
  const where = and(already.where, isOfRank(rank, asked.bestFor));
  return [sql`select starts_at, id as event_id from ${already.from} where ${where}`];
}

/** Those to come, all or those of one rank, found by walking the words' rows in the page's order. */
function walked({ words, check, isOneTyped }: Walk, asked: Asked, rank: Rank | null = null): SQL {
  const { search, now, limit, bestFor } = asked;
  const order = sql.raw(asked.ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  // An event has one row of a word, whose rank is then the event's. Of several words, others may say otherwise.
  const asks = isOneTyped && words.length === 1 ? undefined : isOfRank(rank, bestFor);
  const told = onlyEventsTell(search, and(check, asks), now);
  // Words that come together only now and then could be walked for long without a match: then the way is bounded.
  const length = check ? CANDIDATES : limit;
  // Where more was typed, an event's rank is that of the word that fits it worst.
  const ranks = rank ? ranksFrom(isOneTyped ? rank : 1, rank) : ranksFrom(1, 3);
  const rows = sql`
    select distinct ahead.starts_at, ahead.event_id
    from unnest(${anyOf(words)}) as known (word)
    cross join unnest(${`{${ranks.join(",")}}`}::int2[]) as fit (rank)
    cross join lateral (
      select ${eventWords.startsAt}, ${eventWords.eventId} from ${eventWords}
      where ${and(
        sql`${eventWords.word} = known.word and ${eventWords.rank} = fit.rank`,
        scopeOf(search, now, beyond(sql`${eventWords.startsAt}`, sql`${eventWords.eventId}`, asked)),
        wordsTell(search),
        check ? undefined : told,
      )}
      order by ${order} limit ${length}
    ) ahead
    order by ${order} limit ${length}`;
  return sql`select starts_at, event_id from (${rows}) event_words where ${check ? told : sql`true`}`;
}

/** The same, by collecting everything that matches; for words that come together too rarely to be walked to. */
function gathered(query: string, asked: Asked): SQL {
  const filter = toCome(asked.search, query, asked.now, ofEvents(asked));
  // OFFSET 0 keeps the planner from walking by date after all, in hope of a match that never comes.
  return sql`select starts_at, event_id from (
    select ${events.startsAt}, ${events.id} as event_id from ${events} where ${filter} offset 0) matching`;
}

/** The ids of those that fit best, of a few that were found by any rank. */
function bestOf(ways: SQL[], words: string, { ascending, cursor, limit }: Asked): SQL {
  const beyondCursor = cursor
    ? sql`(rank, starts_at, event_id) ${sql.raw(ascending ? ">" : "<")} (${cursor.rank ?? 1}::int, ${placeOf(cursor)})`
    : sql`true`;
  const order = sql.raw(ascending ? "rank, starts_at, event_id" : "rank desc, starts_at desc, event_id desc");
  return sql`
    select event_id from (
      select starts_at, event_id, (select ${rankOf(words)} from events where events.id = event_id) as rank
      from (${sql.join(ways, sql` union all `)}) found offset 0
    ) ranked
    where ${beyondCursor} order by ${order} limit ${limit}`;
}

function ranksFrom(from: Rank, to: Rank): Rank[] {
  const between = ([1, 2, 3] as const).filter((rank) => rank >= Math.min(from, to) && rank <= Math.max(from, to));
  return from <= to ? between : between.reverse();
}

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
function readRows(queryable: Queryable, ids: SQL, { ascending, bestFor }: Asked) {
  const direction = ascending ? asc : desc;
  const rank = bestFor === null ? sql<Rank | null>`null::int` : rankOf(bestFor);
  const micros = sql<string>`(extract(epoch from ${events.startsAt}) * 1000000)::bigint::text`;
  return queryable
    .select({ ...eventSummaryColumns, micros, rank })
    .from(events)
    .where(inArray(events.id, sql`(${ids})`))
    .orderBy(...(bestFor === null ? [] : [direction(rank)]), direction(events.startsAt), direction(events.id));
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
async function findBest(queryable: Queryable, walk: Walk, asked: Asked, words: string) {
  const { ascending, cursor, limit } = asked;
  const all = { ...asked, cursor: null, limit: CANDIDATES };
  const best = (way: SQL) => readRows(queryable, bestOf([way, ...running(all)], words, asked), asked);
  if (walk.isShort) return best(walked(walk, all));

  const found: Awaited<ReturnType<typeof readRows>> = [];
  for (const rank of ascending ? ranksFrom(cursor?.rank ?? 1, 3) : ranksFrom(cursor?.rank ?? 3, 1)) {
    const within = { ...asked, limit: limit - found.length, cursor: cursor?.rank === rank ? cursor : null };
    const beside = ascending || !walk.query ? running(within, rank) : [];
    found.push(...(await readRows(queryable, firstOf([walked(walk, within, rank), ...beside], within), within)));
    if (found.length === limit) return found;
    if (walk.query) return best(gathered(walk.query, all));
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
  const isRanked = sortOf(search) === "best" && walk?.canRank && cursor?.rank !== null;
  const bestFor = isRanked ? (search.q ?? null) : null;
  const asked = { search, now, limit: pageSize + 1, ascending, cursor, bestFor };
  const find = (found: Walk) =>
    bestFor === null ? findByDate(queryable, found, asked) : findBest(queryable, found, asked, bestFor);
  const [found, counted] = walk
    ? await Promise.all([find(walk), count(queryable, walk, asked)])
    : [[], { found: 0, isWhole: true }];

  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (row: typeof first) =>
    row ? encodeCursor({ startsAtMicros: row.micros, slug: row.slug, rank: row.rank }) : null;
  return {
    events: await summariesOf(queryable, rows, now),
    count: Math.min(Math.max(counted.found, rows.length), COUNT_LIMIT + 1),
    countLimit: COUNT_LIMIT,
    isCounted: counted.isWhole,
    previous: (backwards ? more : cursor !== null) ? at(first) : null,
    next: (backwards ? cursor !== null : more) ? at(last) : null,
  };
}
