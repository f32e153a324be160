import { eq, inArray } from "drizzle-orm";
import { bookingItems, ticketMoves } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { toBookingSummary } from "@/lib/inventory/results";
import { applyTicketTypeChanges, findChangeableBooking } from "./apply-ticket-type-changes";
import type { ChangeTicketTypeResult } from "./results";

export type ChangeTicketTypeInput = {
  eventId: number;
  reference: string;
  /** The team member; the caller has checked their permission. */
  actorId: number;
  /** Default: all tickets of the booking. */
  ticketCodes?: string[];
  /** The code of the new type. */
  to: string;
};

/**
 * Changes the type of tickets of a confirmed booking. Their price is what the booking already pays for that type, or else
 * the type's current price. An organizer may ignore the sales window, but not the new type's quota.
 */
export async function changeTicketType(
  manager: BookingConcurrencyManager,
  input: ChangeTicketTypeInput,
): Promise<ChangeTicketTypeResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "BOOKING_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: ChangeTicketTypeInput): Promise<ChangeTicketTypeResult> {
  const found = await findChangeableBooking(unit, input.reference);
  if (!found.ok) return found;
  const { booking, tickets } = found;
  const named = tickets.filter(({ code }) => input.ticketCodes === undefined || input.ticketCodes.includes(code));
  if (named.length < (input.ticketCodes?.length ?? 1)) return { ok: false, code: "TICKETS_NOT_FOUND" };

  const to = unit.types.find((type) => type.code === input.to);
  if (!to) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const moving = named.filter((ticket) => ticket.ticketTypeId !== to.id);
  if (moving.length === 0) return { ok: true, booking: toBookingSummary(booking), moved: 0 };
  const full = unit.quotaRefusal(to, moving.length);
  if (full) return full;

  const items = await unit.tx.select().from(bookingItems).where(eq(bookingItems.bookingId, booking.id));
  const priceOf = (typeId: number) => items.find((item) => item.ticketTypeId === typeId)?.unitPrice;
  const unitPrice = priceOf(to.id) ?? to.price;
  const changed = await applyTicketTypeChanges(
    unit,
    booking,
    moving.map(({ id, ticketTypeId }) => ({ ticketId: id, from: ticketTypeId, to: to.id, unitPrice })),
  );
  await recordMove(unit, {
    booking: tickets,
    moves: moving.map(({ id, ticketTypeId: fromTypeId }) => ({
      ticketId: id,
      fromTypeId,
      unitPrice: priceOf(fromTypeId) ?? 0,
    })),
  });
  unit.audit("booking.moved", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: moving.length, to: to.name },
  });
  return { ok: true, booking: toBookingSummary(changed), moved: moving.length };
}

/** Replaces the record of the previous change: only the last one can be undone. */
async function recordMove(
  { tx }: ExclusiveUnitOfWork,
  { booking, moves }: { booking: { id: number }[]; moves: (typeof ticketMoves.$inferInsert)[] },
) {
  await tx.delete(ticketMoves).where(
    inArray(
      ticketMoves.ticketId,
      booking.map(({ id }) => id),
    ),
  );
  await tx.insert(ticketMoves).values(moves);
}
