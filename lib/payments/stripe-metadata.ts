import type Stripe from "stripe";
import type { PaymentKey } from "./provider";

/** On everything that is made for a payment, so that it can be found from either side. */
export const paymentMetadata = ({ eventId, paymentId }: PaymentKey) => ({
  quorix_event: String(eventId),
  quorix_payment: String(paymentId),
});

export const refundMetadata = (refundId: number) => ({ quorix_refund: String(refundId) });

const idOf = (text: string | undefined) => (text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null);

export function paymentKeyOf(metadata: Stripe.Metadata | null | undefined): PaymentKey | null {
  const eventId = idOf(metadata?.quorix_event);
  const paymentId = idOf(metadata?.quorix_payment);
  return eventId && paymentId ? { eventId, paymentId } : null;
}

export const refundIdOf = (metadata: Stripe.Metadata | null) => idOf(metadata?.quorix_refund);
