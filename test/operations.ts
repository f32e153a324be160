import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients, operations } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import { operationRun } from "@/inngest/functions/operation-run";
import { runFunction } from "./inngest-run";

const waitStepIds = ["let-edits-settle", ...Array.from({ length: 200 }, (_, at) => `pause-${at}`)];

/** Runs one run of an operation to its end. `onWait` is called while it waits. */
export async function runOperation(operationId: string, onWait: (name: string) => Promise<void> | void = () => {}) {
  const slept = waitStepIds.map((id) => ({
    id,
    handler: async () => {
      await onWait(id);
      return null;
    },
  }));
  return runFunction(operationRun, { name: operationStarted.name, data: { operationId } }, slept);
}

/** The status of an operation and of each of its recipients, in the order they joined Quorix. */
export async function readOperationOutcome(operationId: string) {
  const [operation] = await db.select().from(operations).where(eq(operations.id, operationId));
  const recipients = await db
    .select()
    .from(operationRecipients)
    .where(eq(operationRecipients.operationId, operationId))
    .orderBy(asc(operationRecipients.userId));
  return { operation, recipients, statuses: recipients.map((recipient) => recipient.status) };
}
