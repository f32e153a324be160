import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { toStripeAmount } from "@/lib/money/provider-amount";
import type { PaymentProvider, ProviderPayment, ProviderReference, ProviderRefund } from "./provider";
import { checkoutParameters } from "./stripe-checkout";
import { createStripeClient, type StripeClientOptions } from "./stripe-client";
import { endAttempt } from "./stripe-end";
import { attempt, failureOf, isInternal, isMissing, Refusal } from "./stripe-errors";
import { findAttempt, findBehind, listPayments, listRefunds, readState } from "./stripe-look-up";
import { refundIdOf, refundMetadata } from "./stripe-metadata";
import { readStripeNotification } from "./stripe-notification";
import { statusOf, toPayment, toRefund } from "./stripe-state";

export type StripeProviderOptions = StripeClientOptions & {
  /** One, or two while the older one is being replaced. */
  webhookSecrets: readonly string[];
};

/** Payments on Stripe's hosted page. Nothing is sent before the first call. */
export function createStripeProvider({ webhookSecrets, ...options }: StripeProviderOptions): PaymentProvider {
  const stripe = createStripeClient(options);
  const end = async (reference: ProviderReference, isReleased: boolean) =>
    readState(stripe, await endAttempt(stripe, reference, { isReleased }));
  return {
    name: "stripe",
    // The POST with the same key is itself the look-up.
    openCheckout: (request) =>
      attempt(async () => {
        const parameters = checkoutParameters(request);
        // The event may be renamed before a repetition: nobody has seen the page of another content.
        const content = createHash("sha256").update(JSON.stringify(parameters)).digest("hex").slice(0, 16);
        const { id, url } = await withSecondKey(`${request.idempotencyKey}:${content}`, (idempotencyKey) =>
          stripe.checkout.sessions.create(parameters, { idempotencyKey }),
        );
        if (!url) throw new Refusal("no_page");
        return { sessionId: id, url };
      }),
    readPayment: (reference) => attempt(async () => readState(stripe, await findAttempt(stripe, reference))),
    capture: (reference, idempotencyKey) => attempt(() => capture(stripe, reference, idempotencyKey)),
    closePage: (reference) => attempt(() => end(reference, false)),
    cancel: (reference) => attempt(() => end(reference, true)),
    refund: (request) => attempt(() => refund(stripe, request)),
    findPayment: (about) =>
      attempt(async () => {
        const found = await findBehind(stripe, about).catch((error: unknown) => {
          if (isMissing(error)) return null;
          throw error;
        });
        if (!found?.intent && !found?.session) return null;
        const { key, intentId, amount, currency } = toPayment(found, [], []);
        return { key, intentId, amount, currency };
      }),
    listPayments: (page) => attempt(() => listPayments(stripe, page)),
    readNotification: (body, headers) => readStripeNotification(webhookSecrets, body, headers),
  };
}

async function capture(stripe: Stripe, reference: ProviderReference, idempotencyKey: string): Promise<ProviderPayment> {
  const found = await findAttempt(stripe, reference);
  const status = statusOf(found);
  if (status === "cancelled" || status === "failed") throw new Refusal(`payment_${status}`);
  if (status !== "authorized" || !found.intent) return readState(stripe, found);
  try {
    const intent = await stripe.paymentIntents.capture(
      found.intent.id,
      { expand: ["latest_charge.balance_transaction"] },
      { idempotencyKey },
    );
    return await readState(stripe, { ...found, intent });
  } catch (error) {
    if (failureOf(error).code === "UNAVAILABLE") throw error;
    // Another call may have captured it.
    const now = await findAttempt(stripe, reference);
    if (statusOf(now) !== "captured") throw error;
    return readState(stripe, now);
  }
}

type RefundRequest = Parameters<PaymentProvider["refund"]>[0];

async function refund(stripe: Stripe, request: RefundRequest): Promise<ProviderRefund> {
  const { refundId, currency } = request;
  const amount = toStripeAmount(request.amount, currency);
  if (amount === null) throw new Refusal("amount_not_chargeable");
  const found = await findAttempt(stripe, request.reference);
  const { intent } = found;
  if (!intent || statusOf(found) !== "captured") throw new Refusal(`payment_${statusOf(found)}`);
  const refunds = await listRefunds(stripe, intent.id);
  const known = refunds.find(({ metadata }) => refundIdOf(metadata) === refundId);
  if (known) return toRefund(known);
  const { quorix_event: event = "", quorix_payment: payment = "" } = intent.metadata;
  const metadata = { quorix_event: event, quorix_payment: payment, ...refundMetadata(refundId) };
  return withSecondKey(request.idempotencyKey, async (idempotencyKey, isSecond) => {
    const made = isSecond
      ? (await listRefunds(stripe, intent.id)).find((other) => refundIdOf(other.metadata) === refundId)
      : undefined;
    return toRefund(
      made ?? (await stripe.refunds.create({ payment_intent: intent.id, amount, metadata }, { idempotencyKey })),
    );
  });
}

/**
 * Stripe keeps an internal error under the key of its request and repeats it for a day. The second key is as fixed as the
 * first, so that a repetition of both still does it once.
 */
async function withSecondKey<T>(key: string, call: (key: string, isSecond: boolean) => Promise<T>): Promise<T> {
  try {
    return await call(key, false);
  } catch (error) {
    if (!isInternal(error)) throw error;
    return call(`${key}:second`, true);
  }
}
