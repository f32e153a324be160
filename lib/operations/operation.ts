import { and, eq, isNotNull, notExists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients, operations } from "@/db/schema";

const columns = {
  id: operations.id,
  kind: operations.kind,
  eventId: operations.eventId,
  startedBy: operations.startedBy,
  detail: operations.detail,
  createdAt: operations.createdAt,
  listedAt: operations.listedAt,
  finishedAt: operations.finishedAt,
};

export type Operation = { [K in keyof typeof columns]: (typeof operations.$inferSelect)[K] };

export async function findOperation(operationId: string): Promise<Operation> {
  const [operation] = await db.select(columns).from(operations).where(eq(operations.id, operationId));
  if (!operation) throw new Error(`There is no operation ${operationId}`);
  return operation;
}

/** Finishes an operation without remaining recipients. True if it is finished. */
export async function finishOperation(operationId: string): Promise<boolean> {
  const anyLeft = db
    .select({ userId: operationRecipients.userId })
    .from(operationRecipients)
    .where(and(eq(operationRecipients.operationId, operationId), eq(operationRecipients.status, "left")));
  const closed = await db
    .update(operations)
    .set({ finishedAt: sql`coalesce(${operations.finishedAt}, now())` })
    .where(and(eq(operations.id, operationId), isNotNull(operations.listedAt), notExists(anyLeft)))
    .returning({ id: operations.id });
  return closed.length > 0;
}

/** Marks the remaining recipients as failed, with the reason. The organizer can retry them. */
export async function failRemainingRecipients(operationId: string, reason: string): Promise<number> {
  const rows = await db
    .update(operationRecipients)
    .set({ status: "failed", reason, settledAt: new Date() })
    .where(and(eq(operationRecipients.operationId, operationId), eq(operationRecipients.status, "left")))
    .returning({ userId: operationRecipients.userId });
  return rows.length;
}

/** Longer than any pause between retries. */
const STALLED_AFTER_MINUTES = 30;

/** Runs that one sweep starts. The next sweep starts the rest. */
const MAX_STARTED_RUNS = 50;

/**
 * Unfinished operations without progress for so long that no run can be active. In random order, so that operations
 * whose runs fail don't block others.
 */
export async function findStalledOperations(limit = MAX_STARTED_RUNS): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from operations o
    where o.finished_at is null
      and greatest(o.created_at, o.listed_at, (
        select max(settled_at) from operation_recipients r where r.operation_id = o.id
      )) < now() - make_interval(mins => ${STALLED_AFTER_MINUTES})
    order by random() limit ${limit}`);
  return rows.map((row) => row.id);
}
