import type Stripe from "stripe";
import { refused } from "./api-error";
import { emit } from "./events";
import { captureCharge } from "./intents";
import { type Method, newCharge } from "./new-charge";
import { intentOfSession, sessionOf } from "./sessions";
import type { Store } from "./store";
import type { Checkout } from "./tables";

/** How a buyer's try to pay ends. */
export const outcomes = [
  /** Reserved, to be captured. */
  "card",
  "declined",
  "insufficient-funds",
  /** The second factor was refused. */
  "not-authenticated",
  /** Reserved; the bank refuses the capture. */
  "capture-refused",
  /** Reserved; disputed a second after it was captured. */
  "disputed",
  /** Paid at once. */
  "bank",
  /** The bank answers later, or when `answerBank` says so. */
  "bank-slow",
  "bank-refused",
] as const;
export type Outcome = (typeof outcomes)[number];

const declines: Partial<Record<Outcome, { code: string; decline_code?: string; message: string; method: Method }>> = {
  declined: {
    ...{ code: "card_declined", decline_code: "generic_decline", method: "card" },
    message: "Your card was declined.",
  },
  "insufficient-funds": {
    ...{ code: "card_declined", decline_code: "insufficient_funds", method: "card" },
    message: "Your card has insufficient funds.",
  },
  "not-authenticated": {
    ...{ code: "payment_intent_authentication_failure", method: "card" },
    message: "Your card could not be authenticated.",
  },
  "bank-refused": {
    ...{ code: "payment_intent_payment_attempt_failed", method: "ideal" },
    message: "The payment was cancelled or refused at your bank.",
  },
};

const fates: Partial<Record<Outcome, Checkout["fate"]>> = {
  "capture-refused": "capture-refused",
  disputed: "disputed",
};

/** A buyer's try to pay on a page. Returns the page as it is then. */
export function pay(
  store: Store,
  sessionId: string,
  outcome: Outcome,
  { bankAnswersAfterMs }: { bankAnswersAfterMs?: number } = {},
): Stripe.Checkout.Session {
  const open = sessionOf(store, sessionId);
  if (open.status !== "open") throw refused(`This Checkout Session is ${open.status}.`);
  const intent = intentOfSession(store, open);
  const decline = declines[outcome];
  if (decline) {
    fail(store, intent, decline);
    return sessionOf(store, sessionId);
  }
  const method: Method = outcome.startsWith("bank") ? "ideal" : "card";
  const checkout = store.get("checkouts", sessionId);
  const fate = fates[outcome];
  if (checkout && fate) store.put("checkouts", sessionId, { ...checkout, fate });
  const isSlow = outcome === "bank-slow";
  const charge = newCharge(intent, method, { status: isSlow ? "pending" : "succeeded", failure_code: null });
  store.put("charges", charge.id, charge);
  const tried = {
    ...intent,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    last_payment_error: null,
  };
  complete(store, sessionId);
  if (isSlow) {
    const processing = { ...tried, status: "processing" as const };
    store.put("intents", intent.id, processing);
    emit(store, "charge.pending", charge);
    emit(store, "payment_intent.processing", processing);
    if (bankAnswersAfterMs !== undefined) {
      const at = Date.now() + bankAnswersAfterMs;
      store.put("timers", `bank:${sessionId}`, { at, what: "answer-bank", id: sessionId, outcome: "succeeds" });
    }
  } else if (checkout?.manual.includes(method)) {
    const reserved = { ...tried, status: "requires_capture" as const, amount_capturable: intent.amount };
    store.put("intents", intent.id, reserved);
    emit(store, "charge.succeeded", charge);
    emit(store, "payment_intent.amount_capturable_updated", reserved);
  } else {
    emit(store, "charge.succeeded", charge);
    captureCharge(store, tried, charge);
  }
  emit(store, "checkout.session.completed", sessionOf(store, sessionId));
  return sessionOf(store, sessionId);
}

/** The bank of a payment that is processing decides. */
export function answerBank(store: Store, sessionId: string, outcome: "succeeds" | "fails"): Stripe.Checkout.Session {
  const session = sessionOf(store, sessionId);
  const intent = store.get("intents", String(session.payment_intent));
  const charge = store.get("charges", String(intent?.latest_charge));
  if (intent?.status !== "processing" || !charge) throw refused("No bank has to answer for this Checkout Session.");
  store.put("timers", `bank:${sessionId}`, null);
  if (outcome === "succeeds") {
    const paid = { ...charge, status: "succeeded" as const, paid: true };
    store.put("charges", charge.id, paid);
    emit(store, "charge.succeeded", paid);
    captureCharge(store, intent, paid);
    emit(store, "checkout.session.async_payment_succeeded", sessionOf(store, sessionId));
  } else {
    fail(store, intent, {
      code: "payment_intent_payment_attempt_failed",
      message: "The bank refused.",
      method: "ideal",
    });
    emit(store, "checkout.session.async_payment_failed", sessionOf(store, sessionId));
  }
  return sessionOf(store, sessionId);
}

type Decline = { code: string; decline_code?: string; message: string; method: Method };

function fail(store: Store, intent: Stripe.PaymentIntent, { code, decline_code, message, method }: Decline) {
  const pending = intent.status === "processing" ? store.get("charges", String(intent.latest_charge)) : undefined;
  const failure = { status: "failed" as const, failure_code: code, failure_message: message };
  const charge = pending ? { ...pending, ...failure } : { ...newCharge(intent, method, failure), ...failure };
  store.put("charges", charge.id, charge);
  const failed: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    latest_charge: charge.id,
    last_payment_error: {
      ...{ type: "card_error", code, message, charge: charge.id, payment_method_type: method },
      ...(decline_code && { decline_code }),
    },
  };
  store.put("intents", intent.id, failed);
  emit(store, "charge.failed", charge);
  emit(store, "payment_intent.payment_failed", failed);
}

function complete(store: Store, sessionId: string) {
  const session = sessionOf(store, sessionId);
  store.put("sessions", sessionId, { ...session, status: "complete", url: null });
  store.put("timers", `expire:${sessionId}`, null);
}
