import type { OperationSummary, RecipientStatus } from "@/lib/operations/types";
import { formatTime } from "@/lib/time/format";

export const recipientStatusLabels: Record<RecipientStatus, string> = {
  failed: "Failed",
  skipped: "Skipped",
  left: "To go",
  done: "Done",
};

export function formatOperationTitle({ kind, subject }: Pick<OperationSummary, "kind" | "subject">): string {
  if (kind === "message") return subject ?? "Message";
  return kind === "event_cancellation" ? "Cancelling the event" : "Telling of the new date or place";
}

export function countRecipients({ counts }: Pick<OperationSummary, "counts">): number {
  return counts.left + counts.done + counts.failed + counts.skipped;
}

/** Of all of them, those who need nothing more. */
export function countSettledRecipients({ counts }: Pick<OperationSummary, "counts">): number {
  return counts.done + counts.skipped;
}

/** About as fast as mails go out. */
const MAILS_PER_SECOND = 20;

/** What an operation is doing now, in a sentence. */
export function formatOperationState(operation: OperationSummary, timeZone: string): string {
  const { kind, counts, createdAt, listedAt, finishedAt } = operation;
  const total = countRecipients(operation);
  if (finishedAt) {
    if (total === 0) return kind === "event_change" ? "Nobody had to be told." : "There was nobody to tell.";
    return counts.failed > 0 ? "Finished, but not everybody was reached." : "Finished.";
  }
  if (!listedAt) {
    if (kind === "event_cancellation") return `Bookings are being cancelled: ${total.toLocaleString("en-GB")} so far.`;
    if (kind === "message") return "Finding out who it is for.";
    const begins = new Date(createdAt.getTime() + 2 * 60_000);
    return `Waits until ${formatTime(begins, timeZone)} for further changes, so that several make one mail.`;
  }
  const minutes = Math.ceil(counts.left / MAILS_PER_SECOND / 60);
  return `Mails are going out: about ${minutes} ${minutes === 1 ? "minute" : "minutes"} to go. You can leave this page.`;
}
