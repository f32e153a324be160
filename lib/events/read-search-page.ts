import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, eventWords } from "@/db/schema";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor";
import { eventSummaryColumns } from "./rows";
import type { EventSearch } from "./schema";
import { type Beyond, onAlready, onlyEventsTell, scopeOf, toCome, wordsTell } from "./search-filters";
import { CANDIDATES, chooseWalk, type Walk } from "./search-words";
import { summariesOf } from "./summary";
import type { SearchPage } from "./types";

const PAGE_SIZE = 24;
/** Counting stops here: nobody reads further, and the database need not either. */
const COUNT_LIMIT = 1_000;

type Asked = { search: EventSearch; now: Date; limit: number; ascending: boolean; cursor: Cursor | null };

/** Events beyond the cursor, by columns that hold a start and a key. */
function beyond(startsAt: SQL, id: SQL, { cursor, ascending }: Asked): Beyond | null {
  if (!cursor) return null;
  const at = sql`timestamptz 'epoch' + ${cursor.startsAtMicros}::bigint * interval '1 microsecond'`;
  const key = sql`coalesce((select id from ${events} where slug = ${cursor.slug}), 0)`;
  const condition = sql`(${startsAt}, ${id}) ${sql.raw(ascending ? ">" : "<")} (${at}, ${key})`;
  return { startsAt: Number(cursor.startsAtMicros) / 1_000, ascending, condition };
}

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

/** Those that are on already where the search begins. */
function running(asked: Asked): SQL[] {
  const already = onAlready(asked.search, asked.now, ofEvents(asked));
  return already ? [sql`select starts_at, id as event_id from ${already.from} where ${already.where}`] : [];
}

/** Those to come, found by walking the words' rows in the page's order. */
function walked({ words, check }: Walk, asked: Asked): SQL {
  const { search, now, limit } = asked;
  const order = sql.raw(asked.ascending ? "starts_at, event_id" : "starts_at desc, event_id desc");
  const told = onlyEventsTell(search, check, now);
  // Words that come together only now and then could be walked for long without a match: then the way is bounded.
  const length = check ? CANDIDATES : limit;
  const rows = sql`
    select distinct ahead.starts_at, ahead.event_id
    from unnest(${anyOf(words)}) as known (word)
    cross join lateral (
      select ${eventWords.startsAt}, ${eventWords.eventId} from ${eventWords}
      where ${and(
        sql`${eventWords.word} = known.word`,
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
        where ${eventWords.word} = any (${anyOf(words)}) and ${scopeOf(search, now)} limit ${limit + 1}
      ) ahead
    ) event_words`);
  return { found: row?.found ?? 0, isWhole: (row?.seen ?? 0) <= limit };
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
  const ascending = (search.sort !== "latest") !== backwards;
  const asked = { search, now, limit: pageSize + 1, ascending, cursor };

  const walk = await chooseWalk(queryable, search, now);
  const direction = ascending ? asc : desc;
  const micros = sql<string>`(extract(epoch from ${events.startsAt}) * 1000000)::bigint::text`;
  const read = (ids: SQL) =>
    queryable
      .select({ ...eventSummaryColumns, micros })
      .from(events)
      .where(inArray(events.id, sql`(${ids})`))
      .orderBy(direction(events.startsAt), direction(events.id));
  const already = running(asked);
  // What is on comes first, or last: then not before all that are to come, and a bounded walk may not have found them all.
  const beside = ascending || !walk?.query ? already : [];
  let [found, counted] = walk
    ? await Promise.all([read(firstOf([walked(walk, asked), ...beside], asked)), count(queryable, walk, asked)])
    : [[], { found: 0, isWhole: true }];
  if (walk?.query && found.length <= pageSize) {
    found = await read(firstOf([gathered(walk.query, asked), ...already], asked));
  }

  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (row: typeof first) => (row ? encodeCursor({ startsAtMicros: row.micros, slug: row.slug }) : null);
  return {
    events: await summariesOf(queryable, rows, now),
    count: Math.min(Math.max(counted.found, rows.length), COUNT_LIMIT + 1),
    countLimit: COUNT_LIMIT,
    isCounted: counted.isWhole,
    previous: (backwards ? more : cursor !== null) ? at(first) : null,
    next: (backwards ? cursor !== null : more) ? at(last) : null,
  };
}
