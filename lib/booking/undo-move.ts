import { inArray } from "drizzle-orm";
import { ticketMoves } from "@/db/schema";
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

/** Gives the tickets of the booking's last move their former types and prices back, where those still have room. */
export async function undoMove(locked: LockedEvent, input: UndoMoveInput): Promise<MoveResult> {
  const { tx } = locked;
  const found = await movableBooking(locked, input.reference);
  if (!found.ok) return found;
  const { booking } = found;
  const ofTickets = inArray(
    ticketMoves.ticketId,
    found.tickets.map(({ id }) => id),
  );
  const moves = await tx.select().from(ticketMoves).where(ofTickets);
  if (moves.length === 0) return { ok: false, code: "NOTHING_TO_UNDO" };
  const typeNow = new Map(found.tickets.map((ticket) => [ticket.id, ticket.ticketTypeId]));
  const back = moves.flatMap(({ ticketId, fromTypeId: to, unitPrice }) => {
    const from = typeNow.get(ticketId);
    return from === undefined ? [] : [{ ticketId, from, to, unitPrice }];
  });

  for (const type of await locked.ticketTypes()) {
    const returning = back.filter((ticket) => ticket.to === type.id).length;
    const full = returning > 0 ? await quotaRefusal(locked, type, returning) : null;
    if (full) return full;
  }
  const changed = await retypeTickets(locked, booking, back);
  await tx.delete(ticketMoves).where(ofTickets);
  await locked.audit("booking.move-undone", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: back.length },
  });
  return { ok: true, booking: summaryOf(changed), moved: back.length };
}
