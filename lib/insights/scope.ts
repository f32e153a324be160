import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * The events to count, and the earliest booking time. Queries materialize it first, so that the planner uses the index
 * for each event, even if one event has nearly all bookings.
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
