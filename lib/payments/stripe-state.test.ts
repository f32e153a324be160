import type Stripe from "stripe";
import { expect, test } from "vitest";
import { newCharge } from "@/local/stripe/new-charge";
import { newIntent } from "@/local/stripe/new-intent";
import { newDispute, newRefund } from "@/local/stripe/new-money";
import { statusOf, toPayment, toRefund } from "./stripe-state";

type SessionStatus = Stripe.Checkout.Session.Status | null;

const intent = (status: Stripe.PaymentIntent.Status): Stripe.PaymentIntent => ({
  ...newIntent({ amount: 2000, currency: "eur", description: null, metadata: {} }),
  status,
});
const found = (session: SessionStatus, status: Stripe.PaymentIntent.Status | null) => ({
  session: session && ({ status: session } as Stripe.Checkout.Session),
  intent: status && intent(status),
});

test("each state of the page and of its intent is one of ours", () => {
  const states: [SessionStatus, Stripe.PaymentIntent.Status | null, string][] = [
    ["open", null, "open"],
    ["open", "requires_payment_method", "open"],
    ["open", "requires_action", "open"],
    ["open", "canceled", "open"],
    ["expired", null, "cancelled"],
    ["expired", "canceled", "cancelled"],
    ["expired", "requires_payment_method", "cancelled"],
    ["complete", "requires_capture", "authorized"],
    ["complete", "processing", "processing"],
    ["complete", "requires_action", "processing"],
    ["complete", "succeeded", "captured"],
    ["complete", "canceled", "cancelled"],
    ["complete", "requires_payment_method", "failed"],
    [null, "requires_payment_method", "open"],
    [null, "canceled", "cancelled"],
    // A card that is being asked may still be declined.
    ["open", "processing", "open"],
    // The money counts more than the page.
    ["expired", "requires_capture", "authorized"],
    ["expired", "succeeded", "captured"],
  ];
  for (const [session, status, expected] of states) {
    expect([session, status, statusOf(found(session, status))]).toEqual([session, status, expected]);
  }
});

test("somebody else's payment has no key, and half a key is none", () => {
  const keyOf = (metadata: Stripe.Metadata) =>
    toPayment({ session: null, intent: { ...intent("succeeded"), metadata } }, [], []).key;
  expect(keyOf({})).toBeNull();
  expect(keyOf({ quorix_event: "1" })).toBeNull();
  expect(keyOf({ quorix_event: "1", quorix_payment: "x" })).toBeNull();
  expect(keyOf({ quorix_event: "0", quorix_payment: "2" })).toBeNull();
  expect(keyOf({ quorix_event: "1", quorix_payment: "2" })).toEqual({ eventId: 1, paymentId: 2 });
});

test("states of refunds and disputes are ours", () => {
  const charge = newCharge(intent("succeeded"), "card", { status: "succeeded", failure_code: null });
  const statusOfRefund = (status: string | null) =>
    toRefund(newRefund(charge, { amount: 1, metadata: {}, reason: null, status })).status;
  const refunds = ["succeeded", "failed", "canceled", "pending", "requires_action", null].map(statusOfRefund);
  expect(refunds).toEqual(["succeeded", "failed", "failed", "pending", "pending", "pending"]);

  const disputes: [Stripe.Dispute.Status, string][] = [
    ["needs_response", "needs_response"],
    ["warning_needs_response", "needs_response"],
    ["appeal_needs_response", "needs_response"],
    ["under_review", "under_review"],
    ["warning_under_review", "under_review"],
    ["appeal_under_review", "under_review"],
    ["won", "won"],
    ["warning_closed", "won"],
    ["prevented", "won"],
    ["lost", "lost"],
  ];
  for (const [status, expected] of disputes) {
    const dispute = { ...newDispute(charge, "fraudulent"), status };
    const [ours] = toPayment({ session: null, intent: intent("succeeded") }, [], [dispute]).disputes;
    expect([status, ours?.status]).toEqual([status, expected]);
  }
});

test("a failed refund says why", () => {
  const charge = newCharge(intent("succeeded"), "card", { status: "succeeded", failure_code: null });
  const refund = newRefund(charge, { amount: 1, metadata: { quorix_refund: "8" }, reason: null, status: "failed" });
  expect(toRefund({ ...refund, failure_reason: "lost_or_stolen_card" })).toMatchObject({
    refundId: 8,
    failureReason: "lost_or_stolen_card",
  });
  expect(toRefund({ ...refund, status: "canceled" }).failureReason).toBe("canceled");
});
