import { and, type SQL, sql } from "drizzle-orm";
import { events, eventWords } from "@/db/schema";
import type { Cursor, Rank } from "./cursor";
import type { EventSearch } from "./schema";
import {
  type Beyond,
  isOfRank,
  onAlready,
  onlyEventsTell,
  type Queries,
  rankOf,
  scopeOf,
  toCome,
  wordsTell,
} from "./search-filters";
import { CANDIDATES, type Walk } from "./search-words";

export type Asked = {
  search: EventSearch;
  now: Date;
  limit: number;
  ascending: boolean;
  cursor: Cursor | null;
  /** What fits best comes first; null where the soonest or the latest does. */
  byRank: Queries | null;
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

export const anyOf = (words: string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

const ofEvents = (asked: Asked) => beyond(sql`events.starts_at`, sql`events.id`, asked);

/** Of two ways to events, as rows of `starts_at` and `event_id`, the ids of those that come first. */
export function firstOf(ways: SQL[], { ascending, limit }: Asked): SQL {
  const order = sql.raw(ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  const all = ways.map((way) => sql`(select starts_at, event_id from (${way}) way order by ${order} limit ${limit})`);
  return sql`select event_id from (${sql.join(all, sql` union all `)}) found order by ${order} limit ${limit}`;
}

const ofRank = (rank: Rank | null, byRank: Queries | null) => (rank && byRank ? isOfRank(byRank, rank) : undefined);

/** Those that are on already where the search begins, all or those of one rank. */
export function running(asked: Asked, rank: Rank | null = null): SQL[] {
  const already = onAlready(asked.search, asked.now, ofEvents(asked));
  if (!already) return [];
  const where = and(already.where, ofRank(rank, asked.byRank));
  return [sql`select starts_at, id as event_id from ${already.from} where ${where}`];
}

/** Those to come, all or those of one rank, found by walking the words' rows in the page's order. */
export function walked({ words, check, isOneTyped, canRank }: Walk, asked: Asked, rank: Rank | null = null): SQL {
  const { search, now, limit, byRank } = asked;
  const order = sql.raw(asked.ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  // An event has one row of a word, whose rank is then the event's. Of several words, others may say otherwise.
  const asks = isOneTyped && words.length === 1 ? undefined : ofRank(rank, byRank);
  const told = onlyEventsTell(search, and(check, asks), now);
  // Words that come together only now and then could be walked for long without a match: then the way is bounded.
  const length = check ? CANDIDATES : limit;
  const rows = sql`
    select distinct ahead.starts_at, ahead.event_id
    from unnest(${anyOf(words)}) as known (word)
    cross join unnest(${`{${ranksOf(rank, { isOneTyped, canRank }).join(",")}}`}::int2[]) as fit (rank)
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

/** Which ranks to walk. Where more was typed, an event's is that of the word that fits it worst. */
function ranksOf(rank: Rank | null, { isOneTyped, canRank }: Pick<Walk, "isOneTyped" | "canRank">): Rank[] {
  if (!canRank) return [3];
  return rank ? ranksFrom(isOneTyped ? rank : 1, rank) : ranksFrom(1, 3);
}

/** The same, by collecting everything that matches; for words that come together too rarely to be walked to. */
export function gathered(query: string, asked: Asked): SQL {
  const filter = toCome(asked.search, query, asked.now, ofEvents(asked));
  // OFFSET 0 keeps the planner from walking by date after all, in hope of a match that never comes.
  return sql`select starts_at, event_id, rank from (
    select ${events.startsAt}, ${events.id} as event_id, ${rankIn(asked)} as rank from ${events} where ${filter} offset 0
  ) matching`;
}

/** The rank of an event that is at hand. */
const rankIn = ({ byRank }: Asked) => (byRank === null ? sql`3` : rankOf(byRank));

/** All those to come and those that are on, each with its rank, where few rows lead to them. */
export function ranked(walk: Walk, asked: Asked): SQL {
  const few = sql`select starts_at, event_id, (select ${rankIn(asked)} from ${events} where id = event_id) as rank
    from (${walked(walk, asked)}) few`;
  return walk.query ? gathered(walk.query, asked) : few;
}

/** The ids of those that fit best, of a way to all of them with their ranks and of those that are on. */
export function bestOf(way: SQL, asked: Asked): SQL {
  const { ascending, cursor, limit } = asked;
  const already = onAlready(asked.search, asked.now, null);
  const on = already
    ? sql`union all select starts_at, id, ${rankIn(asked)} from ${already.from} where ${already.where}`
    : sql``;
  const beyondCursor = cursor
    ? sql`(rank, starts_at, event_id) ${sql.raw(ascending ? ">" : "<")} (${cursor.rank ?? 1}::int, ${placeOf(cursor)})`
    : sql`true`;
  const order = sql.raw(ascending ? "rank, starts_at, event_id" : "rank desc, starts_at desc, event_id desc");
  return sql`select event_id from (${way} ${on}) found where ${beyondCursor} order by ${order} limit ${limit}`;
}

export function ranksFrom(from: Rank, to: Rank): Rank[] {
  const between = ([1, 2, 3] as const).filter((rank) => rank >= Math.min(from, to) && rank <= Math.max(from, to));
  return from <= to ? between : between.reverse();
}
