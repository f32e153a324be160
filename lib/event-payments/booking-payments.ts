import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { disputeStatus, paymentProvider, paymentStatus, refundReason, refundStatus } from "@/db/schema/payments";
import { encodeOpaqueId } from "@/lib/names/opaque-id";

type Booking = { id: number; eventId: number; status: string; totalPrice: number };

const date = z.coerce.date();
const maybeDate = z.union([z.null(), date]);
const maybeText = z.string().nullable();
const provider = z.enum(paymentProvider.enumValues);

const paymentRow = z
  .object({
    ...{ id: z.number(), provider, status: z.enum(paymentStatus.enumValues), currency: z.string() },
    ...{ amount: z.number(), capturedAmount: z.number(), refundedAmount: z.number() },
    ...{ fee: z.number().nullable(), feeCurrency: maybeText, method: maybeText, failureReason: maybeText },
    /** For the provider's support. */
    reference: maybeText,
    ...{ recordedBy: maybeText, createdAt: date, capturedAt: maybeDate, endedAt: maybeDate },
  })
  .transform(({ id, ...payment }) => ({ ...payment, payment: encodeOpaqueId(id, "payment") }));

const refundRow = z
  .object({
    ...{ id: z.number(), provider, status: z.enum(refundStatus.enumValues), amount: z.number(), currency: z.string() },
    ...{ reason: z.enum(refundReason.enumValues), note: maybeText, failureReason: maybeText, reference: maybeText },
    ...{ requestedBy: maybeText, createdAt: date, succeededAt: maybeDate, failedAt: maybeDate, reviewedAt: maybeDate },
  })
  .transform(({ id, ...refund }) => ({ ...refund, refund: encodeOpaqueId(id, "refund") }));

const disputeRow = z.object({
  ...{ amount: z.number(), currency: z.string(), status: z.enum(disputeStatus.enumValues), reason: z.string() },
  ...{ answerBy: maybeDate, openedAt: date, closedAt: maybeDate, reference: z.string() },
});

const moneySchema = z.object({
  payments: z.array(paymentRow),
  refunds: z.array(refundRow),
  disputes: z.array(disputeRow),
});

/** The payments, refunds and disputes of a booking, oldest first, with what is left of them. One query. */
export async function getBookingPayments({ id, eventId, status, totalPrice }: Booking) {
  const [row] = await db.execute(sql`
    select
      coalesce((
        select json_agg(json_build_object('id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount,
          'currency', p.currency, 'capturedAmount', p.captured_amount, 'refundedAmount', p.refunded_amount, 'fee', p.fee,
          'feeCurrency', p.fee_currency, 'method', p.method, 'failureReason', p.failure_reason,
          'reference', coalesce(p.intent_id, p.session_id), 'recordedBy', u.name, 'createdAt', p.created_at,
          'capturedAt', p.captured_at, 'endedAt', p.ended_at) order by p.id)
        from payments p left join users u on u.id = p.recorded_by
        where p.event_id = ${eventId} and p.booking_id = ${id}), '[]') as payments,
      coalesce((
        select json_agg(json_build_object('id', r.id, 'provider', p.provider, 'status', r.status, 'amount', r.amount,
          'currency', p.currency, 'reason', r.reason, 'note', r.note, 'failureReason', r.failure_reason,
          'reference', r.provider_refund_id, 'requestedBy', u.name, 'createdAt', r.created_at,
          'succeededAt', r.succeeded_at, 'failedAt', r.failed_at, 'reviewedAt', r.reviewed_at) order by r.id)
        from refunds r join payments p on p.event_id = r.event_id and p.id = r.payment_id
        left join users u on u.id = r.requested_by
        where r.event_id = ${eventId} and r.booking_id = ${id}), '[]') as refunds,
      coalesce((
        select json_agg(json_build_object('amount', d.amount, 'currency', p.currency, 'status', d.status,
          'reason', d.reason, 'answerBy', d.answer_by, 'openedAt', d.opened_at, 'closedAt', d.closed_at,
          'reference', d.provider_dispute_id) order by d.id)
        from disputes d join payments p on p.event_id = d.event_id and p.id = d.payment_id
        where d.event_id = ${eventId} and d.booking_id = ${id}), '[]') as disputes`);
  const money = moneySchema.parse(row);
  const { payments } = money;
  const left = payments.reduce((sum, payment) => sum + payment.capturedAmount - payment.refundedAmount, 0);
  const isOpen = payments.some((payment) => payment.status === "created" || payment.status === "authorized");
  const isOnline = payments.some((payment) => payment.provider === "stripe" && payment.capturedAmount > 0);
  return {
    ...money,
    /** What was taken and not refunded. */
    left,
    /** What can still be paid at the venue. */
    due: status === "confirmed" && !isOpen && !isOnline ? Math.max(0, totalPrice - left) : 0,
    /** Whether a provider knows of the booking. */
    hasProvider: payments.some((payment) => payment.provider === "stripe"),
  };
}

export type BookingPayments = Awaited<ReturnType<typeof getBookingPayments>>;
