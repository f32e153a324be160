import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, ticketTypes, waitlistEntries } from "@/db/schema";
import { isRunningAt, sellsUntilColumn } from "@/lib/events/columns";

const hasReservedSeats = gt(events.waitlistTickets, 0);

/** An entry waits for types whose sale has ended, and its user has not been asked yet. */
const hasUnaskedEntries = sql`exists (
  select from ${waitlistEntries} as entry
  where entry.event_id = ${events.id} and entry.status = 'waiting' and entry.type_closed_at is null and not exists (
    select from ${ticketTypes} as type
    where type.event_id = ${events.id} and (entry.ticket_type_id is null or type.id = entry.ticket_type_id)
      and (type.sales_end_at is null or type.sales_end_at > now())))`;

/** Runs that one sweep starts; the next sweep starts more. */
const MAX_EVENTS_PER_SWEEP = 500;

/**
 * Events on sale that need a waitlist run: the run that freed seats announced was lost, or a ticket type has closed. In
 * random order, so that events whose runs fail do not block others.
 */
export async function findEventsToConvert(limit = MAX_EVENTS_PER_SWEEP): Promise<number[]> {
  const now = new Date();
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        or(hasReservedSeats, hasUnaskedEntries),
        eq(events.status, "published"),
        or(isNull(events.salesStartAt), sql`${events.salesStartAt} <= now()`),
        gt(sellsUntilColumn, now.toISOString()),
        // Implied by the above, but indexed: events that are over are never read.
        or(gt(events.startsAt, now), isRunningAt(now)),
      ),
    )
    .orderBy(sql`random()`)
    .limit(limit);
  return rows.map((row) => row.id);
}
