import type { OperationSummary, RecipientStatus } from "@/lib/operations/types";
import { operationStates, operationTitles, recipientStatuses } from "@/texts/messages";

export const recipientStatusLabels: Record<RecipientStatus, string> = recipientStatuses;

export function formatOperationTitle({ kind, subject }: Pick<OperationSummary, "kind" | "subject">): string {
  return (kind === "message" ? subject : null) ?? operationTitles[kind];
}

export function countRecipients({ counts }: Pick<OperationSummary, "counts">): number {
  return counts.left + counts.done + counts.failed + counts.skipped;
}

/** Recipients that need nothing more. */
export function countSettledRecipients({ counts }: Pick<OperationSummary, "counts">): number {
  return counts.done + counts.skipped;
}

/** The approximate throughput. */
const EMAILS_PER_SECOND = 20;
const CHANGE_DELAY_MS = 2 * 60_000;

/** What an operation is doing now. `{time}` in the text stands for `startsAt`. */
export function describeOperationState(operation: OperationSummary): { text: string; startsAt: Date } {
  const startsAt = new Date(operation.createdAt.getTime() + CHANGE_DELAY_MS);
  return { text: stateText(operation), startsAt };
}

function stateText(operation: OperationSummary): string {
  const { kind, counts, listedAt, finishedAt } = operation;
  const total = countRecipients(operation);
  if (finishedAt) {
    if (total === 0) return operationStates.nobodyToNotify;
    return counts.failed > 0 ? operationStates.finishedWithFailures : operationStates.finished;
  }
  if (!listedAt) {
    if (kind === "event_cancellation") return operationStates.cancelling(total.toLocaleString("en-GB"));
    return kind === "message" ? operationStates.findingRecipients : operationStates.waiting;
  }
  return operationStates.sending(Math.ceil(counts.left / EMAILS_PER_SECOND / 60));
}
