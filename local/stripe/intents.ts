import type Stripe from "stripe";
import { ApiError, missing, refused } from "./api-error";
import { emit } from "./events";
import { newTransaction } from "./new-money";
import { sessionOfIntent } from "./sessions";
import { now, type Store } from "./store";

const DISPUTED_AFTER_MS = 1_000;

export function intentOf(store: Store, id: string): Stripe.PaymentIntent {
  const intent = store.get("intents", id);
  if (!intent) throw missing("payment_intent", id);
  return intent;
}

const wrongState = (intent: Stripe.PaymentIntent, verb: string) =>
  refused(
    `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`,
    "payment_intent_unexpected_state",
  );

/** `POST /v1/payment_intents/:id/capture` */
export function captureIntent(store: Store, id: string): Stripe.PaymentIntent {
  const intent = intentOf(store, id);
  const charge = store.get("charges", String(intent.latest_charge));
  if (intent.status !== "requires_capture" || !charge) throw wrongState(intent, "captured");
  const session = sessionOfIntent(store, id);
  if (store.get("checkouts", session?.id ?? "")?.fate === "capture-refused") {
    // As an authorization that the bank has withdrawn.
    end(store, intent, "automatic");
    const details = { type: "card_error", code: "card_declined", decline_code: "do_not_honor" } as const;
    throw new ApiError(402, "The bank has refused to capture this payment.", details, true);
  }
  return captureCharge(store, intent, charge);
}

/** Takes the money of a charge: after its authorization, or at once. */
export function captureCharge(
  store: Store,
  intent: Stripe.PaymentIntent,
  reserved: Stripe.Charge,
): Stripe.PaymentIntent {
  const transaction = newTransaction(reserved);
  store.put("transactions", transaction.id, transaction);
  const { amount } = reserved;
  const charge = { ...reserved, captured: true, amount_captured: amount, balance_transaction: transaction.id };
  store.put("charges", charge.id, charge);
  const captured: Stripe.PaymentIntent = {
    ...{ ...intent, status: "succeeded" },
    ...{ amount_capturable: 0, amount_received: amount, latest_charge: charge.id },
  };
  store.put("intents", intent.id, captured);
  const session = sessionOfIntent(store, intent.id);
  if (session) store.put("sessions", session.id, { ...session, payment_status: "paid" });
  if (intent.status === "requires_capture") emit(store, "charge.captured", charge);
  emit(store, "payment_intent.succeeded", captured);
  emit(store, "charge.updated", charge);
  if (session && store.get("checkouts", session.id)?.fate === "disputed") {
    const at = Date.now() + DISPUTED_AFTER_MS;
    store.put("timers", `dispute:${intent.id}`, { at, what: "open-dispute", id: intent.id });
  }
  return captured;
}

/** `POST /v1/payment_intents/:id/cancel` */
export function cancelIntent(store: Store, id: string): Stripe.PaymentIntent {
  const intent = intentOf(store, id);
  const session = sessionOfIntent(store, id);
  if (session?.status === "open") {
    throw refused("This PaymentIntent belongs to an open Checkout Session: expire the Checkout Session instead.");
  }
  const canEnd = intent.status === "requires_capture" || intent.status === "requires_payment_method";
  if (!canEnd) throw wrongState(intent, "canceled");
  return end(store, intent, null);
}

function end(
  store: Store,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent["cancellation_reason"],
): Stripe.PaymentIntent {
  const cancelled: Stripe.PaymentIntent = {
    ...{ ...intent, status: "canceled", amount_capturable: 0 },
    ...{ canceled_at: now(), cancellation_reason: reason },
  };
  store.put("intents", intent.id, cancelled);
  const charge = store.get("charges", String(intent.latest_charge));
  if (intent.status === "requires_capture" && charge) {
    const released = { ...charge, refunded: true, amount_refunded: charge.amount };
    store.put("charges", charge.id, released);
    emit(store, "charge.refunded", released);
  }
  emit(store, "payment_intent.canceled", cancelled);
  return cancelled;
}
