import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { type BookingPayment, type BookingRefund, summarizePayments } from "./payment-state";

/** The payments and refunds of a booking, oldest first. The caller has checked that it may be shown. */
export async function listBookingPayments({
  eventId,
  bookingId,
}: {
  eventId: number;
  bookingId: number;
}): Promise<{ payments: BookingPayment[]; refunds: BookingRefund[] }> {
  const [paid, returned] = await Promise.all([
    db
      .select({
        id: payments.id,
        provider: payments.provider,
        status: payments.status,
        amount: payments.amount,
        currency: payments.currency,
        capturedAmount: payments.capturedAmount,
        refundedAmount: payments.refundedAmount,
        intentId: payments.intentId,
        failureReason: payments.failureReason,
        createdAt: payments.createdAt,
        capturedAt: payments.capturedAt,
        endedAt: payments.endedAt,
      })
      .from(payments)
      .where(and(eq(payments.eventId, eventId), eq(payments.bookingId, bookingId)))
      .orderBy(payments.id),
    db
      .select({
        provider: payments.provider,
        amount: refunds.amount,
        status: refunds.status,
        reason: refunds.reason,
        createdAt: refunds.createdAt,
        succeededAt: refunds.succeededAt,
        failedAt: refunds.failedAt,
      })
      .from(refunds)
      .innerJoin(payments, and(eq(payments.eventId, refunds.eventId), eq(payments.id, refunds.paymentId)))
      .where(and(eq(refunds.eventId, eventId), eq(refunds.bookingId, bookingId)))
      .orderBy(refunds.id),
  ]);
  return { payments: paid, refunds: returned };
}

export async function readPaymentState(booking: { eventId: number; bookingId: number }) {
  const { payments: paid, refunds: returned } = await listBookingPayments(booking);
  return summarizePayments(paid, returned);
}
