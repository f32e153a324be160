import type Stripe from "stripe";
import { toStripeAmount } from "@/lib/money/provider-amount";
import type { CheckoutRequest } from "./provider";
import { Refusal } from "./stripe-errors";
import { paymentMetadata } from "./stripe-metadata";
import { allowedMethods, methodOptions } from "./stripe-methods";

const MINUTE_S = 60;
/** Stripe takes 30 minutes to 24 hours from the moment that the call arrives. */
const LEAST_OPEN_S = 31 * MINUTE_S;
const MOST_OPEN_S = (24 * 60 - 1) * MINUTE_S;
const NAME_LENGTH = 250;

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/**
 * When the page closes by itself, the last resort: an attempt is ended by `cancel`, also earlier. It follows from the
 * request alone, because a repeated call must have the parameters of the first one.
 */
function expiresAt({ createdAt, deadline }: CheckoutRequest): number {
  const created = seconds(createdAt);
  return Math.min(Math.max(seconds(deadline), created + LEAST_OPEN_S), created + MOST_OPEN_S);
}

function stripeAmount(minor: number, currency: string): number {
  const amount = toStripeAmount(minor, currency);
  if (amount === null) throw new Refusal("amount_not_chargeable");
  return amount;
}

/** The parameters of a Checkout Session; the same for the same request, on every machine and at any time. */
export function checkoutParameters(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const { currency, lines, key } = request;
  const sum = lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
  if (sum !== request.amount) throw new Error(`the lines of payment ${key.paymentId} do not add up`);
  stripeAmount(request.amount, currency);
  const metadata = paymentMetadata(key);
  return {
    mode: "payment",
    submit_type: "pay",
    client_reference_id: `${key.eventId}-${key.paymentId}`,
    customer_email: request.buyerEmail,
    line_items: lines.map(({ name, quantity, unitPrice }) => ({
      quantity,
      price_data: {
        currency: currency.toLowerCase(),
        unit_amount: stripeAmount(unitPrice, currency),
        product_data: { name: cut(name) },
      },
    })),
    // Buyers pay the price that the event's page shows.
    adaptive_pricing: { enabled: false },
    allowed_payment_method_types: allowedMethods,
    payment_method_options: methodOptions,
    payment_intent_data: { description: cut(request.eventName), metadata },
    metadata,
    success_url: request.returnUrl,
    cancel_url: request.cancelUrl,
    expires_at: expiresAt(request),
  };
}

const cut = (text: string) => [...text].slice(0, NAME_LENGTH).join("");
