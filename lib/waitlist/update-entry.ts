import { and, eq } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { salesRefusal, sellsUntil } from "@/lib/inventory/sales";
import { hasTypeSaleEnded } from "./closed-types";
import type { UpdateWaitlistEntryResult } from "./results";
import { findPositions } from "./waiting-entries";

export type UpdateWaitlistEntryInput = {
  eventId: number;
  userId: number;
  /** Null for any ticket type. */
  ticketTypeCode: string | null;
};

/**
 * Changes the ticket type of a waiting entry. It keeps its position: the waitlist is the event's, not the type's.
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
  const requested = input.ticketTypeCode === null ? null : types.find((type) => type.code === input.ticketTypeCode);
  if (requested === undefined) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const isClosed = (type: Readonly<TicketTypeRow>) => hasTypeSaleEnded(type, sellsUntil(event), now);
  if (requested && isClosed(requested))
    return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: requested.code };
  const ticketTypeId = requested?.id ?? null;
  if (ticketTypeId !== entry.ticketTypeId) {
    // A user who accepts any type, while none is sold, has been asked already.
    const typeClosedAt = requested === null && types.every(isClosed) ? (entry.typeClosedAt ?? now) : null;
    await tx.update(waitlistEntries).set({ ticketTypeId, typeClosedAt }).where(eq(waitlistEntries.id, entry.id));
    unit.audit("waitlist.joined", {
      actorId: input.userId,
      detail: { entryId: entry.id, insteadOf: entry.ticketTypeId },
    });
    // Reserves public seats for the waitlist: the next run offers them if they fit, and else returns them to the public.
    unit.reserveForWaitlist(entry.quantity);
  }
  const positions = await findPositions(tx, event.id, [entry.id]);
  return { ok: true, position: positions.get(entry.id) ?? 1 };
}
