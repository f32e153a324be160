import "server-only";
import { and, asc, desc, eq, gt, gte, lte, type SQL, sql } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { events, ticketTypes } from "@/db/schema";
import { wordPrefixes } from "@/lib/search/word-prefix";
import { decodeCursor, encodeCursor } from "./cursor";
import { eventSummaryColumns } from "./rows";
import type { EventSearch } from "./schema";
import { summariesOf } from "./summary";
import type { SearchPage } from "./types";

const PAGE_SIZE = 24;
/** Counting stops here: nobody reads further, and the database need not either. */
const COUNT_LIMIT = 1_000;

const openAt = (table: typeof events | typeof ticketTypes, now: Date) =>
  and(
    sql`(${table.salesStartAt} is null or ${table.salesStartAt} <= ${now.toISOString()})`,
    sql`(${table.salesEndAt} is null or ${table.salesEndAt} > ${now.toISOString()})`,
  );

const ofEvent = (condition: SQL | undefined) =>
  sql`exists (select 1 from ${ticketTypes} where ${eq(ticketTypes.eventId, events.id)} and ${condition})`;

const canBeBooked = (now: Date) =>
  and(
    gt(events.availableTickets, 0),
    openAt(events, now),
    ofEvent(
      and(sql`(${ticketTypes.quota} is null or ${ticketTypes.sold} < ${ticketTypes.quota})`, openAt(ticketTypes, now)),
    ),
  );

/** "Today" is each event's own: an evening in Tokyo is over before Lisbon wakes up to it. */
function onPreset(when: NonNullable<EventSearch["when"]>, now: Date) {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${events.timeZone})::date`;
  const weekday = sql`extract(isodow from ${today})::int`;
  const range = {
    today: sql`${events.startsOn} = ${today}`,
    weekend: sql`${events.startsOn} between ${today} + greatest(0, 6 - ${weekday}) and ${today} + (7 - ${weekday})`,
    month: sql`date_trunc('month', ${events.startsOn}) = date_trunc('month', ${today})`,
  }[when];
  // The rule above cannot use an index; this bound, wide enough for every zone, can.
  const days = { today: 2, weekend: 8, month: 32 }[when];
  return and(range, lte(events.startsAt, new Date(now.getTime() + days * 86_400_000)));
}

function conditions(search: EventSearch, now: Date) {
  return and(
    eq(events.status, "published"),
    gt(events.startsAt, now),
    search.q ? sql`${events.search} @@ ${wordPrefixes(search.q)}` : undefined,
    search.city ? eq(events.city, search.city) : undefined,
    search.category ? eq(events.category, search.category) : undefined,
    search.when ? onPreset(search.when, now) : undefined,
    search.from ? gte(events.startsOn, search.from) : undefined,
    search.to ? lte(events.startsOn, search.to) : undefined,
    search.price === "free" ? ofEvent(eq(ticketTypes.price, 0)) : undefined,
    search.price === "paid" ? ofEvent(gt(ticketTypes.price, 0)) : undefined,
    search.available ? canBeBooked(now) : undefined,
  );
}

/** One page of published events to come. Drafts, cancelled and started ones are never among them. */
export async function readSearchPage(
  search: EventSearch,
  {
    queryable = db,
    now = new Date(),
    pageSize = PAGE_SIZE,
  }: { queryable?: Queryable; now?: Date; pageSize?: number } = {},
): Promise<SearchPage> {
  const filter = conditions(search, now);
  const after = search.after ? decodeCursor(search.after) : null;
  const before = search.before ? decodeCursor(search.before) : null;
  const cursor = after ?? before;
  const backwards = after === null && before !== null;
  const ascending = (search.sort !== "latest") !== backwards;

  const place = cursor
    ? sql`(${events.startsAt}, ${events.slug}) ${sql.raw(ascending ? ">" : "<")} (timestamptz 'epoch' + ${cursor.startsAtMicros}::bigint * interval '1 microsecond', ${cursor.slug})`
    : undefined;
  const direction = ascending ? asc : desc;
  const micros = sql<string>`(extract(epoch from ${events.startsAt}) * 1000000)::bigint::text`;

  const [found, counted] = await Promise.all([
    queryable
      .select({ ...eventSummaryColumns, micros })
      .from(events)
      .where(and(filter, place))
      .orderBy(direction(events.startsAt), direction(events.slug))
      .limit(pageSize + 1),
    queryable.select({ count: sql<number>`count(*)::int` }).from(
      queryable
        .select({ one: sql`1`.as("one") })
        .from(events)
        .where(filter)
        .limit(COUNT_LIMIT + 1)
        .as("matching"),
    ),
  ]);

  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (row: typeof first) => (row ? encodeCursor({ startsAtMicros: row.micros, slug: row.slug }) : null);
  return {
    events: await summariesOf(queryable, rows, now),
    count: counted[0]?.count ?? 0,
    countLimit: COUNT_LIMIT,
    previous: (backwards ? more : cursor !== null) ? at(first) : null,
    next: (backwards ? cursor !== null : more) ? at(last) : null,
  };
}

/** The same, shared by everybody who searches for the same within a minute. */
export async function searchEvents(search: EventSearch): Promise<SearchPage> {
  "use cache";
  cacheTag("events");
  cacheLife({ stale: 30, revalidate: 60, expire: 300 });
  return readSearchPage(search);
}
