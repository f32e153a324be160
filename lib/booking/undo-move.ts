import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "@/db/schema";
import type { LockedEvent } from "./locked-event";
import { summaryOf } from "./new-booking";
import type { MoveResult } from "./results";
import { movableBooking, quotaRefusal, retypeTickets } from "./retype-tickets";

export type UndoMoveInput = {
  eventId: number;
  reference: string;
  /** The member of the team, whose right to do so the caller has checked. */
  actorId: number;
};

const beforeSchema = z.object({ before: z.array(z.tuple([z.number(), z.number(), z.number()])) });

/** Gives the tickets of the booking's last move their former types and prices back, where those still have room. */
export async function undoMove(locked: LockedEvent, input: UndoMoveInput): Promise<MoveResult> {
  const found = await movableBooking(locked, input.reference);
  if (!found.ok) return found;
  const { booking } = found;
  const [last] = await locked.tx
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.bookingId, booking.id), inArray(auditLog.action, ["booking.moved", "booking.move-undone"])))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(1);
  if (last?.action !== "booking.moved") return { ok: false, code: "NOTHING_TO_UNDO" };
  const { before } = beforeSchema.parse(last.detail);
  const typeNow = new Map(found.tickets.map((ticket) => [ticket.id, ticket.ticketTypeId]));
  const back = before.flatMap(([ticketId, to, unitPrice]) => {
    const from = typeNow.get(ticketId);
    return from === undefined ? [] : [{ ticketId, from, to, unitPrice }];
  });

  for (const type of await locked.ticketTypes()) {
    const returning = back.filter((ticket) => ticket.to === type.id).length;
    const full = returning > 0 ? await quotaRefusal(locked, type, returning) : null;
    if (full) return full;
  }
  const changed = await retypeTickets(locked, booking, back);
  await locked.audit("booking.move-undone", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: back.length },
  });
  return { ok: true, booking: summaryOf(changed), moved: back.length };
}
