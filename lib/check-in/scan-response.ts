import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { scans } from "@/db/schema";
import { looksLikeOtherLayout } from "@/lib/tickets/code-readings";
import type { ScanOutcome } from "./decide-scan";
import { type FoundTicket, findTicket } from "./find-ticket";
import type { CheckInContext, CheckInResult, ScanInput, ScanResponse } from "./types";

/** Repeats the response to a scan that is recorded already. */
export async function repeatScanResult(db: Database, context: CheckInContext, scan: ScanInput): Promise<CheckInResult> {
  const [known] = await db
    .select({ outcome: scans.outcome, ticketId: scans.ticketId, isConflict: scans.isConflict })
    .from(scans)
    .where(and(eq(scans.id, scan.id), eq(scans.eventId, context.event.id)));
  const found = await findTicket(db, context.event.id, scan.ticket);
  // The id belongs to a scan of another ticket.
  if (!known || known.outcome === "undone" || known.ticketId !== (found?.id ?? null))
    return { ok: false, code: "ID_TAKEN" };
  return { ok: true, answer: toScanResponse(scan, known.outcome, context, found, known) };
}

export function toCheckedInResponse(scan: ScanInput, context: CheckInContext, found: FoundTicket): ScanResponse {
  const now = { ...found, checkedInAt: scan.at, checkedInBy: context.viewer.name, device: scan.device };
  const { admission: before } = toScanResponse(scan, "admitted", context, found);
  return { ...toScanResponse(scan, "admitted", context, now), ...(before ? { before } : {}) };
}

/** `isConflict`: the person was let in regardless. */
export function toScanResponse(
  scan: ScanInput,
  outcome: ScanOutcome,
  context: CheckInContext,
  found: FoundTicket | null,
  { isConflict = false } = {},
): ScanResponse {
  const answer = { id: scan.id, outcome, ...(isConflict ? { isConflict } : {}) };
  if (!found) {
    const isMistyped = "text" in scan.ticket && looksLikeOtherLayout(scan.ticket.text);
    return isMistyped ? { ...answer, isOtherLayout: true } : answer;
  }
  if (found.eventId !== context.event.id) {
    const { organizerId, name, startsAt, timeZone } = found.event;
    // Tickets of other organizers' events stay private.
    if (organizerId !== context.event.organizerId) return answer;
    return { ...answer, otherEvent: { name, startsAt: startsAt.toISOString(), timeZone } };
  }
  const { fingerprint, holderName, typeName, checkedInAt, checkedInBy, device } = found;
  return {
    ...answer,
    ticket: { fingerprint, holderName, typeName },
    ...(checkedInAt ? { admission: { at: checkedInAt.toISOString(), by: checkedInBy, device } } : {}),
  };
}
