import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { log } from "@/lib/log";
import type { PaymentProvider } from "./provider";
import { storeProviderState } from "./rows";

export type ExecuteRefundResult =
  | { ok: true; status: "pending" | "succeeded" | "failed" }
  /** No answer: it is looked up before it is asked for again. */
  | { ok: false; code: "UNAVAILABLE" };

const columns = {
  eventId: refunds.eventId,
  refundId: refunds.id,
  paymentId: refunds.paymentId,
  bookingId: refunds.bookingId,
  amount: refunds.amount,
  currency: payments.currency,
  idempotencyKey: payments.idempotencyKey,
  sessionId: payments.sessionId,
  intentId: payments.intentId,
};

/** The refunds of a booking that its provider has not been asked for yet. Money from the venue is handed back by people. */
export async function findRequestedRefunds({ eventId, bookingId }: { eventId: number; bookingId: number }) {
  return db
    .select(columns)
    .from(refunds)
    .innerJoin(payments, and(eq(payments.eventId, refunds.eventId), eq(payments.id, refunds.paymentId)))
    .where(
      and(
        eq(refunds.eventId, eventId),
        eq(refunds.bookingId, bookingId),
        inArray(refunds.status, ["created", "pending"]),
        eq(payments.provider, "stripe"),
      ),
    )
    .orderBy(refunds.id);
}
type RequestedRefund = Awaited<ReturnType<typeof findRequestedRefunds>>[number];

/** Asks the provider for a refund, or about one that it was asked for. Done once, however often it is called. */
export async function executeRefund(provider: PaymentProvider, refund: RequestedRefund): Promise<ExecuteRefundResult> {
  const { eventId, refundId, sessionId, intentId, amount, currency } = refund;
  const result = await provider.refund({
    reference: { sessionId: sessionId ?? "", intentId },
    ...{ refundId, amount, currency },
    idempotencyKey: `${refund.idempotencyKey}:refund:${refundId}`,
  });
  if (result.ok) {
    await storeProviderState(refund, { refunds: [{ ...result.value, refundId }], disputes: [] });
    return { ok: true, status: result.value.status };
  }
  log.warn("payment.refund.not-made", { eventId, refundId, code: result.code, reason: result.reason });
  const which = and(eq(refunds.eventId, eventId), eq(refunds.id, refundId));
  if (result.code === "UNAVAILABLE") {
    await db.update(refunds).set({ checkedAt: sql`now()` }).where(which);
    return { ok: false, code: "UNAVAILABLE" };
  }
  await db
    .update(refunds)
    .set({ status: "failed", failureReason: result.reason, failedAt: sql`now()`, checkedAt: sql`now()` })
    .where(and(which, inArray(refunds.status, ["created", "pending"])));
  return { ok: true, status: "failed" };
}
