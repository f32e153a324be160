import { and, eq } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { salesRefusal, sellsUntil } from "@/lib/inventory/sales";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";
import { hasTypeSaleEnded } from "./closed-types";
import type { UpdateWaitlistEntryResult } from "./results";
import { findPositions } from "./waiting-entries";

export type UpdateWaitlistEntryInput = {
  eventId: number;
  userId: number;
  /** Null where every ticket type will do. */
  ticketTypeCode: string | null;
};

/**
 * Has somebody wait for another ticket type, or for any. They keep their place: the line is the event's, not the
 * type's, and it is not their doing that a type is no longer sold.
 */
export async function updateWaitlistEntry(
  manager: BookingConcurrencyManager,
  input: UpdateWaitlistEntryInput,
  deadline?: Deadline,
): Promise<UpdateWaitlistEntryResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input), { deadline });
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: UpdateWaitlistEntryInput): Promise<UpdateWaitlistEntryResult> {
  const { tx, event, now, types } = unit;
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
  const wanted = input.ticketTypeCode === null ? null : types.find((type) => type.code === input.ticketTypeCode);
  if (wanted === undefined) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const isOver = (type: Readonly<TicketTypeRow>) => hasTypeSaleEnded(type, sellsUntil(event), now);
  if (wanted && isOver(wanted)) return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: wanted.code };
  const ticketTypeId = wanted?.id ?? null;
  if (ticketTypeId !== entry.ticketTypeId) {
    // Who takes any type and finds none has been asked already.
    const typeClosedAt = wanted === null && types.every(isOver) ? (entry.typeClosedAt ?? now) : null;
    await tx.update(waitlistEntries).set({ ticketTypeId, typeClosedAt }).where(eq(waitlistEntries.id, entry.id));
    unit.audit("waitlist.joined", {
      actorId: input.userId,
      detail: { entryId: entry.id, insteadOf: entry.ticketTypeId },
    });
    // What is left for the public is first for those who wait: a run looks whether it fits, and gives it back if not.
    unit.reserveForWaitlist(entry.quantity);
  }
  const positions = await findPositions(tx, event.id, [entry.id]);
  return { ok: true, position: positions.get(entry.id) ?? 1 };
}
