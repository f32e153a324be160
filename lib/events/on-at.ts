import { type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema";

/**
 * Published events that are on at an instant, by an index of their spans (`events_on_at_idx`). Few, however many there
 * are in all: with those that start later, which an index on the start finds, they are all that are not over then.
 */
export const onAt = (at: Date): SQL<boolean> =>
  sql`(${events.status} = 'published' and tstzrange(${events.startsAt}, ${events.endsAt}) @> ${at.toISOString()}::timestamptz)`;

/** The same events to ask further of, found before anything else is. */
export const eventsOnAt = (at: Date): SQL => sql`(select * from ${events} where ${onAt(at)} offset 0) events`;

/** The last day an event belongs to, where it is: what goes on after midnight still belongs to the day before. */
export const lastDay = sql<string>`greatest(${events.startsOn},
  (coalesce(${events.endsAtWall}, ${events.endsAt} at time zone ${events.timeZone}) - interval '6 hours')::date)`;
