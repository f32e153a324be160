import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { violates } from "@/db/errors";
import { executePrepared } from "@/db/prepared-statements";
import { scans } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { readCodes } from "@/lib/tickets/code-readings";
import { decideScan, type ScanOutcome } from "./decide-scan";
import { isEventDay, isSameCheckIn, startOfCheckInPeriod } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import { repeatScanResult, toCheckedInResponse, toScanResponse } from "./scan-response";
import { toScanRow } from "./scan-row";
import type { CheckInContext, CheckInResult, ScanInput } from "./types";

/** The condition on a ticket `t` to be let in. `since` null: once in total; else once since that time. */
export type TicketCondition = (since: Date | null) => SQL;

/**
 * Not checked in yet, or not on this day of an event that lasts for several. PostgreSQL evaluates it on the latest row
 * version once it has the row lock, so of any number of devices that scan one ticket, exactly one checks it in.
 */
const isNotCheckedIn: TicketCondition = (since) =>
  sql`t.status = 'valid' and (t.checked_in_at is null or t.checked_in_at < ${since?.toISOString() ?? null}::timestamptz)`;

/** Decides and records one scan. Idempotent by the id of the scan. */
export async function checkIn(
  db: Database,
  context: CheckInContext,
  scan: ScanInput,
  free = isNotCheckedIn,
): Promise<CheckInResult> {
  try {
    // Losing the race for a ticket means another try, which finds it checked in or void; or free again, after an undo.
    for (let tries = 0; tries < 5; tries += 1) {
      const found = await findTicket(db, context.event.id, scan.ticket);
      const outcome = determineOutcome(context, found, scan);
      if (outcome === "not_a_code" || outcome === "other_day")
        return { ok: true, answer: toScanResponse(scan, outcome, context, found) };
      if (outcome !== "admitted" || !found) {
        await db.insert(scans).values(toScanRow(context, scan, outcome, found));
        return { ok: true, answer: toScanResponse(scan, outcome, context, found) };
      }
      if (await claimTicket(db, context, scan, found, free))
        return { ok: true, answer: toCheckedInResponse(scan, context, found) };
    }
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return repeatScanResult(db, context, scan);
  }
  throw new Error("A ticket was let in and out again while it was scanned, five times over");
}

export function determineOutcome(context: CheckInContext, found: FoundTicket | null, scan: ScanInput): ScanOutcome {
  if ("text" in scan.ticket && readCodes(scan.ticket.text).length === 0) return "not_a_code";
  const isHere = found?.eventId === context.event.id;
  return decideScan({
    ticket:
      found && isHere
        ? {
            isVoid: found.status === "void" || found.event.status === "cancelled",
            isIn: found.checkedInAt !== null && isSameCheckIn(found.checkedInAt, scan.at, context.event),
          }
        : null,
    isElsewhere: found !== null && !isHere,
    isGenuine: null,
    isListComplete: true,
    isEventDay: isEventDay(scan.at, context.event),
    anyDay: scan.anyDay,
  });
}

/** Checks the ticket in and records the scan in one statement, to be fast while sales run. */
async function claimTicket(
  db: Database,
  context: CheckInContext,
  scan: ScanInput,
  found: FoundTicket,
  free: TicketCondition,
): Promise<boolean> {
  const { event, viewer } = context;
  const row = toScanRow(context, scan, "admitted", found);
  const action: AuditAction = "check-in.admitted";
  const admitted = await executePrepared(
    db,
    sql`with claimed as (
          update tickets t set checked_in_at = ${scan.at.toISOString()}::timestamptz, checked_in_by = ${viewer.id}::bigint,
            changed_at = now()
          where t.id = ${found.id}::bigint and ${free(startOfCheckInPeriod(scan.at, event))} returning t.id),
        scanned as (
          insert into scans (id, event_id, ticket_id, outcome, device, scanned_by, scanned_at, is_time_corrected)
          select ${row.id}::uuid, ${row.eventId}::bigint, id, ${row.outcome}::scan_outcome, ${row.device}::text,
            ${row.scannedBy}::bigint, ${row.scannedAt.toISOString()}::timestamptz, ${row.isTimeCorrected}::boolean from claimed),
        audited as (
          insert into audit_log (actor_id, action, organizer_id, event_id, booking_id)
          select ${viewer.id}::bigint, ${action}::text, ${event.organizerId}::bigint, ${event.id}::bigint,
            ${found.bookingId}::bigint from claimed)
        select id from claimed`,
  );
  return Array.isArray(admitted) && admitted.length > 0;
}
