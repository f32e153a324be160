import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookingItems, bookings, disputes, events, payments, refunds, ticketTypes, users } from "@/db/schema";
import type { PaymentKey, ProviderPayment } from "./provider";

const columns = {
  eventId: payments.eventId,
  paymentId: payments.id,
  provider: payments.provider,
  status: payments.status,
  amount: payments.amount,
  currency: payments.currency,
  idempotencyKey: payments.idempotencyKey,
  sessionId: payments.sessionId,
  checkoutUrl: payments.checkoutUrl,
  intentId: payments.intentId,
  createdAt: payments.createdAt,
  bookingId: payments.bookingId,
  reference: bookings.reference,
  userId: bookings.userId,
  expiresAt: bookings.expiresAt,
  eventName: events.name,
  buyerEmail: users.email,
};

/** A payment with what its provider has to know of its booking. */
export async function findPaymentRow({ eventId, paymentId }: PaymentKey) {
  const [row] = await db
    .select(columns)
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .innerJoin(events, eq(events.id, payments.eventId))
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)));
  return row;
}
export type PaymentRow = NonNullable<Awaited<ReturnType<typeof findPaymentRow>>>;

export async function readPaymentLines(bookingId: number) {
  return db
    .select({ name: ticketTypes.name, quantity: bookingItems.quantity, unitPrice: bookingItems.unitPrice })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(eq(bookingItems.bookingId, bookingId))
    .orderBy(bookingItems.id);
}

/** Stores the provider's page of an attempt. */
export async function storeCheckoutPage(key: PaymentKey, page: { sessionId: string; url: string }) {
  await db
    .update(payments)
    .set({ sessionId: page.sessionId, checkoutUrl: page.url })
    .where(and(eq(payments.eventId, key.eventId), eq(payments.id, key.paymentId), isNull(payments.sessionId)));
}

export async function storeCheck({ eventId, paymentId }: PaymentKey) {
  await db
    .update(payments)
    .set({ checkedAt: sql`now()` })
    .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)));
}

/**
 * Stores the refunds and disputes that the provider knows of a payment. They change no seats, so the event's lock is not
 * taken: each row moves forward by itself. A refund that was made elsewhere, as in the dashboard, becomes a row.
 */
export async function storeProviderState(
  { eventId, paymentId, bookingId }: Pick<PaymentRow, "eventId" | "paymentId" | "bookingId">,
  state: Pick<ProviderPayment, "refunds" | "disputes">,
) {
  for (const refund of state.refunds) {
    const outcome = {
      status: refund.status,
      providerRefundId: refund.id,
      failureReason: refund.failureReason,
      succeededAt: refund.status === "succeeded" ? sql`coalesce(${refunds.succeededAt}, now())` : undefined,
      failedAt: refund.status === "failed" ? sql`coalesce(${refunds.failedAt}, now())` : undefined,
    };
    const known = and(
      eq(refunds.eventId, eventId),
      refund.refundId === null ? eq(refunds.providerRefundId, refund.id) : eq(refunds.id, refund.refundId),
    );
    // Only forwards: an answer may be older than one that was stored meanwhile.
    const updated = await db
      .update(refunds)
      .set(outcome)
      .where(and(known, sql`(${refunds.status} < ${refund.status} or ${refunds.providerRefundId} is null)`))
      .returning({ id: refunds.id });
    if (updated.length > 0 || refund.refundId !== null) continue;
    await db
      .insert(refunds)
      .values({
        ...{ eventId, paymentId, bookingId },
        ...{ amount: refund.amount, status: refund.status, reason: "provider" as const, key: `provider:${refund.id}` },
        ...{ providerRefundId: refund.id, failureReason: refund.failureReason, createdAt: refund.createdAt },
        succeededAt: refund.status === "succeeded" ? refund.createdAt : null,
        failedAt: refund.status === "failed" ? refund.createdAt : null,
      })
      .onConflictDoNothing();
  }
  for (const { id: providerDisputeId, amount, status, reason, answerBy, openedAt } of state.disputes) {
    const isClosed = status === "won" || status === "lost";
    await db
      .insert(disputes)
      .values({
        ...{ eventId, paymentId, bookingId, providerDisputeId, amount, status, reason, answerBy, openedAt },
        closedAt: isClosed ? new Date() : null,
      })
      .onConflictDoUpdate({
        target: [disputes.eventId, disputes.providerDisputeId],
        set: { status, answerBy, closedAt: isClosed ? sql`coalesce(${disputes.closedAt}, now())` : null },
        setWhere: and(inArray(disputes.status, ["needs_response", "under_review"])),
      });
  }
}
