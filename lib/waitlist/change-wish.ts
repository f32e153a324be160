import { and, eq } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import { recordSeats } from "@/lib/booking/inventory";
import type { LockedEvent } from "@/lib/booking/locked-event";
import type { ChangeWishResult } from "@/lib/booking/results";
import { salesRefusal } from "@/lib/booking/sales";
import { sellsUntil } from "@/lib/events/sales-window";
import { isTypeOver } from "./closed-types";
import { positionOf } from "./position";

export type ChangeWishInput = {
  eventId: number;
  userId: number;
  /** Null where every ticket type will do. */
  ticketTypeCode: string | null;
};

/**
 * Has somebody wait for another ticket type, or for any. They keep their place: the line is the event's, not the
 * type's, and it is not their doing that a type is no longer sold.
 */
export async function changeWish(locked: LockedEvent, input: ChangeWishInput): Promise<ChangeWishResult> {
  const { tx, row: event, now } = locked;
  const closed = salesRefusal(event, now);
  if (closed) return closed;
  const [entry] = await tx
    .select()
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, event.id),
        eq(waitlistEntries.userId, input.userId),
        eq(waitlistEntries.status, "waiting"),
      ),
    );
  if (!entry) return { ok: false, code: "NOT_WAITING" };
  const types = await locked.ticketTypes();
  const wanted = input.ticketTypeCode === null ? null : types.find((type) => type.code === input.ticketTypeCode);
  if (wanted === undefined) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const isOver = (type: (typeof types)[number]) => isTypeOver(type, sellsUntil(event), now);
  if (wanted && isOver(wanted)) return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: wanted.code };
  const ticketTypeId = wanted?.id ?? null;
  if (ticketTypeId !== entry.ticketTypeId) {
    // Who takes any type and finds none has been asked already.
    const typeClosedAt = wanted === null && types.every(isOver) ? (entry.typeClosedAt ?? now) : null;
    await tx.update(waitlistEntries).set({ ticketTypeId, typeClosedAt }).where(eq(waitlistEntries.id, entry.id));
    await locked.audit("waitlist.joined", {
      actorId: input.userId,
      detail: { entryId: entry.id, insteadOf: entry.ticketTypeId },
    });
    // What is left for the public is first for those who wait: a run looks whether it fits, and gives it back if not.
    const owed = Math.min(entry.quantity, event.availableTickets);
    recordSeats(locked, { available: -owed, waitlist: owed });
    await locked.announce(waitlistSeatsFreed, { eventId: event.id });
  }
  return { ok: true, position: await positionOf(locked, entry) };
}
