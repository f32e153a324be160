import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayParameter } from "@/db/prepared-statements";
import { payments, type refundReason } from "@/db/schema";

const paymentColumns = {
  id: payments.id,
  bookingId: payments.bookingId,
  provider: payments.provider,
  status: payments.status,
  amount: payments.amount,
  currency: payments.currency,
  capturedAmount: payments.capturedAmount,
  refundedAmount: payments.refundedAmount,
  idempotencyKey: payments.idempotencyKey,
  sessionId: payments.sessionId,
  checkoutUrl: payments.checkoutUrl,
  intentId: payments.intentId,
  createdAt: payments.createdAt,
};
/** The keys of its refunds. */
const refundKeys = sql<
  string[]
>`array(select r.key from refunds r where r.event_id = payments.event_id and r.payment_id = payments.id)`;

export type LoadedPayment = { [K in keyof typeof paymentColumns]: (typeof payments.$inferSelect)[K] } & {
  refundKeys: string[];
};

/** Why money goes back. */
export type RefundReason = (typeof refundReason.enumValues)[number];

/** What is known of a payment from its provider. */
export type PaymentDetails = Partial<
  Pick<
    typeof payments.$inferSelect,
    "intentId" | "method" | "fee" | "feeCurrency" | "failureReason" | "captureBefore" | "recordedBy"
  >
>;

/**
 * The payments of bookings, oldest first. They are locked, as refunds that the provider tells of are stored without the
 * event's lock.
 */
export async function loadPayments(tx: Transaction, eventId: number, bookingIds: number[]): Promise<LoadedPayment[]> {
  if (bookingIds.length === 0) return [];
  return tx
    .select({ ...paymentColumns, refundKeys })
    .from(payments)
    .where(
      sql`${payments.eventId} = ${eventId} and ${payments.bookingId} = any (${arrayParameter(bookingIds, "bigint", (id) => id)})`,
    )
    .orderBy(payments.id)
    .for("no key update", { of: payments })
    .prepare("payments_of_bookings")
    .execute();
}
