import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, eventWords } from "@/db/schema";
import { toPage } from "@/lib/paging/keyset";
import { eventSummaryColumns } from "./columns";
import { decodeCursor, encodeCursor, type Rank } from "./cursor";
import { type EventSearch, sortOrderOf } from "./schema";
import { anyRank, indexedFilters, indexScope, rankOf, rowFilters, runningMatches } from "./search-filters";
import { choosePlan, MAX_CANDIDATES, type SearchPlan } from "./search-plan";
import {
  bestIds,
  collectMatches,
  firstIds,
  type PageRequest,
  rankedRows,
  rankRange,
  runningRows,
  scanIndexRows,
  textArray,
} from "./search-sql";
import { readSummaries } from "./summary";
import type { SearchPage } from "./types";

const PAGE_SIZE = 24;
/** Counting stops here, as nobody reads further. */
const COUNT_LIMIT = 1_000;

/**
 * The number of matches among the first candidate rows, and whether those were all. If not, the number is a lower
 * bound, and events at the edges of the days are not checked.
 */
async function countMatches(queryable: Queryable, { words, check }: SearchPlan, { search, now }: PageRequest) {
  const filters = rowFilters(search, check, now);
  const limit = filters ? MAX_CANDIDATES : COUNT_LIMIT;
  const matches = and(indexedFilters(search, sql`seen <= ${limit}`), filters) ?? sql`true`;
  const already = runningMatches(search, now, null);
  const [row] = await queryable.execute<{ found: number; seen: number }>(sql`
    select count(distinct event_id) filter (where ${matches})::int + (
        select count(*) from (select from ${already?.from} where ${already?.where} limit ${limit + 1}) bounded
      )::int as found, count(*)::int as seen
    from (
      select *, count(*) over () as seen from (
        select event_id, starts_at, category, has_free, has_paid from ${eventWords}
        where ${eventWords.word} = any (${textArray(words)}) and ${anyRank} and ${indexScope(search, now)} limit ${limit + 1}
      ) ahead
    ) event_words`);
  return { found: row?.found ?? 0, isWhole: (row?.seen ?? 0) <= limit };
}

/** The rows of these events, in the page's order. */
function readRows(queryable: Queryable, ids: SQL, { ascending, byRank }: PageRequest) {
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
async function findByDate(queryable: Queryable, plan: SearchPlan, request: PageRequest) {
  const running = runningRows(request);
  // Running events come first, or last: then after all upcoming events, which a bounded scan may not have found.
  const alongside = request.ascending || !plan.query ? running : [];
  const found = await readRows(queryable, firstIds([scanIndexRows(plan, request), ...alongside], request), request);
  if (!plan.query || found.length === request.limit) return found;
  return readRows(queryable, firstIds([collectMatches(plan.query, request), ...running], request), request);
}

/**
 * The best matches, rank by rank until the page is full. All at once if there are few candidates or too few matches.
 */
async function findBest(queryable: Queryable, plan: SearchPlan, request: PageRequest) {
  const { ascending, cursor, limit } = request;
  const all = { ...request, cursor: null, limit: MAX_CANDIDATES };
  const best = () => readRows(queryable, bestIds(rankedRows(plan, all), request), request);
  if (plan.isShort) return best();

  const found: Awaited<ReturnType<typeof readRows>> = [];
  for (const rank of ascending ? rankRange(cursor?.rank ?? 1, 3) : rankRange(cursor?.rank ?? 3, 1)) {
    const within = { ...request, limit: limit - found.length, cursor: cursor?.rank === rank ? cursor : null };
    const running = ascending || !plan.query ? runningRows(within, rank) : [];
    found.push(
      ...(await readRows(queryable, firstIds([scanIndexRows(plan, within, rank), ...running], within), within)),
    );
    if (found.length === limit) return found;
    if (plan.query) return best();
  }
  return found;
}

/** A page of published events that are running or upcoming. */
export async function readSearchPage(
  queryable: Queryable,
  search: EventSearch,
  { now = new Date(), pageSize = PAGE_SIZE }: { now?: Date; pageSize?: number } = {},
): Promise<SearchPage> {
  const after = search.after ? decodeCursor(search.after) : null;
  const before = search.before ? decodeCursor(search.before) : null;
  const cursor = after ?? before;
  const backwards = after === null && before !== null;
  const ascending = (sortOrderOf(search) !== "latest") !== backwards;

  const plan = await choosePlan(queryable, search, now);
  const isRanked = sortOrderOf(search) === "best" && (cursor ? cursor.rank !== null : plan?.canRank);
  const byRank = (isRanked && plan?.byRank) || null;
  const request = { search, now, limit: pageSize + 1, ascending, cursor, byRank };
  const find = (found: SearchPlan) =>
    byRank === null ? findByDate(queryable, found, request) : findBest(queryable, found, request);
  const [found, counted] = plan
    ? await Promise.all([find(plan), countMatches(queryable, plan, request)])
    : [[], { found: 0, isWhole: true }];

  const { rows, previous, next } = toPage(found, {
    size: pageSize,
    backwards,
    isFirst: cursor === null,
    cursorOf: ({ micros, slug, rank }) => encodeCursor({ startsAtMicros: micros, slug, rank }),
  });
  return {
    events: await readSummaries(queryable, rows, now),
    count: Math.min(Math.max(counted.found, rows.length), COUNT_LIMIT + 1),
    countLimit: COUNT_LIMIT,
    isCounted: counted.isWhole,
    previous,
    next,
  };
}
