import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, eventWords } from "@/db/schema";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor";
import { eventSummaryColumns } from "./rows";
import type { EventSearch } from "./schema";
import { type Beyond, onEvents, onlyEventsTell, scopeOf, wordsTell } from "./search-filters";
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

/** Ids of the page's events, found by walking the words' rows in the page's order. */
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
  if (!check) return sql`select event_id from (${rows}) page`;
  return sql`select event_id from (${rows}) event_words where ${told} order by ${order} limit ${limit}`;
}

/** The same, by collecting everything that matches; for words that come together too rarely to be walked to. */
function gathered(query: string, asked: Asked): SQL {
  const order = sql.raw(asked.ascending ? "starts_at, id" : "starts_at desc, id desc");
  const filter = onEvents(asked.search, query, asked.now, beyond(sql`${events.startsAt}`, sql`${events.id}`, asked));
  // OFFSET 0 keeps the planner from walking by date after all, in hope of a match that never comes.
  return sql`
    select id from (select ${events.id}, ${events.startsAt} from ${events} where ${filter} offset 0) matching
    order by ${order} limit ${asked.limit}`;
}

/**
 * How many there are among the first rows that may lead to one, and whether those were all. Where they were not, it is
 * "at least" anyway, and nothing is asked of events at the edges of the days.
 */
async function count(queryable: Queryable, { words, check }: Walk, search: EventSearch, now: Date) {
  const told = onlyEventsTell(search, check, now);
  const limit = told ? CANDIDATES : COUNT_LIMIT;
  const matches = and(wordsTell(search, sql`seen <= ${limit}`), told) ?? sql`true`;
  const [row] = await queryable.execute<{ found: number; seen: number }>(sql`
    select count(distinct event_id) filter (where ${matches})::int as found, count(*)::int as seen
    from (
      select *, count(*) over () as seen from (
        select event_id, starts_at, category, has_free, has_paid from ${eventWords}
        where ${eventWords.word} = any (${anyOf(words)}) and ${scopeOf(search, now)} limit ${limit + 1}
      ) ahead
    ) event_words`);
  return { found: row?.found ?? 0, isWhole: (row?.seen ?? 0) <= limit };
}

/** One page of published events to come. Drafts, cancelled and started ones are never among them. */
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
  let [found, counted] = walk
    ? await Promise.all([read(walked(walk, asked)), count(queryable, walk, search, now)])
    : [[], { found: 0, isWhole: true }];
  if (walk?.query && found.length <= pageSize) found = await read(gathered(walk.query, asked));

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
