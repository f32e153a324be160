import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { providerEvents } from "@/db/schema";
import { recordAdminAudit } from "./audit";

/** Younger notifications are still being handled. */
const UNHANDLED_AFTER_MS = 60_000;

const isUnknown = and(isNotNull(providerEvents.unknownPayment), isNull(providerEvents.reviewedAt));

/** Payments at the provider that no row knows, latest first. One payment can be named by several notifications. */
export async function listUnknownPayments(limit: number) {
  const rows = await db
    .select({ id: providerEvents.id, payment: providerEvents.unknownPayment, receivedAt: providerEvents.receivedAt })
    .from(providerEvents)
    .where(isUnknown)
    .orderBy(desc(providerEvents.receivedAt), desc(providerEvents.id))
    .limit(limit);
  return rows.flatMap(({ payment, ...event }) => (payment ? [{ ...event, payment }] : []));
}

/** Notifications that were stored and not handled, oldest first. */
export function listUnhandledNotifications(limit: number, now = new Date()) {
  return db
    .select({
      id: providerEvents.id,
      type: providerEvents.type,
      objectId: providerEvents.objectId,
      receivedAt: providerEvents.receivedAt,
    })
    .from(providerEvents)
    .where(
      and(
        isNull(providerEvents.handledAt),
        lt(providerEvents.receivedAt, new Date(now.getTime() - UNHANDLED_AFTER_MS)),
      ),
    )
    .orderBy(asc(providerEvents.receivedAt))
    .limit(limit);
}

/** Takes an unknown payment off the list, with all notifications about it. False where somebody has done so already. */
export function markUnknownPaymentSeen({ id, actorId }: { id: string; actorId: number }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [named] = await tx
      .select({ payment: providerEvents.unknownPayment })
      .from(providerEvents)
      .where(and(eq(providerEvents.id, id), isUnknown));
    if (!named?.payment) return false;
    const seen = await tx
      .update(providerEvents)
      .set({ reviewedAt: sql`now()`, reviewedBy: actorId })
      .where(and(isUnknown, sql`${providerEvents.unknownPayment} ->> 'id' = ${named.payment.id}`))
      .returning({ id: providerEvents.id });
    if (seen.length === 0) return false;
    const detail = { payment: named.payment.id };
    await recordAdminAudit(tx, { action: "admin.unknown-payment-seen", actorId, detail });
    return true;
  });
}
