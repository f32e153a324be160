import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tickets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { holderSearchColumns } from "@/lib/search/vector";

export type Holder = { name: string; email: string | null };

/** Changes the holder of a ticket and returns the previous one, for undo. Null: no valid ticket of this event. */
export function correctHolder(input: {
  eventId: number;
  organizerId: number;
  ticketCode: string;
  holder: Holder;
  actorId: number;
}): Promise<Holder | null> {
  const { eventId, organizerId, ticketCode, holder, actorId } = input;
  return db.transaction(async (tx) => {
    const [ticket] = await tx
      .select({ id: tickets.id, bookingId: tickets.bookingId, name: tickets.holderName, email: tickets.holderEmail })
      .from(tickets)
      .where(and(eq(tickets.eventId, eventId), eq(tickets.code, ticketCode), eq(tickets.status, "valid")))
      // A concurrent correction waits for the row lock, and then returns the holder that this one wrote.
      .for("no key update");
    if (!ticket) return null;
    const before = { name: ticket.name, email: ticket.email };
    if (before.name === holder.name && before.email === holder.email) return before;
    const holding = { holderName: holder.name, holderEmail: holder.email };
    await tx
      .update(tickets)
      .set({ ...holding, ...holderSearchColumns(holding) })
      .where(eq(tickets.id, ticket.id));
    await recordAudit(tx, {
      action: "ticket.holder-corrected",
      actorId,
      organizerId,
      eventId,
      bookingId: ticket.bookingId,
    });
    return before;
  });
}
