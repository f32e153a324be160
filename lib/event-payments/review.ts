import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";

type Reviewed = { eventId: number; organizerId: number; actorId: number; of: "payment" | "refund"; id: number };

/** Takes a payment or refund off the list of what needs a person. False where somebody has done so already. */
export function markReviewed({ eventId, organizerId, actorId, of, id }: Reviewed): Promise<boolean> {
  return db.transaction(async (tx) => {
    const table = of === "payment" ? payments : refunds;
    const [row] = await tx
      .update(table)
      .set({ reviewedAt: sql`now()`, reviewedBy: actorId })
      .where(and(eq(table.eventId, eventId), eq(table.id, id), isNull(table.reviewedAt)))
      .returning({ bookingId: table.bookingId });
    if (!row) return false;
    const { bookingId } = row;
    await recordAudit(tx, { action: "payment.reviewed", actorId, organizerId, eventId, bookingId, detail: { of } });
    return true;
  });
}
