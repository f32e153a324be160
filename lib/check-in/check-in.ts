import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { violates } from "@/db/errors";
import { prepared } from "@/db/prepared";
import { scans } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { codeReadings } from "@/lib/tickets/code-readings";
import { decide, type Outcome } from "./decide";
import type { Door, DoorScan, ScanResult } from "./door";
import { admissionSince, isEventDay, isSameAdmission } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import { admittedAnswer, answerAgain, answerOf } from "./scan-answer";
import { scanRow } from "./scan-row";

/** What has to be true of a ticket, `t`, to be let in; null: it is let in once in all, else once since then. */
export type FreeTicket = (since: Date | null) => SQL;

/**
 * Nobody else has let it in, or nobody on this day where the event lasts for days. PostgreSQL checks it on the row as it
 * is when the row is free, so of any number of doors scanning one ticket, one finds it as the condition wants it.
 */
const isFree: FreeTicket = (since) =>
  sql`t.status = 'valid' and (t.checked_in_at is null or t.checked_in_at < ${since?.toISOString() ?? null}::timestamptz)`;

/** One scan at a door. The same scan sent again changes nothing and is answered the same. */
export async function checkIn(db: Database, door: Door, scan: DoorScan, free = isFree): Promise<ScanResult> {
  try {
    // Whoever loses the race for a ticket looks again, and finds it in, or void; or free, if that was undone meanwhile.
    for (let looks = 0; looks < 5; looks += 1) {
      const found = await findTicket(db, door.event.id, scan.ticket);
      const outcome = outcomeOf(door, found, scan);
      if (outcome === "not_a_code" || outcome === "other_day")
        return { ok: true, answer: answerOf(scan, outcome, door, found) };
      if (outcome !== "admitted" || !found) {
        await db.insert(scans).values(scanRow(door, scan, outcome, found));
        return { ok: true, answer: answerOf(scan, outcome, door, found) };
      }
      if (await admit(db, door, scan, found, free)) return { ok: true, answer: admittedAnswer(scan, door, found) };
    }
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return answerAgain(db, door, scan);
  }
  throw new Error("A ticket was let in and out again while it was scanned, five times over");
}

export function outcomeOf(door: Door, found: FoundTicket | null, scan: DoorScan): Outcome {
  if ("text" in scan.ticket && codeReadings(scan.ticket.text).length === 0) return "not_a_code";
  const isHere = found?.eventId === door.event.id;
  return decide({
    ticket:
      found && isHere
        ? {
            isVoid: found.status === "void" || found.event.status === "cancelled",
            isIn: found.checkedInAt !== null && isSameAdmission(found.checkedInAt, scan.at, door.event),
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
async function admit(db: Database, door: Door, scan: DoorScan, found: FoundTicket, free: FreeTicket): Promise<boolean> {
  const { event, viewer } = door;
  const row = scanRow(door, scan, "admitted", found);
  const action: AuditAction = "check-in.admitted";
  const admitted = await prepared(
    db,
    sql`with claimed as (
          update tickets t set checked_in_at = ${scan.at.toISOString()}::timestamptz, checked_in_by = ${viewer.id}::bigint,
            changed_at = now()
          where t.id = ${found.id}::bigint and ${free(admissionSince(scan.at, event))} returning t.id),
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
