import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { operations } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import { announce } from "@/lib/outbox/outbox";
import { type OperationDetail, type OperationKind, operationDetailSchemas } from "./detail";

type NewOperation<Kind extends OperationKind = OperationKind> = {
  [K in Kind]: {
    /** Names it beforehand, so that a form sent twice starts it once. */
    id?: string;
    kind: K;
    eventId: number;
    startedBy: number;
    detail: OperationDetail[K];
  };
}[Kind];

/** Starts long work in the transaction that makes it necessary; relay `outboxId` after the commit. */
export async function startOperation(
  tx: Transaction,
  operation: NewOperation,
): Promise<{ operationId: string; outboxId: string }> {
  const operationId = await recordOperation(tx, operation);
  return { operationId, outboxId: await announce(tx, operationStarted, { operationId }) };
}

/**
 * Records long work, which the caller announces. A change of an event whose last change nobody has been told of yet
 * becomes part of that one: the caller holds the event's row. Returns its id.
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
  const [untold] = await tx
    .select({ id: operations.id, detail: operations.detail })
    .from(operations)
    .where(
      and(eq(operations.eventId, operation.eventId), eq(operations.kind, "event_change"), isNull(operations.listedAt)),
    )
    // Whoever lists its people waits for this change, or was there first.
    .for("no key update");
  if (!untold) return null;
  const { from } = operationDetailSchemas.event_change.parse(untold.detail);
  await tx
    .update(operations)
    .set({ detail: { from, to: operation.detail.to } })
    .where(eq(operations.id, untold.id));
  return untold.id;
}
