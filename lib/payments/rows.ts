import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { bookingItems, bookings, disputes, events, payments, refunds, ticketTypes, users } from "@/db/schema";
import { deadlineIn } from "@/lib/deadline";
import { KeyedBatcher } from "@/lib/keyed-batcher";
import type { CheckoutPage, PaymentKey, ProviderPayment, ProviderRefund } from "./provider";

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

async function readPaymentRows(eventId: number, ids: number[]) {
  const rows = await db
    .select(columns)
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .innerJoin(events, eq(events.id, payments.eventId))
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(and(eq(payments.eventId, eventId), inArray(payments.id, ids)));
  const byId = new Map(rows.map((row) => [row.paymentId, row]));
  return ids.map((id) => ({ row: byId.get(id) }));
}
export type PaymentRow = NonNullable<Awaited<ReturnType<typeof readPaymentRows>>[number]["row"]>;

/** Those of one event that are looked for at the same time are read together. */
const lookups = new KeyedBatcher<number, { row: PaymentRow | undefined }>({
  ...{ maxBatch: 1_000, maxRuns: 2, maxWaiting: 20_000, runMs: 2_000 },
  run: readPaymentRows,
});

/** A payment with what its provider has to know of its booking. Throws where the database does not answer in time. */
export async function findPaymentRow({ eventId, paymentId }: PaymentKey): Promise<PaymentRow | undefined> {
  const found = await lookups.submit(eventId, paymentId, deadlineIn());
  if ("row" in found) return found.row;
  throw new Error(`payment ${paymentId} of event ${eventId} was not read in time`);
}

export async function readPaymentLines(bookingId: number) {
  return db
    .select({ name: ticketTypes.name, quantity: bookingItems.quantity, unitPrice: bookingItems.unitPrice })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(eq(bookingItems.bookingId, bookingId))
    .orderBy(bookingItems.id);
}

/** Stores the provider's page of an attempt. Returns the one that counts: another call may have stored its own first. */
export async function storeCheckoutPage(key: PaymentKey, page: CheckoutPage): Promise<CheckoutPage> {
  const which = and(eq(payments.eventId, key.eventId), eq(payments.id, key.paymentId));
  const stored = await db
    .update(payments)
    .set({ sessionId: page.sessionId, checkoutUrl: page.url })
    .where(and(which, isNull(payments.sessionId)))
    .returning({ id: payments.id });
  if (stored.length > 0) return page;
  const [known] = await db
    .select({ sessionId: payments.sessionId, url: payments.checkoutUrl })
    .from(payments)
    .where(which);
  return known?.sessionId && known.url ? { sessionId: known.sessionId, url: known.url } : page;
}

export async function storeCheck({ eventId, paymentId }: PaymentKey) {
  await db
    .update(payments)
    .set({ checkedAt: sql`now()` })
    .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)));
}

/** A fee that is known only after the money was captured. */
export async function storeFee({ eventId, paymentId }: PaymentKey, { fee, feeCurrency }: ProviderPayment) {
  if (fee === null) return;
  await db
    .update(payments)
    .set({ fee, feeCurrency })
    .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId), isNull(payments.fee)));
}

/** Whatever a booking is waiting for: others are asked about before it is again. */
export async function storeCheckOfBooking({ eventId, bookingId }: { eventId: number; bookingId: number }) {
  await db
    .update(payments)
    .set({ checkedAt: sql`now()` })
    .where(
      and(
        eq(payments.eventId, eventId),
        eq(payments.bookingId, bookingId),
        inArray(payments.status, ["created", "authorized"]),
      ),
    );
  await db
    .update(refunds)
    .set({ checkedAt: sql`now()` })
    .where(
      and(
        eq(refunds.eventId, eventId),
        eq(refunds.bookingId, bookingId),
        inArray(refunds.status, ["created", "pending"]),
      ),
    );
}

/**
 * Stores the refunds and disputes that the provider knows of a payment. They change no seats, so the event's lock is not
 * taken: each row moves forward by itself. A refund that was made elsewhere, as in the dashboard, becomes a row.
 */
export async function storeProviderState(
  of: Pick<PaymentRow, "eventId" | "paymentId" | "bookingId">,
  state: Pick<ProviderPayment, "refunds" | "disputes">,
  tx: Queryable = db,
) {
  for (const refund of state.refunds) await storeRefund(tx, of, refund);
  for (const dispute of state.disputes) await storeDispute(tx, of, dispute);
}

async function storeRefund(
  tx: Queryable,
  { eventId, paymentId, bookingId }: Pick<PaymentRow, "eventId" | "paymentId" | "bookingId">,
  { id, refundId, status, failureReason, amount, createdAt }: ProviderRefund,
) {
  const known = and(
    eq(refunds.eventId, eventId),
    eq(refunds.paymentId, paymentId),
    refundId === null ? eq(refunds.providerRefundId, id) : eq(refunds.id, refundId),
  );
  // Only forwards: an answer may be older than one that was stored meanwhile.
  const isAhead = sql`(${refunds.status} < ${status} or (${refunds.status} = ${status} and ${refunds.providerRefundId} is null))`;
  const updated = await tx
    .update(refunds)
    .set({
      ...{ status, providerRefundId: id, failureReason },
      succeededAt: status === "succeeded" ? sql`coalesce(${refunds.succeededAt}, now())` : undefined,
      failedAt: status === "failed" ? sql`coalesce(${refunds.failedAt}, now())` : undefined,
    })
    .where(and(known, isAhead))
    .returning({ id: refunds.id });
  if (updated.length > 0) return;
  const at = createdAt.toISOString();
  // Where a refund of ours that was not made yet leaves no room for it, that one will be refused, and this one stored then.
  await tx.execute(sql`
    insert into refunds (event_id, payment_id, booking_id, amount, status, reason, key, provider_refund_id, failure_reason,
      created_at, succeeded_at, failed_at)
    select ${eventId}, ${paymentId}, ${bookingId}, ${amount}, ${status}, 'provider', ${`provider:${id}`}, ${id},
      ${failureReason}, ${at}::timestamptz, case when ${status} = 'succeeded' then ${at}::timestamptz end,
      case when ${status} = 'failed' then ${at}::timestamptz end
    from payments p where p.event_id = ${eventId} and p.id = ${paymentId}
      and (${status} = 'failed' or p.captured_amount - p.refunded_amount >= ${amount})
      and not exists (select from refunds r where r.event_id = ${eventId} and r.provider_refund_id = ${id})
    for no key update of p on conflict do nothing`);
}

async function storeDispute(
  tx: Queryable,
  { eventId, paymentId, bookingId }: Pick<PaymentRow, "eventId" | "paymentId" | "bookingId">,
  { id: providerDisputeId, amount, status, reason, answerBy, openedAt }: ProviderPayment["disputes"][number],
) {
  const isClosed = status === "won" || status === "lost";
  await tx
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
