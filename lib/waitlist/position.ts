import { and, count, eq, lt, or } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import type { LockedEvent } from "@/lib/booking/locked-event";

/** 1 for whoever is next in line. */
export async function positionOf(locked: LockedEvent, entry: { id: number; joinedAt: Date }) {
  const [ahead] = await locked.tx
    .select({ entries: count() })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.status, "waiting"),
        or(
          lt(waitlistEntries.joinedAt, entry.joinedAt),
          and(eq(waitlistEntries.joinedAt, entry.joinedAt), lt(waitlistEntries.id, entry.id)),
        ),
      ),
    );
  return (ahead?.entries ?? 0) + 1;
}
