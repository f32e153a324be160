import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { operations } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import { announce } from "@/lib/outbox/outbox";
import { type OperationDetail, type OperationKind, operationDetailSchemas } from "./detail";

type NewOperation<Kind extends OperationKind = OperationKind> = {
  [K in Kind]: {
    /** Set by the form, so that submitting twice starts one operation. */
    id?: string;
    kind: K;
    eventId: number;
    startedBy: number;
    detail: OperationDetail[K];
  };
}[Kind];

/** Starts an operation in the caller's transaction; relay `outboxId` after the commit. */
export async function startOperation(
  tx: Transaction,
  operation: NewOperation,
): Promise<{ operationId: string; outboxId: string }> {
  const operationId = await recordOperation(tx, operation);
  return { operationId, outboxId: await announce(tx, operationStarted, { operationId }) };
}

/**
 * Records an operation, which the caller announces, and returns its id. Merges a change of an event into an earlier one
 * that has no recipients yet. The caller holds the event's row lock.
 */
export async function recordOperation(tx: Transaction, operation: NewOperation): Promise<string> {
  const merged = operation.kind === "event_change" ? await mergeIntoPendingChange(tx, operation) : null;
  return merged ?? insert(tx, operation);
}

async function insert(tx: Transaction, operation: NewOperation) {
  const id = operation.id ?? crypto.randomUUID();
  await tx
    .insert(operations)
    .values({ ...operation, id })
    .onConflictDoNothing();
  return id;
}

async function mergeIntoPendingChange(
  tx: Transaction,
  operation: NewOperation<"event_change">,
): Promise<string | null> {
  const [pending] = await tx
    .select({ id: operations.id, detail: operations.detail })
    .from(operations)
    .where(
      and(eq(operations.eventId, operation.eventId), eq(operations.kind, "event_change"), isNull(operations.listedAt)),
    )
    // Row lock: recording its recipients waits for this change, or has come first.
    .for("no key update");
  if (!pending) return null;
  const { from } = operationDetailSchemas.event_change.parse(pending.detail);
  await tx
    .update(operations)
    .set({ detail: { from, to: operation.detail.to } })
    .where(eq(operations.id, pending.id));
  return pending.id;
}
