import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { scans } from "@/db/schema";
import { looksLikeOtherLayout } from "@/lib/tickets/code-readings";
import type { ScanOutcome } from "./decide-scan";
import { type FoundTicket, findTicket } from "./find-ticket";
import type { CheckInContext, CheckInResult, ScanInput, ScanResponse } from "./types";

/** The answer to a scan whose id is in the book: what was answered then. */
export async function repeatScanResult(db: Database, door: CheckInContext, scan: ScanInput): Promise<CheckInResult> {
  const [known] = await db
    .select({ outcome: scans.outcome, ticketId: scans.ticketId, isConflict: scans.isConflict })
    .from(scans)
    .where(and(eq(scans.id, scan.id), eq(scans.eventId, door.event.id)));
  const found = await findTicket(db, door.event.id, scan.ticket);
  // An id that was used for something else says nothing about this ticket.
  if (!known || known.outcome === "undone" || known.ticketId !== (found?.id ?? null))
    return { ok: false, code: "ID_TAKEN" };
  return { ok: true, answer: toScanResponse(scan, known.outcome, door, found, known) };
}

export function toCheckedInResponse(scan: ScanInput, door: CheckInContext, found: FoundTicket): ScanResponse {
  const now = { ...found, checkedInAt: scan.at, checkedInBy: door.viewer.name, device: scan.device };
  const { admission: before } = toScanResponse(scan, "admitted", door, found);
  return { ...toScanResponse(scan, "admitted", door, now), ...(before ? { before } : {}) };
}

/** `isConflict`: somebody walked in on it all the same. */
export function toScanResponse(
  scan: ScanInput,
  outcome: ScanOutcome,
  door: CheckInContext,
  found: FoundTicket | null,
  { isConflict = false } = {},
): ScanResponse {
  const answer = { id: scan.id, outcome, ...(isConflict ? { isConflict } : {}) };
  if (!found) {
    const isMistyped = "text" in scan.ticket && looksLikeOtherLayout(scan.ticket.text);
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
