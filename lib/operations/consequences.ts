import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** What a change of an event affects. */
export type Consequences = {
  /** Confirmed bookings; each belongs to one person. */
  bookings: number;
  /** Valid tickets in them. */
  tickets: number;
  /** Open holds and offers: one count per person. */
  holds: number;
  /** People on the waitlist, including those with an open offer. */
  waiting: number;
};

export async function countConsequences(eventId: number): Promise<Consequences> {
  const [row] = await db.execute<Consequences>(sql`
    select
      (select count(*)::int from bookings where event_id = ${eventId} and status = 'confirmed') as "bookings",
      (select count(*)::int from tickets where event_id = ${eventId} and status = 'valid') as "tickets",
      (select count(*)::int from bookings
        where event_id = ${eventId} and status = 'pending' and expires_at > now()) as "holds",
      (select count(*)::int from waitlist_entries
        where event_id = ${eventId} and status in ('waiting', 'offered')) as "waiting"`);
  if (!row) throw new Error(`The people of event ${eventId} could not be counted`);
  return row;
}
