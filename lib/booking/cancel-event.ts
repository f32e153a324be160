import { and, asc, eq, gt, sql } from "drizzle-orm";
import { events, operations } from "@/db/schema";
import { startOperation } from "@/lib/operations/start";
import type { LockedEvent } from "./locked-event";
import type { CancelEventResult } from "./results";

export type CancelEventInput = {
  eventId: number;
  actorId: number;
  /** For those who booked: it goes into their mail. */
  reason: string;
};

export async function cancelEvent(locked: LockedEvent, input: CancelEventInput): Promise<CancelEventResult> {
  const { tx, row: event, now } = locked;
  const { actorId, reason } = input;
  if (event.status === "draft") return { ok: false, code: "EVENT_IS_DRAFT" };
  if (event.status === "cancelled") return { ok: true, operationId: await earlierOperation(locked), alreadyDone: true };

  const [cancelled] = await tx
    .update(events)
    .set({
      status: "cancelled",
      cancelledAt: now,
      cancellationReason: reason,
      savedBy: actorId,
      updatedAt: now,
      version: sql`${events.version} + 1`,
    })
    .where(and(eq(events.id, event.id), gt(events.endsAt, now)))
    .returning({ id: events.id });
  if (!cancelled) return { ok: false, code: "EVENT_OVER" };
  await locked.audit("event.cancelled", { actorId, detail: { reason } });
  // In this transaction: there is no moment in which the event is cancelled and nobody has been set to tell it.
  const { operationId, outboxId } = await startOperation(tx, {
    kind: "event_cancellation",
    eventId: event.id,
    startedBy: actorId,
    detail: { reason },
  });
  locked.announced.push(outboxId);
  return { ok: true, operationId, alreadyDone: false };
}

async function earlierOperation({ tx, row }: LockedEvent) {
  const [operation] = await tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.eventId, row.id), eq(operations.kind, "event_cancellation")))
    .orderBy(asc(operations.createdAt))
    .limit(1);
  return operation?.id ?? null;
}
