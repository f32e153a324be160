import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients } from "@/db/schema";
import { type DeliveryFailure, EmailRejectedError } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import type { Operation } from "@/lib/operations/operation";
import type { EmailKey } from "./compose";
import { failureMessages, skipReasonMessages } from "./reason-messages";
import { sendEmail } from "./send";

/** So that a large event's mails neither hold up everybody's confirmations nor upset the mail server. */
const MAILS_PER_SECOND = 20;
/** About what the mail transport can hand over at once. */
const CONCURRENCY = 5;
/** Five seconds of mails: a serverless function has only so long to answer. */
const BATCH_SIZE = 5 * MAILS_PER_SECOND;
/** Failures in a row after which the mail server is taken to be down, and this to be no moment to go on. */
const MAX_CONSECUTIVE_FAILURES = 3;

/** `trouble`: why somebody stayed left. */
export type SendBatchResult = { settled: number; next: number | null; trouble: TemporaryFailure | null };
export type TemporaryFailure = Exclude<DeliveryFailure, "refused">;
type Recipient = { userId: number; bookingId: number | null };
type RecipientOutcome = { status: "done" | "failed" | "skipped"; reason: string | null };

/**
 * Mails the next of those who are left and notes what became of each. Whom the mail server did not take for now stays
 * left. `next`: whom to go on after, or null when the line has been walked to its end or is not worth walking now.
 */
export async function sendOperationBatch(operation: Operation, after: number): Promise<SendBatchResult> {
  const line = await db
    .select({ userId: operationRecipients.userId, bookingId: operationRecipients.bookingId })
    .from(operationRecipients)
    .where(
      and(
        eq(operationRecipients.operationId, operation.id),
        eq(operationRecipients.status, "left"),
        gt(operationRecipients.userId, after),
      ),
    )
    .orderBy(asc(operationRecipients.userId))
    .limit(BATCH_SIZE);
  const startedAt = Date.now();
  const queue = [...line.entries()];
  let settled = 0;
  let unavailable = 0;
  let trouble: TemporaryFailure | null = null;

  async function lane() {
    for (let next = queue.shift(); next && unavailable < MAX_CONSECUTIVE_FAILURES; next = queue.shift()) {
      const [at, recipient] = next;
      await sleep(startedAt + (at * 1_000) / MAILS_PER_SECOND - Date.now());
      const outcome = await sendToRecipient(operation, recipient);
      unavailable = outcome === "unavailable" ? unavailable + 1 : 0;
      if (typeof outcome === "string") trouble = outcome;
      else if (await settleRecipient(operation.id, recipient.userId, outcome)) settled += 1;
    }
  }
  // A lane that fails takes the line away from the others: nothing goes on behind a step that is tried again.
  const failing = (error: unknown) => {
    queue.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, () => lane().catch(failing)));
  const isWalked = line.length < BATCH_SIZE || unavailable >= MAX_CONSECUTIVE_FAILURES;
  return { settled, next: isWalked ? null : (line.at(-1)?.userId ?? null), trouble };
}

async function sendToRecipient(
  operation: Operation,
  recipient: Recipient,
): Promise<RecipientOutcome | TemporaryFailure> {
  try {
    const sent = await sendEmail(emailKeyFor(operation, recipient));
    return sent.ok ? { status: "done", reason: null } : { status: "skipped", reason: skipReasonMessages[sent.code] };
  } catch (error) {
    if (!(error instanceof EmailRejectedError)) {
      // One person's mail that cannot be written must not hold up everybody's. With the database gone, settling throws.
      log.error("operation.email.failed", { operationId: operation.id, error: errorName(error) });
      return { status: "failed", reason: failureMessages.broken };
    }
    return error.failure === "refused" ? { status: "failed", reason: failureMessages.refused } : error.failure;
  }
}

function emailKeyFor({ id, kind }: Operation, { userId, bookingId }: Recipient): EmailKey {
  if (kind === "message") return `message:${id}:${userId}`;
  if (bookingId === null) return `waitlist-closed:${id}:${userId}`;
  return kind === "event_change" ? `event-changed:${bookingId}:${id}` : `event-cancelled:${bookingId}`;
}

/** Conditional, so that each is settled once, whoever else is at it. */
async function settleRecipient(
  operationId: string,
  userId: number,
  { status, reason }: RecipientOutcome,
): Promise<boolean> {
  const rows = await db
    .update(operationRecipients)
    .set({ status, reason, settledAt: new Date() })
    .where(
      and(
        eq(operationRecipients.operationId, operationId),
        eq(operationRecipients.userId, userId),
        eq(operationRecipients.status, "left"),
      ),
    )
    .returning({ userId: operationRecipients.userId });
  return rows.length > 0;
}

function errorName(error: unknown) {
  return error instanceof Error ? error.name : "unknown";
}
