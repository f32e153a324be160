import { and, eq, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import { waitlistTypeClosed } from "@/inngest/events";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { sellsUntil } from "@/lib/inventory/sales";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";

/** Emails announced under one row lock; the next run goes on. */
const ASK_BATCH_SIZE = 200;

/** Whether a ticket type's sale is over for good, as far as its dates say: it does not open again before sales end. */
export function hasTypeSaleEnded(type: Pick<TicketTypeRow, "salesStartAt" | "salesEndAt">, salesEnd: Date, now: Date) {
  return (
    (type.salesEndAt !== null && type.salesEndAt <= now) ||
    (type.salesStartAt !== null && type.salesStartAt >= salesEnd)
  );
}

/**
 * Nobody waits silently for a ticket type that is no longer sold: those who do are marked and asked by email, once for
 * each closing. They keep their place and hold up nobody. Where a type opens again, its entries may be served again.
 */
export async function askAboutClosedTypes(unit: ExclusiveUnitOfWork) {
  const { tx, event, now, types } = unit;
  const over = types.filter((type) => hasTypeSaleEnded(type, sellsUntil(event), now)).map(({ id }) => id);
  const isAllOver = over.length === types.length;
  const waiting = and(eq(waitlistEntries.eventId, event.id), eq(waitlistEntries.status, "waiting"));

  const typeIsSold = notInArray(waitlistEntries.ticketTypeId, over);
  await tx
    .update(waitlistEntries)
    .set({ typeClosedAt: null })
    .where(
      and(
        waiting,
        isNotNull(waitlistEntries.typeClosedAt),
        isAllOver ? typeIsSold : or(typeIsSold, isNull(waitlistEntries.ticketTypeId)),
      ),
    );
  if (over.length === 0) return { asked: 0, isMore: false };

  const typeIsOver = inArray(waitlistEntries.ticketTypeId, over);
  const silent = tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        waiting,
        isNull(waitlistEntries.typeClosedAt),
        isAllOver ? or(typeIsOver, isNull(waitlistEntries.ticketTypeId)) : typeIsOver,
      ),
    )
    .orderBy(waitlistEntries.joinedAt, waitlistEntries.id)
    .limit(ASK_BATCH_SIZE);
  const asked = await tx
    .update(waitlistEntries)
    .set({ typeClosedAt: now })
    .where(inArray(waitlistEntries.id, silent))
    .returning({ id: waitlistEntries.id });
  for (const { id } of asked) unit.announce(waitlistTypeClosed, { entryId: id, closedAt: now.getTime() });
  return { asked: asked.length, isMore: asked.length === ASK_BATCH_SIZE };
}
