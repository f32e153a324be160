import { and, asc, eq, inArray } from "drizzle-orm";
import { operationRecipients, waitlistEntries } from "@/db/schema";
import type { EndBatchResult } from "@/lib/booking/results";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";

const BATCH_SIZE = 500;

type CloseInput = { eventId: number; operationId: string; actorId: number };

/** Removes a batch of entries from the waitlist of a cancelled event, and records their users as recipients. */
export async function closeWaitlist(manager: BookingConcurrencyManager, input: CloseInput): Promise<EndBatchResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input), { readsOverdue: false });
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, { operationId, actorId }: CloseInput): Promise<EndBatchResult> {
  const { tx, event, now } = unit;
  if (event.status !== "cancelled") throw new Error(`event ${event.id} is not cancelled`);
  const activeEntries = tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(and(eq(waitlistEntries.eventId, event.id), inArray(waitlistEntries.status, ["waiting", "offered"])))
    .orderBy(asc(waitlistEntries.userId))
    .limit(BATCH_SIZE);
  const left = await tx
    .update(waitlistEntries)
    .set({ status: "left", resolvedAt: now })
    .where(inArray(waitlistEntries.id, activeEntries))
    .returning({ id: waitlistEntries.id, userId: waitlistEntries.userId });
  if (left.length > 0) {
    await tx
      .insert(operationRecipients)
      .values(left.map(({ userId }) => ({ operationId, userId })))
      // Users with a booking are recipients already.
      .onConflictDoNothing();
    for (const { id } of left) unit.audit("waitlist.closed-with-event", { actorId, detail: { entryId: id } });
  }
  // Also where nobody had booked the event.
  unit.releaseToPublic();
  return { ok: true, ended: left.length };
}
