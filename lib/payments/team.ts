import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { paymentCheckRequested } from "@/inngest/events";
import { decideOnBooking } from "@/lib/booking/decide-on-booking";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockRefusal, Refusal } from "@/lib/inventory/results";

type BookingOfTeam = { reference: string; actorId: number };

export type RecordPaymentResult =
  | { ok: true; amount: number; currency: string }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_NOT_CONFIRMED">
  | Refusal<"ALREADY_PAID">;

/** Records that what is left to pay for a confirmed booking was paid at the venue. The caller has checked the permission. */
export function recordVenuePayment(
  manager: BookingConcurrencyManager,
  { reference, actorId }: BookingOfTeam,
  deadline?: Deadline,
): Promise<RecordPaymentResult> {
  return decideOnBooking(manager, { reference, ownerId: null, deadline }, { payments: "add" }, (unit, bookingId) => {
    const booking = unit.booking(bookingId);
    if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
    if (booking.status !== "confirmed") return { ok: false, code: "BOOKING_NOT_CONFIRMED" };
    // An authorization is about to be captured.
    if (unit.payments.openAttempt(booking)) return { ok: false, code: "ALREADY_PAID" };
    const amount = booking.totalPrice - unit.payments.paid(booking);
    if (amount <= 0) return { ok: false, code: "ALREADY_PAID" };
    unit.payments.record(booking, amount, actorId);
    const { currency } = booking;
    unit.audit("payment.recorded", { actorId, bookingId, detail: { amount, currency } });
    return { ok: true, amount, currency };
  });
}

export type RefundByTeamInput = BookingOfTeam & {
  /** Minor units of the booking's currency. */
  amount: number;
  note: string;
  /** Of the form, so that a second click refunds once. */
  key: string;
};

export type RefundByTeamResult =
  | { ok: true; amount: number; currency: string }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"NOTHING_TO_REFUND">
  /** More than is left of what was paid. */
  | Refusal<"TOO_MUCH", { left: number; currency: string }>;

/**
 * Refunds an amount of what was paid, without cancelling. It is taken from the payments in the order in which they were
 * made. The provider is asked afterwards; money from the venue is handed back by the team.
 */
export function refundByTeam(
  manager: BookingConcurrencyManager,
  { reference, actorId, amount, note, key }: RefundByTeamInput,
  deadline?: Deadline,
): Promise<RefundByTeamResult> {
  return decideOnBooking(manager, { reference, ownerId: null, deadline }, { payments: "read" }, (unit, bookingId) => {
    const booking = unit.booking(bookingId);
    if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
    const { currency, eventId } = booking;
    if (unit.payments.isRefundedBy(booking, `team:${key}`)) return { ok: true, amount, currency };
    const paid = unit.payments.paid(booking);
    if (paid <= 0) return { ok: false, code: "NOTHING_TO_REFUND" };
    if (amount > paid) return { ok: false, code: "TOO_MUCH", left: paid, currency };
    let left = amount;
    for (const payment of unit.payments.of(booking)) {
      const part = Math.min(left, payment.capturedAmount - payment.refundedAmount);
      const isOnce = { key: `team:${key}:${payment.id}`, requestedBy: actorId };
      unit.payments.refund(payment, { reason: "team", amount: part, note, ...isOnce });
      left -= part;
    }
    unit.audit("payment.refund-requested", { actorId, bookingId, detail: { amount, currency, note } });
    unit.announce(paymentCheckRequested, { eventId, bookingId });
    return { ok: true, amount, currency };
  });
}

/**
 * Asks for a failed refund once more, as a new one, but never for more than is left of the payment. Null where it is not
 * failed, or was asked for again already. `REFUNDED_OTHERWISE`: nothing is left.
 */
export async function retryRefund(of: { eventId: number; refundId: number; actorId: number }) {
  const { eventId, refundId, actorId } = of;
  const which = and(eq(refunds.eventId, eventId), eq(refunds.id, refundId));
  return db.transaction(async (tx) => {
    const [failed] = await tx
      .select()
      .from(refunds)
      .where(and(which, eq(refunds.status, "failed"), isNull(refunds.reviewedAt)));
    if (!failed) return null;
    const { paymentId, bookingId, reason, note, operationId } = failed;
    // The payment's lock first, as everywhere, so that two of them do it once.
    const [payment] = await tx
      .select({ left: sql<number>`${payments.capturedAmount} - ${payments.refundedAmount}`.mapWith(Number) })
      .from(payments)
      .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)))
      .for("no key update");
    const amount = Math.min(failed.amount, payment?.left ?? 0);
    if (amount === 0) return "REFUNDED_OTHERWISE" as const;
    const reviewed = await tx
      .update(refunds)
      .set({ reviewedAt: sql`now()`, reviewedBy: actorId })
      .where(and(which, isNull(refunds.reviewedAt)))
      .returning({ id: refunds.id });
    if (reviewed.length === 0) return null;
    const again = { eventId, paymentId, bookingId, amount, reason, note, operationId, requestedBy: actorId };
    await tx.insert(refunds).values({ ...again, key: `again:${refundId}` });
    return { eventId, bookingId };
  });
}

/** Marks a refund of money from the venue as handed back. False where there is none to hand back. */
export async function markHandedBack(of: { eventId: number; refundId: number; actorId: number }): Promise<boolean> {
  const { eventId, refundId, actorId } = of;
  const done = await db
    .update(refunds)
    .set({ status: "succeeded", succeededAt: sql`now()`, reviewedAt: sql`now()`, reviewedBy: actorId })
    .where(
      and(
        eq(refunds.eventId, eventId),
        eq(refunds.id, refundId),
        eq(refunds.status, "created"),
        sql`exists (select from ${payments} p where p.event_id = ${eventId} and p.id = ${refunds.paymentId} and p.provider = 'venue')`,
      ),
    )
    .returning({ id: refunds.id });
  return done.length > 0;
}
