import { type SQL, sql } from "drizzle-orm";
import { toStoredWallClock } from "@/lib/time/stored-wall-clocks";
import { findTimeZone } from "@/lib/time/time-zone";
import type { Database, Transaction } from "./connect";
import { declareWallClockWrites } from "./wall-clocks";

const PAGE = 500;

type EventRow = {
  id: number;
  startsAt: Date;
  endsAt: Date;
  salesStartAt: Date | null;
  salesEndAt: Date | null;
  timeZone: string;
};
type TypeRow = Pick<EventRow, "id" | "salesStartAt" | "salesEndAt" | "timeZone">;

/** Null if this runtime cannot read the zone, such as an offset that a newer one accepted as a name. */
function wallClockIn(at: Date | null, timeZone: string): string | null {
  try {
    return toStoredWallClock(at, timeZone);
  } catch {
    return null;
  }
}

const salesMissing = (table: SQL) => sql`(${table}.sales_start_at is not null and ${table}.sales_start_at_wall is null)
  or (${table}.sales_end_at is not null and ${table}.sales_end_at_wall is null)`;

/** Skips locked rows until the next time, so that no booking waits for this. */
async function backfillEvents(tx: Transaction, after: number, oldNames: string[]): Promise<number | null> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select id::int as id, starts_at, ends_at, sales_start_at, sales_end_at, time_zone from events e
    where id > ${after} and (starts_at_wall is null or ends_at_wall is null or ${salesMissing(sql`e`)}
      or time_zone in (select jsonb_array_elements_text(${JSON.stringify(oldNames)}::jsonb)))
    order by id limit ${PAGE} for no key update skip locked`);
  const found = rows.map(
    (row): EventRow => ({ ...typeRow(row), startsAt: dateOf(row.starts_at), endsAt: dateOf(row.ends_at) }),
  );
  const filled = found.map(({ id, timeZone, startsAt, endsAt, salesStartAt, salesEndAt }) => ({
    id,
    time_zone: findTimeZone(timeZone) ?? timeZone,
    starts_at_wall: wallClockIn(startsAt, timeZone),
    ends_at_wall: wallClockIn(endsAt, timeZone),
    sales_start_at_wall: wallClockIn(salesStartAt, timeZone),
    sales_end_at_wall: wallClockIn(salesEndAt, timeZone),
    is_place: findTimeZone(timeZone) !== null,
  }));
  await tx.execute(sql`
    update events e set time_zone = f.time_zone, is_zone_unsettled = not f.is_place,
      starts_at_wall = coalesce(e.starts_at_wall, f.starts_at_wall),
      ends_at_wall = coalesce(e.ends_at_wall, f.ends_at_wall),
      sales_start_at_wall = coalesce(e.sales_start_at_wall, f.sales_start_at_wall),
      sales_end_at_wall = coalesce(e.sales_end_at_wall, f.sales_end_at_wall)
    from json_to_recordset(${JSON.stringify(filled)}::json) as f (id bigint, time_zone text, starts_at_wall timestamp,
      ends_at_wall timestamp, sales_start_at_wall timestamp, sales_end_at_wall timestamp, is_place boolean)
    where e.id = f.id`);
  return found.at(-1)?.id ?? null;
}

async function backfillTicketTypes(tx: Transaction, after: number): Promise<number | null> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select t.id::int as id, t.sales_start_at, t.sales_end_at, e.time_zone
    from ticket_types t join events e on e.id = t.event_id
    where t.id > ${after} and (${salesMissing(sql`t`)})
    order by t.id limit ${PAGE} for no key update of t skip locked`);
  const found = rows.map(typeRow);
  const filled = found.map(({ id, timeZone, salesStartAt, salesEndAt }) => ({
    id,
    sales_start_at_wall: wallClockIn(salesStartAt, timeZone),
    sales_end_at_wall: wallClockIn(salesEndAt, timeZone),
  }));
  await tx.execute(sql`
    update ticket_types t set sales_start_at_wall = coalesce(t.sales_start_at_wall, f.sales_start_at_wall),
      sales_end_at_wall = coalesce(t.sales_end_at_wall, f.sales_end_at_wall)
    from json_to_recordset(${JSON.stringify(filled)}::json)
      as f (id bigint, sales_start_at_wall timestamp, sales_end_at_wall timestamp)
    where t.id = f.id`);
  return found.at(-1)?.id ?? null;
}

const dateOf = (value: unknown) => new Date(String(value));

function typeRow(row: Record<string, unknown>): TypeRow {
  const { id, sales_start_at: from, sales_end_at: to, time_zone: timeZone } = row;
  return {
    id: Number(id),
    salesStartAt: from === null ? null : dateOf(from),
    salesEndAt: to === null ? null : dateOf(to),
    timeZone: String(timeZone),
  };
}

async function backfillInPages(db: Database, fill: (tx: Transaction, after: number) => Promise<number | null>) {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await db.transaction(async (tx) => {
      await declareWallClockWrites(tx);
      return fill(tx, from);
    });
  }
}

/**
 * Adds missing wall clocks of events and ticket types, as this runtime reads their instants, and gives zones their present
 * names. Page by page, so that it can run while the application serves, and be stopped and repeated.
 */
export async function backfillWallClocks(db: Database) {
  const zones = await db.execute<{ name: string }>(sql`select distinct time_zone as name from events`);
  const oldNames = zones.map(({ name }) => name).filter((name) => (findTimeZone(name) ?? name) !== name);
  await backfillInPages(db, (tx, after) => backfillEvents(tx, after, oldNames));
  await backfillInPages(db, backfillTicketTypes);
}
