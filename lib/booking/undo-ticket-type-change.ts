import { inArray } from "drizzle-orm";
import { ticketMoves } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { toBookingSummary } from "@/lib/inventory/results";
import { applyTicketTypeChanges, findChangeableBooking } from "./apply-ticket-type-changes";
import type { ChangeTicketTypeResult } from "./results";

export type UndoTicketTypeChangeInput = {
  eventId: number;
  reference: string;
  /** The team member; the caller has checked their permission. */
  actorId: number;
};

/** Undoes the booking's last ticket type change, with its prices, if the former types' quotas allow it. */
export async function undoTicketTypeChange(
  manager: BookingConcurrencyManager,
  input: UndoTicketTypeChangeInput,
): Promise<ChangeTicketTypeResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "BOOKING_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: UndoTicketTypeChangeInput): Promise<ChangeTicketTypeResult> {
  const { tx } = unit;
  const found = await findChangeableBooking(unit, input.reference);
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

  for (const type of unit.types) {
    const returning = back.filter((ticket) => ticket.to === type.id).length;
    const full = returning > 0 ? unit.quotaRefusal(type, returning) : null;
    if (full) return full;
  }
  const changed = await applyTicketTypeChanges(unit, booking, back);
  await tx.delete(ticketMoves).where(ofTickets);
  unit.audit("booking.move-undone", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: back.length },
  });
  return { ok: true, booking: toBookingSummary(changed), moved: back.length };
}
