import { sql } from "drizzle-orm";
import { findTimeZone } from "@/lib/time/time-zone";
import type { Database } from "./connect";

/** An event whose zone is not a place. */
export type UnsettledZone = { slug: string; timeZone: string; startsAt: string };

/** An account's zone only affects display: one that is not a place is replaced by the device's. */
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
 * Validates the constraint that a zone is a place once all rows satisfy it. Returns the events that are not over and have
 * an older zone: they are sold and shown as before, and their organizers are asked to choose a place.
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
