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
 * Records an admission by an offline device. Of two admissions of one ticket the earlier one counts, in whichever order
 * they arrive; the other one, and an admission with an invalid ticket, becomes a conflict for the team.
 */
export async function recordOfflineScan(
  db: Database,
  context: CheckInContext,
  offline: ScanInput,
): Promise<CheckInResult> {
  // Any day: the person has been let in.
  const scan = { ...offline, anyDay: true };
  const found = await findTicket(db, context.event.id, scan.ticket);
  const outcome = determineOutcome(context, found, scan);
  if (outcome === "not_a_code") return { ok: true, answer: toScanResponse(scan, outcome, context, found) };
  try {
    const isHere = found?.eventId === context.event.id;
    if (!isHere) return await recordConflict(db, context, scan, found, outcome);
    return await db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, found.id);
      const isVoid = ticket.status === "void" || found.event.status === "cancelled";
      if (isVoid) return recordConflict(tx, context, scan, found, "void");
      const active = await findActiveCheckIn(tx, context, scan, { ...ticket, id: found.id });
      if (active && active.at <= scan.at) return recordConflict(tx, context, scan, found, "already_in");
      if (active) await demoteToConflict(tx, context, found, active);
      await recordCheckIn(tx, context, scan, found, { ticket, active });
      return { ok: true, answer: toCheckedInResponse(scan, context, { ...found, checkedInAt: null }) };
    });
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return repeatResult(db, context, scan);
  }
}

/** Serializes with online scans, which update the same row. */
async function lockTicket(tx: Transaction, ticketId: number) {
  const [ticket] = await tx
    .select({ status: tickets.status, checkedInAt: tickets.checkedInAt })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for("no key update");
  if (!ticket) throw new Error("The ticket no longer exists");
  return ticket;
}

type ActiveCheckIn = { scanId: string | null; at: Date };

/** The admission that counts so far for the scan's day. Admissions from before scans were recorded have no scan id. */
async function findActiveCheckIn(
  tx: Transaction,
  context: CheckInContext,
  scan: ScanInput,
  ticket: { id: number; checkedInAt: Date | null },
): Promise<ActiveCheckIn | null> {
  const all = await listActiveCheckIns(tx, ticket.id);
  const { checkedInAt } = ticket;
  if (checkedInAt && isSameCheckIn(checkedInAt, scan.at, context.event)) {
    return { scanId: all.find(({ at }) => at.getTime() === checkedInAt.getTime())?.id ?? null, at: checkedInAt };
  }
  // The ticket holds its latest admission, which may be on a later day.
  const onDay = checkedInAt ? all.find(({ at }) => isSameCheckIn(at, scan.at, context.event)) : undefined;
  return onDay ? { scanId: onDay.id, at: onDay.at } : null;
}

/** An earlier admission has arrived: the recorded one was the second. */
async function demoteToConflict(
  tx: Transaction,
  context: CheckInContext,
  found: FoundTicket,
  { scanId }: ActiveCheckIn,
) {
  if (!scanId) return;
  await tx.update(scans).set({ outcome: "already_in", isConflict: true }).where(eq(scans.id, scanId));
  await recordScanAudit(tx, context, found, "scan.conflict", { outcome: "already_in" });
}

async function recordCheckIn(
  tx: Transaction,
  context: CheckInContext,
  scan: ScanInput,
  found: FoundTicket,
  { ticket, active }: { ticket: { checkedInAt: Date | null }; active: ActiveCheckIn | null },
) {
  const { checkedInAt } = ticket;
  const isLast = !checkedInAt || checkedInAt < scan.at || checkedInAt.getTime() === active?.at.getTime();
  if (isLast) {
    const admission = { checkedInAt: scan.at, checkedInBy: context.viewer.id };
    await tx.update(tickets).set(admission).where(eq(tickets.id, found.id));
  }
  await tx.insert(scans).values(toScanRow(context, scan, "admitted", found));
  await recordScanAudit(tx, context, found, "check-in.admitted");
}

async function recordConflict(
  db: Database | Transaction,
  context: CheckInContext,
  scan: ScanInput,
  found: FoundTicket | null,
  outcome: Parameters<typeof toScanRow>[2],
): Promise<CheckInResult> {
  const isConflict = true;
  await db.transaction(async (tx) => {
    await tx.insert(scans).values({ ...toScanRow(context, scan, outcome, found), isConflict });
    await recordScanAudit(tx, context, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: toScanResponse(scan, outcome, context, found, { isConflict }) };
}

/** The scan was sent before, perhaps online: if that response was lost, the device let in although the server refused. */
async function repeatResult(db: Database, context: CheckInContext, scan: ScanInput): Promise<CheckInResult> {
  const known = await repeatScanResult(db, context, scan);
  if (!known.ok || known.answer.outcome === "admitted" || known.answer.isConflict) return known;
  const found = await findTicket(db, context.event.id, scan.ticket);
  const { outcome } = known.answer;
  await db.transaction(async (tx) => {
    const marked = await tx
      .update(scans)
      .set({ isConflict: true })
      .where(and(eq(scans.id, scan.id), eq(scans.isConflict, false)))
      .returning({ id: scans.id });
    if (marked.length > 0) await recordScanAudit(tx, context, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: { ...known.answer, isConflict: true } };
}

function recordScanAudit(
  tx: Transaction,
  context: CheckInContext,
  found: FoundTicket | null,
  action: "scan.conflict" | "check-in.admitted",
  detail: Record<string, unknown> = {},
) {
  const { id: eventId, organizerId } = context.event;
  const bookingId = found?.eventId === eventId ? found.bookingId : undefined;
  return recordAudit(tx, { action, actorId: context.viewer.id, organizerId, eventId, bookingId, detail });
}
