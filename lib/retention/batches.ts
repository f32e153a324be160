import { type SQL, sql } from "drizzle-orm";

/**
 * One statement that cleans up `limit` rows at most. It returns how many (`rows`) and the cursor for the next batch
 * (`next`, null at the end). It starts at the cursor, as deleted rows stay in the index for a while. It skips locked
 * rows: two runs at once share the work.
 */
export type Batch = (at: { cutoff: SQL; from: string | null; limit: number }) => SQL;

type AgedRowsOptions = {
  table: string;
  key?: string;
  /** The column with the time of its end. It needs an index. */
  since: string;
  /** Which rows of the table. Default: all. */
  only?: SQL;
  /** The change, as common table expressions; `due` has the keys as `id`. */
  change: SQL;
};

/** Rows whose end is before the cutoff. */
export function agedRows({ table, key = "id", since, only = sql`true`, change }: AgedRowsOptions): Batch {
  const [rows, at] = [sql.identifier(table), sql.identifier(since)];
  return ({ cutoff, from, limit }) => sql`
    with due as (
      select ${sql.identifier(key)} as id, ${at} as at from ${rows}
      where ${at} < ${cutoff} and ${at} >= coalesce(${from}::timestamptz, '-infinity') and ${only}
      order by ${at} limit ${limit} for no key update skip locked
    ), ${change}
    select count(*)::int as rows, case when count(*) = ${limit} then max(at)::text end as next from due`;
}

/**
 * Rows of ended events, in a table with an index that begins with `event_id`. Each event with rows is one index lookup,
 * however many rows it has. At most `limit` events are read.
 */
export function rowsOfEvents(table: string): Batch {
  const rows = sql.identifier(table);
  return ({ cutoff, from, limit }) => sql`
    with recursive having_rows as (
      (select event_id, 1 as nth from ${rows} where event_id >= coalesce(${from}::bigint, 0) order by event_id limit 1)
      union all
      select (select r.event_id from ${rows} r where r.event_id > h.event_id order by r.event_id limit 1), nth + 1
      from having_rows h where h.event_id is not null and nth < ${limit}
    ), ended as (
      select e.id from having_rows h join events e on e.id = h.event_id where e.ends_at < ${cutoff} order by e.id
    ), due as (
      select r.id
      from ended cross join lateral (
        select id from ${rows} where event_id = ended.id limit ${limit} for no key update skip locked
      ) r
      limit ${limit}
    ), gone as (
      delete from ${rows} where id in (select id from due)
    )
    select (select count(*)::int from due) as rows,
      case when (select count(*) from due) = ${limit} then (select min(id)::text from ended)
        else (select (max(event_id) + 1)::text from having_rows having count(event_id) = ${limit}) end as next`;
}

/** The names of people who were paying, in bookings of ended events. Their index has only bookings with such names. */
export const intendedHoldersOfEvents: Batch = ({ cutoff, from, limit }) => sql`
  with recursive having_rows as (
    (select event_id, 1 as nth from bookings
      where intended_holders is not null and event_id >= coalesce(${from}::bigint, 0) order by event_id limit 1)
    union all
    select (select b.event_id from bookings b
      where b.intended_holders is not null and b.event_id > h.event_id order by b.event_id limit 1), nth + 1
    from having_rows h where h.event_id is not null and nth < ${limit}
  ), ended as (
    select e.id from having_rows h join events e on e.id = h.event_id where e.ends_at < ${cutoff} order by e.id
  ), due as (
    select b.id
    from ended cross join lateral (
      select id from bookings where event_id = ended.id and intended_holders is not null and not is_paying
      limit ${limit} for no key update skip locked
    ) b
    limit ${limit}
  ), cleared as (
    update bookings set intended_holders = null where id in (select id from due)
  )
  select (select count(*)::int from due) as rows,
    case when (select count(*) from due) = ${limit} then (select min(id)::text from ended)
      else (select (max(event_id) + 1)::text from having_rows having count(event_id) = ${limit}) end as next`;

/** An event has about sixty words, so a batch of rows covers fewer events. */
const WORDS_PER_EVENT = 50;

/** The word "", which every event has, finds the events that still have words, by their start. */
export const wordsOfEvents: Batch = ({ cutoff, from, limit }) => {
  const events = Math.ceil(limit / WORDS_PER_EVENT);
  return sql`
    with due as (
      select w.event_id, w.starts_at, array_append(tsvector_to_array(e.search), '') as words
      from event_words w join events e on e.id = w.event_id
      where w.word = '' and w.rank = 3 and w.starts_at < ${cutoff}
        and w.starts_at >= coalesce(${from}::timestamptz, '-infinity') and e.ends_at < ${cutoff}
      order by w.starts_at limit ${events} for no key update of w skip locked
    ), gone as (
      delete from event_words w using due
      where w.word = any (due.words) and w.rank = any ('{1,2,3}'::int2[])
        and w.starts_at = due.starts_at and w.event_id = due.event_id
      returning 1
    )
    select (select count(*)::int from gone) as rows,
      (select case when count(*) = ${events} then max(starts_at)::text end from due) as next`;
};
