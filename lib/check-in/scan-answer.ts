import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { scans } from "@/db/schema";
import { seemsOtherLayout } from "@/lib/tickets/code-readings";
import type { ScanAnswer } from "./answers";
import type { Outcome } from "./decide";
import type { Door, DoorScan, ScanResult } from "./door";
import { type FoundTicket, findTicket } from "./find-ticket";

/** The answer to a scan whose id is in the book: what was answered then. */
export async function answerAgain(db: Database, door: Door, scan: DoorScan): Promise<ScanResult> {
  const [known] = await db
    .select({ outcome: scans.outcome, ticketId: scans.ticketId, isConflict: scans.isConflict })
    .from(scans)
    .where(and(eq(scans.id, scan.id), eq(scans.eventId, door.event.id)));
  const found = await findTicket(db, door.event.id, scan.ticket);
  // An id that was used for something else says nothing about this ticket.
  if (!known || known.outcome === "undone" || known.ticketId !== (found?.id ?? null))
    return { ok: false, code: "ID_TAKEN" };
  return { ok: true, answer: answerOf(scan, known.outcome, door, found, known) };
}

export function admittedAnswer(scan: DoorScan, door: Door, found: FoundTicket): ScanAnswer {
  const now = { ...found, checkedInAt: scan.at, checkedInBy: door.viewer.name, device: scan.device };
  const { admission: before } = answerOf(scan, "admitted", door, found);
  return { ...answerOf(scan, "admitted", door, now), ...(before ? { before } : {}) };
}

/** `isConflict`: somebody walked in on it all the same. */
export function answerOf(
  scan: DoorScan,
  outcome: Outcome,
  door: Door,
  found: FoundTicket | null,
  { isConflict = false } = {},
): ScanAnswer {
  const answer = { id: scan.id, outcome, ...(isConflict ? { isConflict } : {}) };
  if (!found) {
    const isMistyped = "text" in scan.ticket && seemsOtherLayout(scan.ticket.text);
    return isMistyped ? { ...answer, isOtherLayout: true } : answer;
  }
  if (found.eventId !== door.event.id) {
    const { organizerId, name, startsAt, timeZone } = found.event;
    // What other organizers' tickets are for is not told to this one.
    if (organizerId !== door.event.organizerId) return answer;
    return { ...answer, otherEvent: { name, startsAt: startsAt.toISOString(), timeZone } };
  }
  const { fingerprint, holderName, typeName, checkedInAt, checkedInBy, device } = found;
  return {
    ...answer,
    ticket: { fingerprint, holderName, typeName },
    ...(checkedInAt ? { admission: { at: checkedInAt.toISOString(), by: checkedInBy, device } } : {}),
  };
}
