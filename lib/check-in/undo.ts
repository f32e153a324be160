import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/organize/audit";
import type { Door } from "./check-in";
import type { UndoRequest } from "./schema";

export type DoorUndo = UndoRequest & { at: Date };
export type UndoResult = { ok: true } | { ok: false; code: "NOT_ADMITTED" };

/** Takes an admission back: the ticket is as if it had not been scanned. The same undo sent again changes nothing. */
export async function undoScan(db: Database, door: Door, undo: DoorUndo): Promise<UndoResult> {
  const [scan] = await db
    .select({ ticketId: scans.ticketId, at: scans.scannedAt, by: scans.scannedBy })
    .from(scans)
    .where(and(eq(scans.id, undo.scanId), eq(scans.eventId, door.event.id), eq(scans.outcome, "admitted")));
  if (!scan?.ticketId) return { ok: false, code: "NOT_ADMITTED" };
  const { ticketId, at, by } = scan;

  try {
    return await db.transaction(async (tx): Promise<UndoResult> => {
      // Only the admission that this scan made, and not one that came after it.
      const [ticket] = await tx
        .update(tickets)
        .set({ checkedInAt: null, checkedInBy: null })
        .where(and(eq(tickets.id, ticketId), eq(tickets.checkedInAt, at), eq(tickets.checkedInBy, by)))
        .returning({ bookingId: tickets.bookingId });
      if (!ticket) {
        const [before] = await tx
          .select({ id: scans.id })
          .from(scans)
          .where(and(eq(scans.id, undo.id), eq(scans.ticketId, ticketId), eq(scans.outcome, "undone")));
        return before ? { ok: true } : { ok: false, code: "NOT_ADMITTED" };
      }
      await tx.insert(scans).values({
        id: undo.id,
        eventId: door.event.id,
        ticketId,
        outcome: "undone",
        device: undo.device,
        scannedBy: door.viewer.id,
        scannedAt: undo.at,
      });
      await recordAudit(tx, {
        action: "ticket.check_in_undone",
        actorId: door.viewer.id,
        organizerId: door.event.organizerId,
        eventId: door.event.id,
        bookingId: ticket.bookingId,
      });
      return { ok: true };
    });
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return { ok: false, code: "NOT_ADMITTED" };
  }
}
