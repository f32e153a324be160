import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { scans } from "@/db/schema";
import type { ScanOutcome } from "./decide-scan";
import type { FoundTicket } from "./find-ticket";
import type { CheckInContext, ScanInput } from "./types";

type RecordedOutcome = (typeof scans.$inferSelect)["outcome"];

export function toScanRow(
  context: CheckInContext,
  scan: ScanInput,
  outcome: ScanOutcome,
  found: FoundTicket | null,
): typeof scans.$inferInsert & { isTimeCorrected: boolean } {
  return {
    id: scan.id,
    eventId: context.event.id,
    ticketId: found?.id ?? null,
    outcome: toRecordedOutcome(outcome),
    device: scan.device,
    scannedBy: context.viewer.id,
    scannedAt: scan.at,
    isTimeCorrected: scan.isTimeCorrected ?? false,
  };
}

function toRecordedOutcome(outcome: ScanOutcome): RecordedOutcome {
  switch (outcome) {
    case "admitted":
    case "already_in":
    case "void":
    case "other_event":
    case "unknown":
      return outcome;
    default:
      throw new Error(`${outcome} is not recorded`);
  }
}

export const isUndone = sql`exists (select from ${scans} undo where undo.undoes = ${scans.id})`;

/** The admissions of a ticket that were not undone, oldest first: one, or one for each day of the event. */
export function listActiveCheckIns(queryable: Queryable, ticketId: number) {
  return queryable
    .select({ id: scans.id, at: scans.scannedAt, by: scans.scannedBy })
    .from(scans)
    .where(and(eq(scans.ticketId, ticketId), eq(scans.outcome, "admitted"), sql`not ${isUndone}`))
    .orderBy(asc(scans.scannedAt));
}
