import type Stripe from "stripe";

/** What a page was opened with, beside what Stripe's own object shows. */
export type Checkout = {
  lines: { name: string; quantity: number; amount: number }[];
  description: string | null;
  intentMetadata: Stripe.Metadata;
  /** Payment methods that only reserve the money. */
  manual: string[];
  fate: "none" | "capture-refused" | "disputed";
};

/** Something that happens by itself later. */
export type Timer = {
  at: number;
  what: "expire-session" | "answer-bank" | "end-refund" | "open-dispute";
  id: string;
  outcome?: "succeeds" | "fails";
};

/** An event on its way to the application. */
export type Delivery = { eventId: string; attempt: number; at: number };

/** The answer to an idempotency key. */
export type StoredAnswer = { fingerprint: string; status: number; body: string; at: number };

export type StoredEvent = {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: StripeObject };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: Stripe.Event["type"];
};

export type StripeObject =
  | Stripe.Checkout.Session
  | Stripe.PaymentIntent
  | Stripe.Charge
  | Stripe.Refund
  | Stripe.Dispute
  | Stripe.BalanceTransaction;

export type Tables = {
  sessions: Stripe.Checkout.Session;
  intents: Stripe.PaymentIntent;
  charges: Stripe.Charge;
  refunds: Stripe.Refund;
  disputes: Stripe.Dispute;
  transactions: Stripe.BalanceTransaction;
  events: StoredEvent;
  checkouts: Checkout;
  timers: Timer;
  deliveries: Delivery;
  answers: StoredAnswer;
};

export type TableName = keyof Tables;

/** A row as it is now; null: it is gone. */
export type Entry = { [Name in TableName]: { table: Name; id: string; value: Tables[Name] | null } }[TableName];
