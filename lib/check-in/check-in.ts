import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/organize/audit";
import { codeReadings } from "@/lib/tickets/code-readings";
import type { ScanAnswer } from "./answers";
import { decide, type Outcome } from "./decide";
import { admissionSince, isEventDay, isSameAdmission } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import { admittedAnswer, answerAgain, answerOf } from "./scan-answer";
import { scanRow } from "./scan-row";
import type { ScanRequest } from "./schema";

/** The door at which somebody stands whose right to be there the caller has checked. */
export type Door = {
  event: {
    id: number;
    organizerId: number;
    status: "draft" | "published" | "cancelled";
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
  };
  viewer: { id: number; name: string };
};

export type DoorScan = ScanRequest & { at: Date; isTimeCorrected?: boolean };
export type ScanResult = { ok: true; answer: ScanAnswer } | { ok: false; code: "ID_TAKEN" };
/** `since`: when the day began for which a ticket is let in; null where it is let in once in all. */
type Admitting = { at: Date; by: number; since: Date | null };
export type ClaimTicket = (tx: Transaction, ticketId: number, admission: Admitting) => Promise<boolean>;

const isFree = (since: Date | null) =>
  since ? or(isNull(tickets.checkedInAt), lt(tickets.checkedInAt, since)) : isNull(tickets.checkedInAt);

/**
 * Admits, if nobody else has, or nobody on this day where the event lasts for days. The condition is what makes it once: PostgreSQL checks it on the row as it is when the
 * row is free, so of any number of doors scanning one ticket, one finds it as the condition wants it.
 */
const claimTicket: ClaimTicket = async (tx, ticketId, { at, by, since }) => {
  const claimed = await tx
    .update(tickets)
    .set({ checkedInAt: at, checkedInBy: by })
    .where(and(eq(tickets.id, ticketId), isFree(since), eq(tickets.status, "valid")))
    .returning({ id: tickets.id });
  return claimed.length > 0;
};

/** One scan at a door. The same scan sent again changes nothing and is answered the same. */
export async function checkIn(db: Database, door: Door, scan: DoorScan, claim = claimTicket): Promise<ScanResult> {
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
      if (await admit(db, door, scan, found, claim)) return { ok: true, answer: admittedAnswer(scan, door, found) };
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

function admit(db: Database, door: Door, scan: DoorScan, found: FoundTicket, claim: ClaimTicket): Promise<boolean> {
  return db.transaction(async (tx) => {
    const since = admissionSince(scan.at, door.event);
    if (!(await claim(tx, found.id, { at: scan.at, by: door.viewer.id, since }))) return false;
    await tx.insert(scans).values(scanRow(door, scan, "admitted", found));
    await recordAudit(tx, {
      action: "check-in.admitted",
      actorId: door.viewer.id,
      organizerId: door.event.organizerId,
      eventId: door.event.id,
      bookingId: found.bookingId,
    });
    return true;
  });
}
