import { and, asc, eq, inArray } from "drizzle-orm";
import { auditLog, operationRecipients, waitlistEntries } from "@/db/schema";
import { moveSeats } from "@/lib/booking/inventory";
import type { LockedEvent } from "@/lib/booking/locked-event";
import type { EndedResult } from "@/lib/booking/results";

const BATCH = 500;

/** Lets some of those who wait for a cancelled event leave the line, and notes them as recipients. */
export async function closeWaitlist(
  locked: LockedEvent,
  { operationId, actorId }: { operationId: string; actorId: number },
): Promise<EndedResult> {
  const { tx, row: event, now } = locked;
  if (event.status !== "cancelled") throw new Error(`event ${event.id} is not cancelled`);
  const inLine = tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(and(eq(waitlistEntries.eventId, event.id), inArray(waitlistEntries.status, ["waiting", "offered"])))
    .orderBy(asc(waitlistEntries.userId))
    .limit(BATCH);
  const left = await tx
    .update(waitlistEntries)
    .set({ status: "left", resolvedAt: now })
    .where(inArray(waitlistEntries.id, inLine))
    .returning({ id: waitlistEntries.id, userId: waitlistEntries.userId });
  if (left.length > 0) {
    await tx
      .insert(operationRecipients)
      .values(left.map(({ userId }) => ({ operationId, userId })))
      // Whoever had a booking as well hears of it by that.
      .onConflictDoNothing();
    await tx.insert(auditLog).values(
      left.map(({ id }) => ({
        action: "waitlist.closed-with-event" as const,
        ...{ actorId, organizerId: event.organizerId, eventId: event.id, at: now, detail: { entryId: id } },
      })),
    );
  }
  // Also of an event that nobody had booked.
  if (event.waitlistTickets > 0) {
    await moveSeats(locked, { available: event.waitlistTickets, waitlist: -event.waitlistTickets });
  }
  return { ok: true, ended: left.length };
}
