import type Stripe from "stripe";
import { fromStripeAmount } from "@/lib/money/provider-amount";
import type { ProviderDispute, ProviderPayment, ProviderRefund } from "./provider";
import { paymentKeyOf, refundIdOf } from "./stripe-metadata";

/** What Stripe has of an attempt. Nobody has begun to pay where there is no intent. */
export type Found = { session: Stripe.Checkout.Session | null; intent: Stripe.PaymentIntent | null };

const dateOf = (seconds: number) => new Date(seconds * 1000);

/** The money decides: an intent that is paid, or may be, counts more than the page that led to it. */
export function statusOf({ session, intent }: Found): ProviderPayment["status"] {
  if (intent?.status === "succeeded") return "captured";
  if (intent?.status === "requires_capture") return "authorized";
  // While the page is open, a card that is being asked may still be declined, and another be tried.
  if (intent?.status === "processing" && session?.status !== "open") return "processing";
  if (session?.status === "expired") return "cancelled";
  if (session?.status === "open") return "open";
  if (intent?.status === "canceled") return "cancelled";
  // The bank refused after the page was done.
  if (session?.status === "complete") return intent?.status === "requires_payment_method" ? "failed" : "processing";
  return "open";
}

/** The charge of the intent, which was read with it. */
export function chargeOf(intent: Stripe.PaymentIntent | null): Stripe.Charge | null {
  const charge = intent?.latest_charge;
  return typeof charge === "object" ? charge : null;
}

function feeOf(charge: Stripe.Charge | null): Pick<ProviderPayment, "fee" | "feeCurrency"> {
  const transaction = charge?.balance_transaction;
  if (!transaction || typeof transaction === "string") return { fee: null, feeCurrency: null };
  const feeCurrency = transaction.currency.toUpperCase();
  return { fee: fromStripeAmount(transaction.fee, feeCurrency), feeCurrency };
}

/** The state of an attempt, in our terms. */
export function toPayment(found: Found, refunds: Stripe.Refund[], disputes: Stripe.Dispute[]): ProviderPayment {
  const { session, intent } = found;
  const charge = chargeOf(intent);
  const currency = (intent?.currency ?? session?.currency ?? "").toUpperCase();
  const captureBefore = charge?.payment_method_details?.card?.capture_before;
  const error = intent?.last_payment_error;
  return {
    sessionId: session?.id ?? null,
    intentId: intent?.id ?? null,
    key: paymentKeyOf(intent?.metadata) ?? paymentKeyOf(session?.metadata),
    status: statusOf(found),
    amount: fromStripeAmount(intent?.amount ?? session?.amount_total ?? 0, currency),
    currency,
    capturedAmount: fromStripeAmount(intent?.amount_received ?? 0, currency),
    ...feeOf(charge),
    method: charge?.payment_method_details?.type ?? error?.payment_method_type ?? null,
    failureReason: error?.decline_code ?? error?.code ?? null,
    captureBefore: captureBefore ? dateOf(captureBefore) : null,
    createdAt: dateOf(session?.created ?? intent?.created ?? 0),
    refunds: refunds.map(toRefund),
    disputes: disputes.map(toDispute),
  };
}

const refundStatuses: Readonly<Record<string, ProviderRefund["status"]>> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
};

export function toRefund(refund: Stripe.Refund): ProviderRefund {
  const status = refundStatuses[refund.status ?? ""] ?? "pending";
  return {
    id: refund.id,
    refundId: refundIdOf(refund.metadata),
    amount: fromStripeAmount(refund.amount, refund.currency.toUpperCase()),
    status,
    failureReason: status === "failed" ? (refund.failure_reason ?? refund.status) : null,
    createdAt: dateOf(refund.created),
  };
}

const disputeStatuses: Readonly<Record<string, ProviderDispute["status"]>> = {
  needs_response: "needs_response",
  warning_needs_response: "needs_response",
  appeal_needs_response: "needs_response",
  won: "won",
  warning_closed: "won",
  prevented: "won",
  lost: "lost",
};

function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const answerBy = dispute.evidence_details.due_by;
  return {
    id: dispute.id,
    amount: fromStripeAmount(dispute.amount, dispute.currency.toUpperCase()),
    status: disputeStatuses[dispute.status] ?? "under_review",
    reason: dispute.reason,
    answerBy: answerBy ? dateOf(answerBy) : null,
    openedAt: dateOf(dispute.created),
  };
}
