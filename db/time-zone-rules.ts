import { sql } from "drizzle-orm";
import { findTimeZone } from "@/lib/time/time-zone";
import type { Database } from "./connect";

/** An event whose zone is no place. */
export type UnsettledZone = { slug: string; timeZone: string; startsAt: string };

/** An account's zone is for showing only: what is no place becomes that of the device. */
export async function normalizeAccountTimeZones(db: Database) {
  const zones = await db.execute<{ name: string }>(
    sql`select distinct time_zone as name from users where time_zone is not null`,
  );
  for (const { name } of zones) {
    const place = findTimeZone(name);
    if (place !== name) await db.execute(sql`update users set time_zone = ${place} where time_zone = ${name}`);
  }
}

/**
 * Holds the rule that a zone is a place for all rows, once none breaks it, and lists the events that are not over and
 * go by a zone from before: they are sold and read as ever, and their organizers are asked to choose a place.
 */
export async function validateTimeZoneRules(db: Database): Promise<UnsettledZone[]> {
  const notValidated = await db.execute<{ table: string; name: string }>(sql`
    select conrelid::regclass::text as "table", conname as name from pg_constraint
    where conname in ('events_time_zone_is_place', 'users_time_zone_is_place') and not convalidated`);
  const unsettled = await db.execute<UnsettledZone>(sql`
    select slug, time_zone as "timeZone", starts_at as "startsAt" from events
    where is_zone_unsettled and status <> 'cancelled' and ends_at > now() order by starts_at, id`);
  for (const { table, name } of notValidated) {
    await db.execute(sql`alter table ${sql.identifier(table)} validate constraint ${sql.identifier(name)}`);
  }
  return [...unsettled];
}
