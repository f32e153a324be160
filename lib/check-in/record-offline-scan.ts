import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { determineOutcome } from "./check-in";
import { isSameCheckIn } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import { repeatScanResult, toCheckedInResponse, toScanResponse } from "./scan-response";
import { listActiveCheckIns, toScanRow } from "./scan-row";
import type { CheckInContext, CheckInResult, ScanInput } from "./types";

/**
 * Writes down somebody whom a device has let in without a network. Of two admissions of one ticket the earlier one
 * stands, whichever is told of first; the other, and whoever came in with no right to, is a conflict for the team.
 */
export async function recordOfflineScan(
  db: Database,
  door: CheckInContext,
  offline: ScanInput,
): Promise<CheckInResult> {
  // Whatever the day: they are in.
  const scan = { ...offline, anyDay: true };
  const found = await findTicket(db, door.event.id, scan.ticket);
  const outcome = determineOutcome(door, found, scan);
  if (outcome === "not_a_code") return { ok: true, answer: toScanResponse(scan, outcome, door, found) };
  try {
    const isHere = found?.eventId === door.event.id;
    if (!isHere) return await recordConflict(db, door, scan, found, outcome);
    return await db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, found.id);
      const isVoid = ticket.status === "void" || found.event.status === "cancelled";
      if (isVoid) return recordConflict(tx, door, scan, found, "void");
      const standing = await findActiveCheckIn(tx, door, scan, { ...ticket, id: found.id });
      if (standing && standing.at <= scan.at) return recordConflict(tx, door, scan, found, "already_in");
      if (standing) await demoteToConflict(tx, door, found, standing);
      await recordCheckIn(tx, door, scan, found, { ticket, standing });
      return { ok: true, answer: toCheckedInResponse(scan, door, { ...found, checkedInAt: null }) };
    });
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return repeatResult(db, door, scan);
  }
}

/** One after the other, with the doors that are online, too: they write the same row. */
async function lockTicket(tx: Transaction, ticketId: number) {
  const [ticket] = await tx
    .select({ status: tickets.status, checkedInAt: tickets.checkedInAt })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for("no key update");
  if (!ticket) throw new Error("A ticket is gone");
  return ticket;
}

type ActiveCheckIn = { scanId: string | null; at: Date };

/** The admission for the scan's day that counts so far. One may have been made before scans were written down. */
async function findActiveCheckIn(
  tx: Transaction,
  door: CheckInContext,
  scan: ScanInput,
  ticket: { id: number; checkedInAt: Date | null },
): Promise<ActiveCheckIn | null> {
  const all = await listActiveCheckIns(tx, ticket.id);
  const { checkedInAt } = ticket;
  if (checkedInAt && isSameCheckIn(checkedInAt, scan.at, door.event)) {
    return { scanId: all.find(({ at }) => at.getTime() === checkedInAt.getTime())?.id ?? null, at: checkedInAt };
  }
  // The ticket says when it was let in last, which may have been on a later day.
  const onDay = checkedInAt ? all.find(({ at }) => isSameCheckIn(at, scan.at, door.event)) : undefined;
  return onDay ? { scanId: onDay.id, at: onDay.at } : null;
}

/** An earlier admission has come to light: the one that stood was the second. */
async function demoteToConflict(tx: Transaction, door: CheckInContext, found: FoundTicket, { scanId }: ActiveCheckIn) {
  if (!scanId) return;
  await tx.update(scans).set({ outcome: "already_in", isConflict: true }).where(eq(scans.id, scanId));
  await recordScanAudit(tx, door, found, "scan.conflict", { outcome: "already_in" });
}

async function recordCheckIn(
  tx: Transaction,
  door: CheckInContext,
  scan: ScanInput,
  found: FoundTicket,
  { ticket, standing }: { ticket: { checkedInAt: Date | null }; standing: ActiveCheckIn | null },
) {
  const { checkedInAt } = ticket;
  const isLast = !checkedInAt || checkedInAt < scan.at || checkedInAt.getTime() === standing?.at.getTime();
  if (isLast) {
    const admission = { checkedInAt: scan.at, checkedInBy: door.viewer.id };
    await tx.update(tickets).set(admission).where(eq(tickets.id, found.id));
  }
  await tx.insert(scans).values(toScanRow(door, scan, "admitted", found));
  await recordScanAudit(tx, door, found, "check-in.admitted");
}

async function recordConflict(
  db: Database | Transaction,
  door: CheckInContext,
  scan: ScanInput,
  found: FoundTicket | null,
  outcome: Parameters<typeof toScanRow>[2],
): Promise<CheckInResult> {
  const isConflict = true;
  await db.transaction(async (tx) => {
    await tx.insert(scans).values({ ...toScanRow(door, scan, outcome, found), isConflict });
    await recordScanAudit(tx, door, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: toScanResponse(scan, outcome, door, found, { isConflict }) };
}

/** It was sent before; perhaps as a question whose refusal did not arrive, so that the device let in by itself. */
async function repeatResult(db: Database, door: CheckInContext, scan: ScanInput): Promise<CheckInResult> {
  const known = await repeatScanResult(db, door, scan);
  if (!known.ok || known.answer.outcome === "admitted" || known.answer.isConflict) return known;
  const found = await findTicket(db, door.event.id, scan.ticket);
  const { outcome } = known.answer;
  await db.transaction(async (tx) => {
    const marked = await tx
      .update(scans)
      .set({ isConflict: true })
      .where(and(eq(scans.id, scan.id), eq(scans.isConflict, false)))
      .returning({ id: scans.id });
    if (marked.length > 0) await recordScanAudit(tx, door, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: { ...known.answer, isConflict: true } };
}

function recordScanAudit(
  tx: Transaction,
  door: CheckInContext,
  found: FoundTicket | null,
  action: "scan.conflict" | "check-in.admitted",
  detail: Record<string, unknown> = {},
) {
  const { id: eventId, organizerId } = door.event;
  const bookingId = found?.eventId === eventId ? found.bookingId : undefined;
  return recordAudit(tx, { action, actorId: door.viewer.id, organizerId, eventId, bookingId, detail });
}
