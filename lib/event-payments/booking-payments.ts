import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { disputes, payments, refunds, users } from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";

type Booking = { id: number; eventId: number; status: string; totalPrice: number };

/** The payments, refunds and disputes of a booking, oldest first, with what is left of each. */
export async function getBookingPayments({ id, eventId, status, totalPrice }: Booking) {
  const [paid, returned, disputed] = await Promise.all([
    listPayments(eventId, id),
    listRefunds(eventId, id),
    db
      .select({
        amount: disputes.amount,
        status: disputes.status,
        reason: disputes.reason,
        answerBy: disputes.answerBy,
        openedAt: disputes.openedAt,
        closedAt: disputes.closedAt,
        reference: disputes.providerDisputeId,
      })
      .from(disputes)
      .where(and(eq(disputes.eventId, eventId), eq(disputes.bookingId, id)))
      .orderBy(asc(disputes.id)),
  ]);
  const left = paid.reduce((sum, payment) => sum + payment.capturedAmount - payment.refundedAmount, 0);
  const isOpen = paid.some((payment) => payment.status === "created" || payment.status === "authorized");
  const isPaidOnline = paid.some(({ provider, capturedAmount }) => provider === "stripe" && capturedAmount > 0);
  return {
    payments: paid,
    refunds: returned,
    disputes: disputed,
    /** What was taken and not refunded. */
    left,
    /** What can still be paid at the venue. */
    due: status === "confirmed" && !isOpen && !isPaidOnline ? Math.max(0, totalPrice - left) : 0,
    /** Whether a provider knows of the booking. */
    hasProvider: paid.some(({ provider }) => provider === "stripe"),
  };
}

export type BookingPayments = Awaited<ReturnType<typeof getBookingPayments>>;

async function listPayments(eventId: number, bookingId: number) {
  const rows = await db
    .select({
      id: payments.id,
      provider: payments.provider,
      status: payments.status,
      amount: payments.amount,
      currency: payments.currency,
      capturedAmount: payments.capturedAmount,
      refundedAmount: payments.refundedAmount,
      fee: payments.fee,
      feeCurrency: payments.feeCurrency,
      method: payments.method,
      failureReason: payments.failureReason,
      intentId: payments.intentId,
      sessionId: payments.sessionId,
      recordedBy: users.name,
      createdAt: payments.createdAt,
      capturedAt: payments.capturedAt,
      endedAt: payments.endedAt,
    })
    .from(payments)
    .leftJoin(users, eq(users.id, payments.recordedBy))
    .where(and(eq(payments.eventId, eventId), eq(payments.bookingId, bookingId)))
    .orderBy(asc(payments.id));
  return rows.map(({ id, intentId, sessionId, ...payment }) => ({
    ...payment,
    payment: encodeOpaqueId(id, "payment"),
    /** For the provider's support. */
    reference: intentId ?? sessionId,
  }));
}

const requester = alias(users, "requester");

async function listRefunds(eventId: number, bookingId: number) {
  const rows = await db
    .select({
      id: refunds.id,
      provider: payments.provider,
      status: refunds.status,
      amount: refunds.amount,
      currency: payments.currency,
      reason: refunds.reason,
      note: refunds.note,
      failureReason: refunds.failureReason,
      reference: refunds.providerRefundId,
      requestedBy: requester.name,
      createdAt: refunds.createdAt,
      succeededAt: refunds.succeededAt,
      failedAt: refunds.failedAt,
      reviewedAt: refunds.reviewedAt,
    })
    .from(refunds)
    .innerJoin(payments, and(eq(payments.eventId, refunds.eventId), eq(payments.id, refunds.paymentId)))
    .leftJoin(requester, eq(requester.id, refunds.requestedBy))
    .where(and(eq(refunds.eventId, eventId), eq(refunds.bookingId, bookingId)))
    .orderBy(asc(refunds.id));
  return rows.map(({ id, ...refund }) => ({ ...refund, refund: encodeOpaqueId(id, "refund") }));
}
