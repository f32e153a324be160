import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { isSameCheckIn } from "./event-day";
import { isUndone, listActiveCheckIns } from "./scan-row";
import type { UndoRequest } from "./schema";
import type { CheckInContext } from "./types";

export type UndoInput = UndoRequest & { at: Date };
export type UndoResult = { ok: true } | { ok: false; code: "NOT_ADMITTED" };

/** Undoes an admission, as if the ticket had not been scanned; a conflict is resolved by it. Idempotent. */
export async function undoScan(db: Database, context: CheckInContext, undo: UndoInput): Promise<UndoResult> {
  const [scan] = await db
    .select({ ticketId: scans.ticketId })
    .from(scans)
    .where(and(eq(scans.id, undo.scanId), eq(scans.eventId, context.event.id)));
  if (!scan) return { ok: false, code: "NOT_ADMITTED" };
  const { ticketId } = scan;
  try {
    return await db.transaction(async (tx): Promise<UndoResult> => {
      // Serializes with scans and other undos of the ticket.
      if (ticketId)
        await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.id, ticketId)).for("no key update");
      const [earlier] = await tx.select({ id: scans.id }).from(scans).where(eq(scans.undoes, undo.scanId));
      if (earlier) return earlier.id === undo.id ? { ok: true } : { ok: false, code: "NOT_ADMITTED" };
      const bookingId = await revokeCheckIn(tx, undo.scanId, context);
      if (bookingId === null) return { ok: false, code: "NOT_ADMITTED" };
      await tx.insert(scans).values({
        id: undo.id,
        eventId: context.event.id,
        ticketId,
        outcome: "undone",
        undoes: undo.scanId,
        device: undo.device,
        scannedBy: context.viewer.id,
        scannedAt: undo.at,
      });
      const { id: eventId, organizerId } = context.event;
      const actorId = context.viewer.id;
      await recordAudit(tx, { action: "check-in.undone", actorId, organizerId, eventId, bookingId });
      return { ok: true };
    });
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return { ok: false, code: "NOT_ADMITTED" };
  }
}

/** The booking of the ticket; undefined where that is of another event; null where the scan let nobody in. */
async function revokeCheckIn(
  tx: Transaction,
  scanId: string,
  context: CheckInContext,
): Promise<number | undefined | null> {
  const [scan] = await tx
    .select({
      ...{ ticketId: scans.ticketId, outcome: scans.outcome, isConflict: scans.isConflict },
      ...{
        at: scans.scannedAt,
        eventId: tickets.eventId,
        bookingId: tickets.bookingId,
        checkedInAt: tickets.checkedInAt,
      },
    })
    .from(scans)
    .leftJoin(tickets, eq(tickets.id, scans.ticketId))
    .where(eq(scans.id, scanId));
  if (!scan || (scan.outcome !== "admitted" && !scan.isConflict)) return null;
  const settled = { settledAt: sql`now()`, settledBy: context.viewer.id };
  if (scan.isConflict)
    await tx
      .update(scans)
      .set(settled)
      .where(and(eq(scans.id, scanId), isNull(scans.settledAt)));
  if (scan.outcome === "admitted" && scan.ticketId) {
    const wasLast = scan.checkedInAt?.getTime() === scan.at.getTime();
    await promoteOtherScan(tx, scan.ticketId, scan, context);
    // At an event over several days, an admission of an earlier day remains.
    const before = (await listActiveCheckIns(tx, scan.ticketId)).filter(({ id }) => id !== scanId).at(-1);
    const admission = { checkedInAt: before?.at ?? null, checkedInBy: before?.by ?? null };
    if (wasLast) await tx.update(tickets).set(admission).where(eq(tickets.id, scan.ticketId));
  }
  // Another event's booking is not for this one's audit log.
  return scan.eventId === context.event.id ? (scan.bookingId ?? undefined) : undefined;
}

/** If another device had let the ticket in as well, that admission counts now and is no conflict any more. */
async function promoteOtherScan(tx: Transaction, ticketId: number, taken: { at: Date }, context: CheckInContext) {
  const twice = await tx
    .select({ id: scans.id, at: scans.scannedAt })
    .from(scans)
    .where(
      and(
        eq(scans.ticketId, ticketId),
        ...[eq(scans.outcome, "already_in"), eq(scans.isConflict, true), sql`not ${isUndone}`],
      ),
    )
    .orderBy(asc(scans.scannedAt));
  const next = twice.find(({ at }) => isSameCheckIn(at, taken.at, context.event));
  if (next) await tx.update(scans).set({ outcome: "admitted", isConflict: false }).where(eq(scans.id, next.id));
}
