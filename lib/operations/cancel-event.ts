import { and, asc, eq, gt, sql } from "drizzle-orm";
import { events, operations } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import type { CancelEventResult } from "@/lib/booking/results";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { recordOperation } from "./start";

export type CancelEventInput = {
  eventId: number;
  actorId: number;
  /** For attendees: it is part of their email. */
  reason: string;
};

/** Closes sales for good, and starts the operation that cancels every booking and notifies attendees. */
export async function cancelEvent(
  manager: BookingConcurrencyManager,
  input: CancelEventInput,
): Promise<CancelEventResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, { actorId, reason }: CancelEventInput): Promise<CancelEventResult> {
  const { tx, event, now } = unit;
  if (event.status === "draft") return { ok: false, code: "EVENT_IS_DRAFT" };
  if (event.status === "cancelled")
    return { ok: true, operationId: await findEarlierOperation(unit), alreadyDone: true };

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
  unit.audit("event.cancelled", { actorId, detail: { reason } });
  // In the same transaction, so that a crash can't leave a cancelled event without its notifications.
  const operationId = await recordOperation(tx, {
    kind: "event_cancellation",
    eventId: event.id,
    startedBy: actorId,
    detail: { reason },
  });
  unit.announce(operationStarted, { operationId });
  return { ok: true, operationId, alreadyDone: false };
}

async function findEarlierOperation({ tx, event }: ExclusiveUnitOfWork) {
  const [operation] = await tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.eventId, event.id), eq(operations.kind, "event_cancellation")))
    .orderBy(asc(operations.createdAt))
    .limit(1);
  return operation?.id ?? null;
}
