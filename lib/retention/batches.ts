import { type SQL, sql } from "drizzle-orm";

/**
 * One statement that cleans up `limit` rows at most, and says how many it has (`rows`) and from where to go on (`next`),
 * null at the end. It begins where the batch before it ended, as what was deleted stands in the index for a while. Rows
 * that somebody else has locked are left to them: two runs at once share the work.
 */
export type Batch = (at: { cutoff: SQL; from: string | null; limit: number }) => SQL;

type AgedRowsOptions = {
  table: string;
  key?: string;
  /** When it came to an end. An index has to lead to it. */
  since: string;
  /** Which rows of that table; all, where it is not said. */
  only?: SQL;
  /** What is done, as one or more common table expressions; `due` has the keys, as `id`. */
  change: SQL;
};

/** Rows that came to an end long enough ago. */
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
 * Rows of events that have ended, in a table with an index that begins with `event_id`: each event that has any is one
 * step in it, however many rows it has. No more events are looked at than rows are deleted.
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

/** An event has some sixty words: rows of so many fewer events are one batch. */
const WORDS_PER_EVENT = 50;

/** The word that every event has leads to those whose words are there still, by their start. */
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
