import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { operationRecipients } from "@/db/schema";
import { MailNotAccepted, type Verdict } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import type { Operation } from "@/lib/operations/operation";
import type { MailKey } from "./compose";
import { failedReasons, skippedReasons } from "./reasons";
import { sendMail } from "./send";

/** So that a large event's mails neither hold up everybody's confirmations nor upset the mail server. */
const MAILS_PER_SECOND = 20;
/** About what the mail transport can hand over at once. */
const LANES = 5;
/** Five seconds of mails: a serverless function has only so long to answer. */
const BATCH = 5 * MAILS_PER_SECOND;
/** Failures in a row after which the mail server is taken to be down, and this to be no moment to go on. */
const DOWN_AFTER = 3;

/** `trouble`: why somebody stayed left. */
export type Sent = { settled: number; next: number | null; trouble: Trouble | null };
export type Trouble = Exclude<Verdict, "refused">;
type Recipient = { userId: number; bookingId: number | null };
type Settlement = { status: "done" | "failed" | "skipped"; reason: string | null };

/**
 * Mails the next of those who are left and notes what became of each. Whom the mail server did not take for now stays
 * left. `next`: whom to go on after, or null when the line has been walked to its end or is not worth walking now.
 */
export async function sendSome(operation: Operation, after: number): Promise<Sent> {
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
    .limit(BATCH);
  const startedAt = Date.now();
  const queue = [...line.entries()];
  let settled = 0;
  let unavailable = 0;
  let trouble: Trouble | null = null;

  async function lane() {
    for (let next = queue.shift(); next && unavailable < DOWN_AFTER; next = queue.shift()) {
      const [at, recipient] = next;
      await sleep(startedAt + (at * 1_000) / MAILS_PER_SECOND - Date.now());
      const outcome = await mail(operation, recipient);
      unavailable = outcome === "unavailable" ? unavailable + 1 : 0;
      if (typeof outcome === "string") trouble = outcome;
      else if (await settle(operation.id, recipient.userId, outcome)) settled += 1;
    }
  }
  // A lane that fails takes the line away from the others: nothing goes on behind a step that is tried again.
  const failing = (error: unknown) => {
    queue.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: LANES }, () => lane().catch(failing)));
  const isWalked = line.length < BATCH || unavailable >= DOWN_AFTER;
  return { settled, next: isWalked ? null : (line.at(-1)?.userId ?? null), trouble };
}

async function mail(operation: Operation, recipient: Recipient): Promise<Settlement | Trouble> {
  try {
    const sent = await sendMail(keyFor(operation, recipient));
    return sent.ok ? { status: "done", reason: null } : { status: "skipped", reason: skippedReasons[sent.code] };
  } catch (error) {
    if (!(error instanceof MailNotAccepted)) {
      // One person's mail that cannot be written must not hold up everybody's. With the database gone, settling throws.
      log.error("operation.mail_failed", { operationId: operation.id, error: errorName(error) });
      return { status: "failed", reason: failedReasons.broken };
    }
    return error.verdict === "refused" ? { status: "failed", reason: failedReasons.refused } : error.verdict;
  }
}

function keyFor({ id, kind }: Operation, { userId, bookingId }: Recipient): MailKey {
  if (kind === "message") return `message:${id}:${userId}`;
  if (bookingId === null) return `waitlist-closed:${id}:${userId}`;
  return kind === "event_change" ? `event-changed:${bookingId}:${id}` : `event-cancelled:${bookingId}`;
}

/** Conditional, so that each is settled once, whoever else is at it. */
async function settle(operationId: string, userId: number, { status, reason }: Settlement): Promise<boolean> {
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
