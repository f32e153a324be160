import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients, operations } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/outbox/outbox";

type RetryInput = { operationId: string; actorId: number; organizerId: number };

/** Retries failed recipients; relay `outboxIds` afterwards. `people: 0`: there were none. */
export async function retryFailedRecipients({ operationId, actorId, organizerId }: RetryInput) {
  return db.transaction(async (tx) => {
    // Row lock: of two concurrent requests, the second finds no failed recipient.
    const [operation] = await tx
      .select({ eventId: operations.eventId })
      .from(operations)
      .where(eq(operations.id, operationId))
      .for("no key update");
    const again = await tx
      .update(operationRecipients)
      .set({ status: "left", reason: null, settledAt: null })
      .where(and(eq(operationRecipients.operationId, operationId), eq(operationRecipients.status, "failed")))
      .returning({ userId: operationRecipients.userId });
    if (!operation || again.length === 0) return { people: 0, outboxIds: [] };
    await tx.update(operations).set({ finishedAt: null }).where(eq(operations.id, operationId));
    const { eventId } = operation;
    await recordAudit(tx, {
      action: "message.retried",
      ...{ actorId, organizerId, eventId, detail: { operationId, people: again.length } },
    });
    return { people: again.length, outboxIds: [await announce(tx, operationStarted, { operationId })] };
  });
}

/** Sends the emails of a change without waiting for further changes. */
export async function sendChangeNow(operationId: string): Promise<string> {
  return db.transaction((tx) => announce(tx, operationStarted, { operationId, settled: "yes" }));
}
