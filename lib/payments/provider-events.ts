import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { providerEvents } from "@/db/schema";
import { providerNotified } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { log } from "@/lib/log";
import { announce } from "@/lib/outbox/outbox";
import { fulfil } from "./fulfil";
import type { PaymentProvider, ProviderNotification } from "./provider";
import { findPaymentRow } from "./rows";
import { settleBooking } from "./settle";

/**
 * Stores a notification, so that it can be answered before it is handled. Returns the id of its outbox row; null where the
 * notification was stored before.
 */
export async function storeProviderEvent(notification: ProviderNotification): Promise<string | null> {
  return db.transaction(async (tx) => {
    const stored = await tx.insert(providerEvents).values(notification).onConflictDoNothing().returning();
    return stored.length > 0 ? announce(tx, providerNotified, { id: notification.id }) : null;
  });
}

export type HandleResult =
  | { ok: true; about: "payment" | "unknown-payment" | "nothing" }
  | { ok: false; code: "UNAVAILABLE" };

/**
 * Handles a stored notification. What it says does not matter, only which payment it is about: that is read from the
 * provider. So a notification may come twice, late or out of order.
 */
export async function handleProviderEvent(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  id: string,
): Promise<HandleResult> {
  const [stored] = await db.select().from(providerEvents).where(eq(providerEvents.id, id));
  if (!stored || stored.handledAt) return { ok: true, about: "nothing" };
  const found = await deps.provider.findPayment(stored);
  if (!found.ok) {
    if (found.code === "UNAVAILABLE") return { ok: false, code: "UNAVAILABLE" };
    log.warn("payment.notification.unreadable", { id, type: stored.type, reason: found.reason });
  }
  const payment = found.ok ? found.value : null;
  if (!payment) return finish(id, "nothing", {});
  const row = payment.key && (await findPaymentRow(payment.key));
  if (!row) {
    const { intentId, amount, currency } = payment;
    log.warn("payment.unknown", { id, intentId });
    return finish(id, "unknown-payment", { unknownPayment: { id: intentId ?? stored.objectId, amount, currency } });
  }
  const settled = await fulfil(deps, row);
  if (!settled.ok && settled.code === "UNAVAILABLE") return { ok: false, code: "UNAVAILABLE" };
  // A payment that came too late has asked for a refund.
  await settleBooking(deps, row);
  return finish(id, "payment", { eventId: row.eventId, paymentId: row.paymentId });
}

async function finish(
  id: string,
  about: "payment" | "unknown-payment" | "nothing",
  details: Partial<typeof providerEvents.$inferInsert>,
): Promise<HandleResult> {
  await db
    .update(providerEvents)
    .set({ ...details, handledAt: sql`now()` })
    .where(eq(providerEvents.id, id));
  return { ok: true, about };
}
