import { and, eq, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import { waitlistTypeClosed } from "@/inngest/events";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { sellsUntil } from "@/lib/inventory/sales";

/** Emails announced under one row lock; the next run continues. */
const ASK_BATCH_SIZE = 200;

/** Whether, by its dates, a ticket type will not be on sale again before the event's sales end. */
export function hasTypeSaleEnded(type: Pick<TicketTypeRow, "salesStartAt" | "salesEndAt">, salesEnd: Date, now: Date) {
  return (
    (type.salesEndAt !== null && type.salesEndAt <= now) ||
    (type.salesStartAt !== null && type.salesStartAt >= salesEnd)
  );
}

/**
 * Marks entries for ticket types that are no longer sold, and asks their users by email, once for each closing. They keep
 * their position and block nobody. If a type opens again, its entries can be served again.
 */
export async function askAboutClosedTypes(unit: ExclusiveUnitOfWork) {
  const { tx, event, now, types } = unit;
  const closedTypeIds = types.filter((type) => hasTypeSaleEnded(type, sellsUntil(event), now)).map(({ id }) => id);
  const areAllClosed = closedTypeIds.length === types.length;
  const waiting = and(eq(waitlistEntries.eventId, event.id), eq(waitlistEntries.status, "waiting"));

  const typeIsSold = notInArray(waitlistEntries.ticketTypeId, closedTypeIds);
  await tx
    .update(waitlistEntries)
    .set({ typeClosedAt: null })
    .where(
      and(
        waiting,
        isNotNull(waitlistEntries.typeClosedAt),
        areAllClosed ? typeIsSold : or(typeIsSold, isNull(waitlistEntries.ticketTypeId)),
      ),
    );
  if (closedTypeIds.length === 0) return { asked: 0, isMore: false };

  const typeIsClosed = inArray(waitlistEntries.ticketTypeId, closedTypeIds);
  const unasked = tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        waiting,
        isNull(waitlistEntries.typeClosedAt),
        areAllClosed ? or(typeIsClosed, isNull(waitlistEntries.ticketTypeId)) : typeIsClosed,
      ),
    )
    .orderBy(waitlistEntries.joinedAt, waitlistEntries.id)
    .limit(ASK_BATCH_SIZE);
  const asked = await tx
    .update(waitlistEntries)
    .set({ typeClosedAt: now })
    .where(inArray(waitlistEntries.id, unasked))
    .returning({ id: waitlistEntries.id });
  for (const { id } of asked) unit.announce(waitlistTypeClosed, { entryId: id, closedAt: now.getTime() });
  return { asked: asked.length, isMore: asked.length === ASK_BATCH_SIZE };
}
