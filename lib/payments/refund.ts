import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { log } from "@/lib/log";
import type { PaymentProvider, ProviderPayment } from "./provider";
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
  reason: refunds.reason,
  note: refunds.note,
  requestedBy: refunds.requestedBy,
  operationId: refunds.operationId,
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
  const reference = { sessionId: sessionId ?? "", intentId };
  const result = await provider.refund({
    ...{ reference, refundId, amount, currency },
    idempotencyKey: `${refund.idempotencyKey}:refund:${refundId}`,
  });
  if (result.ok) {
    await storeProviderState(refund, { refunds: [{ ...result.value, refundId }], disputes: [] });
    if (result.value.status === "pending") await storeRefundCheck(refund);
    return { ok: true, status: result.value.status };
  }
  log.warn("payment.refund.not-made", { eventId, refundId, code: result.code, reason: result.reason });
  const state = result.code === "REFUSED" ? await provider.readPayment(reference) : null;
  if (state?.ok) return storeRefusal(refund, result.reason, state.value);
  await storeRefundCheck(refund);
  return { ok: false, code: "UNAVAILABLE" };
}

async function storeRefundCheck({ eventId, refundId }: RequestedRefund) {
  const which = and(eq(refunds.eventId, eventId), eq(refunds.id, refundId));
  await db.update(refunds).set({ checkedAt: sql`now()` }).where(which);
}

/**
 * A refund that was refused because another one was made at the provider first. That one becomes a row. Where all of the
 * money had to go back, what is left is asked for anew.
 */
function storeRefusal(
  refund: RequestedRefund,
  failureReason: string,
  state: ProviderPayment,
): Promise<ExecuteRefundResult> {
  const { eventId, refundId, paymentId, bookingId, amount, reason, note, requestedBy, operationId } = refund;
  return db.transaction(async (tx) => {
    const failed = await tx
      .update(refunds)
      .set({ status: "failed", failureReason, failedAt: sql`now()`, checkedAt: sql`now()` })
      .where(
        and(eq(refunds.eventId, eventId), eq(refunds.id, refundId), inArray(refunds.status, ["created", "pending"])),
      )
      .returning({ id: refunds.id });
    if (failed.length === 0) return { ok: true, status: "failed" };
    await storeProviderState(refund, state, tx);
    const [left] = await tx
      .select({ amount: sql<number>`${payments.capturedAmount} - ${payments.refundedAmount}`.mapWith(Number) })
      .from(payments)
      .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)));
    if (reason === "team" || !left || left.amount >= amount) return { ok: true, status: "failed" };
    // Nobody has to see to this one.
    await tx
      .update(refunds)
      .set({ reviewedAt: sql`now()` })
      .where(and(eq(refunds.eventId, eventId), eq(refunds.id, refundId)));
    if (left.amount === 0) return { ok: true, status: "failed" };
    const rest = { eventId, paymentId, bookingId, reason, note, requestedBy, operationId, amount: left.amount };
    await tx.insert(refunds).values({ ...rest, key: `rest:${refundId}` });
    return { ok: true, status: "pending" };
  });
}
