import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients } from "@/db/schema";
import { type DeliveryFailure, EmailRejectedError } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import type { Operation } from "@/lib/operations/operation";
import { failureReasons, skipReasons } from "@/texts/messages";
import type { EmailKey, EmailSkipReason } from "./compose";
import { sendEmail } from "./send";

const skipReasonTexts: Record<EmailSkipReason, string> = skipReasons;

/** Throttled, so that a large event doesn't delay booking confirmations or overload the mail server. */
const EMAILS_PER_SECOND = 20;
/** About the connections of the email transport. */
const CONCURRENCY = 5;
/** Five seconds of emails: serverless functions have a time limit. */
const BATCH_SIZE = 5 * EMAILS_PER_SECOND;
/** After as many failures in a row the mail server counts as down, and the pass ends. */
const MAX_CONSECUTIVE_FAILURES = 3;

/** `trouble`: why a recipient stayed "left". */
export type SendBatchResult = { settled: number; next: number | null; trouble: TemporaryFailure | null };
export type TemporaryFailure = Exclude<DeliveryFailure, "refused">;
type Recipient = { userId: number; bookingId: number | null };
type RecipientOutcome = { status: "done" | "failed" | "skipped"; reason: string | null };

/**
 * Emails the next batch of remaining recipients and records each outcome. Recipients stay "left" after a temporary
 * failure of the mail server. `next`: the cursor for the next batch, or null if the pass has ended or the server is down.
 */
export async function sendOperationBatch(operation: Operation, after: number): Promise<SendBatchResult> {
  const batch = await db
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
  const queue = [...batch.entries()];
  let settled = 0;
  let unavailable = 0;
  let trouble: TemporaryFailure | null = null;

  async function work() {
    for (let next = queue.shift(); next && unavailable < MAX_CONSECUTIVE_FAILURES; next = queue.shift()) {
      const [at, recipient] = next;
      await sleep(startedAt + (at * 1_000) / EMAILS_PER_SECOND - Date.now());
      const outcome = await sendToRecipient(operation, recipient);
      unavailable = outcome === "unavailable" ? unavailable + 1 : 0;
      if (typeof outcome === "string") trouble = outcome;
      else if (await settleRecipient(operation.id, recipient.userId, outcome)) settled += 1;
    }
  }
  // An error empties the queue, so that no worker sends on while the step is retried.
  const stopAll = (error: unknown) => {
    queue.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, () => work().catch(stopAll)));
  const hasEnded = batch.length < BATCH_SIZE || unavailable >= MAX_CONSECUTIVE_FAILURES;
  return { settled, next: hasEnded ? null : (batch.at(-1)?.userId ?? null), trouble };
}

async function sendToRecipient(
  operation: Operation,
  recipient: Recipient,
): Promise<RecipientOutcome | TemporaryFailure> {
  try {
    const sent = await sendEmail(emailKeyFor(operation, recipient));
    return sent.ok ? { status: "done", reason: null } : { status: "skipped", reason: skipReasonTexts[sent.code] };
  } catch (error) {
    if (!(error instanceof EmailRejectedError)) {
      // An email that can't be composed fails for one recipient only. If the database is down, settling throws.
      log.error("operation.email.failed", { operationId: operation.id, error: errorName(error) });
      return { status: "failed", reason: failureReasons.broken };
    }
    return error.failure === "refused" ? { status: "failed", reason: failureReasons.refused } : error.failure;
  }
}

function emailKeyFor({ id, kind }: Operation, { userId, bookingId }: Recipient): EmailKey {
  if (kind === "message") return `message:${id}:${userId}`;
  if (bookingId === null) return `waitlist-closed:${id}:${userId}`;
  return kind === "event_change" ? `event-changed:${bookingId}:${id}` : `event-cancelled:${bookingId}`;
}

/** Conditional, so that concurrent runs settle each recipient once. */
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
