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

/** What has to be true of a ticket, `t`, to be let in; null: it is let in once in all, else once since then. */
export type TicketCondition = (since: Date | null) => SQL;

/**
 * Nobody else has let it in, or nobody on this day where the event lasts for days. PostgreSQL checks it on the row as it
 * is when the row is free, so of any number of doors scanning one ticket, one finds it as the condition wants it.
 */
const isNotCheckedIn: TicketCondition = (since) =>
  sql`t.status = 'valid' and (t.checked_in_at is null or t.checked_in_at < ${since?.toISOString() ?? null}::timestamptz)`;

/** One scan at a door. The same scan sent again changes nothing and is answered the same. */
export async function checkIn(
  db: Database,
  door: CheckInContext,
  scan: ScanInput,
  free = isNotCheckedIn,
): Promise<CheckInResult> {
  try {
    // Whoever loses the race for a ticket looks again, and finds it in, or void; or free, if that was undone meanwhile.
    for (let looks = 0; looks < 5; looks += 1) {
      const found = await findTicket(db, door.event.id, scan.ticket);
      const outcome = determineOutcome(door, found, scan);
      if (outcome === "not_a_code" || outcome === "other_day")
        return { ok: true, answer: toScanResponse(scan, outcome, door, found) };
      if (outcome !== "admitted" || !found) {
        await db.insert(scans).values(toScanRow(door, scan, outcome, found));
        return { ok: true, answer: toScanResponse(scan, outcome, door, found) };
      }
      if (await claimTicket(db, door, scan, found, free))
        return { ok: true, answer: toCheckedInResponse(scan, door, found) };
    }
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return repeatScanResult(db, door, scan);
  }
  throw new Error("A ticket was let in and out again while it was scanned, five times over");
}

export function determineOutcome(door: CheckInContext, found: FoundTicket | null, scan: ScanInput): ScanOutcome {
  if ("text" in scan.ticket && readCodes(scan.ticket.text).length === 0) return "not_a_code";
  const isHere = found?.eventId === door.event.id;
  return decideScan({
    ticket:
      found && isHere
        ? {
            isVoid: found.status === "void" || found.event.status === "cancelled",
            isIn: found.checkedInAt !== null && isSameCheckIn(found.checkedInAt, scan.at, door.event),
          }
        : null,
    isElsewhere: found !== null && !isHere,
    isGenuine: null,
    isListComplete: true,
    isEventDay: isEventDay(scan.at, door.event),
    anyDay: scan.anyDay,
  });
}

/** Lets the ticket in and writes that down, in one statement: doors scan while everybody books. */
async function claimTicket(
  db: Database,
  door: CheckInContext,
  scan: ScanInput,
  found: FoundTicket,
  free: TicketCondition,
): Promise<boolean> {
  const { event, viewer } = door;
  const row = toScanRow(door, scan, "admitted", found);
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
