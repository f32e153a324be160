import { and, eq, gt, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";

/** Events that still convert and owe their waitlist seats: a run for each of them was lost, or is under way. */
export async function eventsOwingSeats(): Promise<number[]> {
  const now = new Date();
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        gt(events.waitlistTickets, 0),
        eq(events.status, "published"),
        gt(events.startsAt, now),
        or(isNull(events.salesEndAt), gt(events.salesEndAt, now)),
      ),
    );
  return rows.map((row) => row.id);
}
