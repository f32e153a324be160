import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Which events are counted, and since when people booked. Read before everything else, so that the planner takes each
 * event on its own: by the index, also where one event has nearly all the bookings there are.
 */
export type Scope = { events: SQL; since: Date | null; isOne: boolean };

export function eventScope(eventId: number): Scope {
  return {
    events: sql`select id, time_zone, starts_at, ends_at from events where id = ${eventId}`,
    since: null,
    isOne: true,
  };
}

/** Every event of these organizers. */
export function organizersScope(organizerIds: number[], since: Date | null): Scope {
  const list = `{${organizerIds.join(",")}}`;
  return {
    events: sql`select id, time_zone, starts_at, ends_at from events where organizer_id = any(${list}::bigint[])`,
    since,
    isOne: false,
  };
}

export function sinceFilter(column: SQL, since: Date | null): SQL {
  return since ? sql`and ${column} >= ${since.toISOString()}::timestamptz` : sql``;
}
