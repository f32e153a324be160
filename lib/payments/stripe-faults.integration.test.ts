import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accepted, checkoutRequest } from "@/test/checkout-request";
import { startTestStripe } from "@/test/services";
import type { PaymentProvider } from "./provider";
import { createStripeProvider } from "./stripe-provider";

const HASTY_MS = 250;
const TOO_LONG_MS = 1_000;

let stripe: Awaited<ReturnType<typeof startTestStripe>>;
let provider: PaymentProvider;
/** Waits for less time than a delay takes. */
let hasty: PaymentProvider;

beforeAll(async () => {
  stripe = await startTestStripe();
  provider = connect();
  hasty = connect(HASTY_MS);
});
afterAll(() => stripe.close());
beforeEach(() => {
  stripe.control.clearFaults();
  stripe.control.setWebhooks({ mode: "off" });
});

const connect = (timeoutMs?: number) =>
  createStripeProvider({ secretKey: "sk_test_local", webhookSecrets: [], apiBase: stripe.url, timeoutMs });

async function openPage() {
  const request = checkoutRequest();
  const { sessionId } = accepted(await provider.openCheckout(request));
  return { sessionId, reference: { sessionId, intentId: null } };
}

test("a page whose answer was lost is found by the next call", async () => {
  const request = checkoutRequest();
  stripe.control.addFault({ kind: "delay-after", on: "POST /v1/checkout", ms: TOO_LONG_MS });
  expect(await hasty.openCheckout(request)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  const page = accepted(await provider.openCheckout(request));
  expect(accepted(await provider.openCheckout(request))).toEqual(page);
});

test("a call that is still under way is not made a second time", async () => {
  const request = checkoutRequest();
  stripe.control.addFault({ kind: "delay-before", on: "POST /v1/checkout", ms: TOO_LONG_MS });
  expect(await hasty.openCheckout(request)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  expect(await provider.openCheckout(request)).toEqual({
    ok: false,
    code: "UNAVAILABLE",
    reason: "idempotency_key_in_use",
  });
  await expect.poll(() => provider.openCheckout(request)).toMatchObject({ ok: true });
});

test("a connection that closes is tried once more with the same key, so nothing happens twice", async () => {
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  accepted(await provider.capture(reference, `${sessionId}:capture`));
  const refund = (refundId: number) =>
    provider.refund({ reference, refundId, amount: 100, currency: "EUR", idempotencyKey: `${sessionId}:${refundId}` });
  for (const [refundId, kind] of [
    [1, "close-before"],
    [2, "close-after"],
  ] as const) {
    stripe.control.addFault({ kind, on: "POST /v1/refunds" });
    expect(accepted(await refund(refundId))).toMatchObject({ refundId, status: "succeeded" });
  }
  stripe.control.addFault({ kind: "close-after", on: "POST /v1/refunds", times: 2 });
  expect(await refund(3)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  accepted(await refund(3));
  const { refunds } = accepted(await provider.readPayment(reference));
  expect(refunds.map(({ refundId }) => refundId)).toEqual([3, 2, 1]);
});

test("a capture or refund that was done without an answer is looked up, and done once", async () => {
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  const capture = (one: PaymentProvider) => one.capture(reference, `${sessionId}:capture`);
  stripe.control.addFault({ kind: "delay-after", on: "/capture$", ms: TOO_LONG_MS });
  expect(await capture(hasty)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  expect(accepted(await capture(provider))).toMatchObject({ status: "captured", capturedAmount: 4500, fee: 93 });

  const refund = (one: PaymentProvider) =>
    one.refund({ reference, refundId: 9, amount: 4500, currency: "EUR", idempotencyKey: `${sessionId}:9` });
  stripe.control.addFault({ kind: "delay-after", on: "POST /v1/refunds", ms: TOO_LONG_MS });
  expect(await refund(hasty)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  expect(accepted(await refund(provider))).toMatchObject({ refundId: 9, amount: 4500 });
  expect(accepted(await provider.readPayment(reference)).refunds).toHaveLength(1);
});

test("a call that arrives after its caller has given up does no harm", async () => {
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  stripe.control.addFault({ kind: "delay-before", on: "/capture$", ms: TOO_LONG_MS });
  expect(await hasty.capture(reference, `${sessionId}:late`)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  expect(accepted(await provider.cancel(reference)).status).toBe("cancelled");
  // In use until the late call is over, and then its answer.
  const { intentId } = accepted(await provider.readPayment(reference));
  const askAgain = () =>
    fetch(`${stripe.url}/v1/payment_intents/${intentId}/capture`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_local", "idempotency-key": `${sessionId}:late` },
      body: "expand[0]=latest_charge.balance_transaction",
    }).then(({ status }) => status);
  await expect.poll(askAgain).toBe(400);
  expect(accepted(await provider.readPayment(reference))).toMatchObject({ status: "cancelled", capturedAmount: 0 });
});

test("every method says UNAVAILABLE, and throws nothing, when Stripe fails, limits or is not there", async () => {
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  const all = (one: PaymentProvider) => [
    one.openCheckout(checkoutRequest()),
    one.readPayment(reference),
    one.capture(reference, `${sessionId}:capture`),
    one.cancel(reference),
    one.refund({ reference, refundId: 1, amount: 1, currency: "EUR", idempotencyKey: `${sessionId}:1` }),
    one.findPayment({ objectId: sessionId, objectKind: "checkout.session" }),
    one.listPayments({ since: new Date(0), after: null, limit: 10 }),
  ];
  const down = createStripeProvider({ secretKey: "sk_test_x", webhookSecrets: [], apiBase: "http://127.0.0.1:1" });
  const wrongKey = createStripeProvider({ secretKey: "sk_test_x", webhookSecrets: [], apiBase: stripe.url });
  for (const [status, one] of [
    [500, provider],
    [503, provider],
    [429, provider],
    [null, down],
    [null, wrongKey],
  ] as const) {
    stripe.control.clearFaults();
    if (status) stripe.control.addFault({ kind: "status", status, times: 50 });
    for (const result of await Promise.all(all(one))) expect(result).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  }
  stripe.control.clearFaults();
  expect(accepted(await provider.readPayment(reference)).status).toBe("authorized");
});

test("a failure that Stripe keeps under the key does not hide a page, and ends with another key", async () => {
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  stripe.control.addFault({ kind: "status", on: "/capture$", isStored: true });
  for (let count = 0; count < 2; count += 1) {
    expect(await provider.capture(reference, `${sessionId}:1`)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  }
  expect(accepted(await provider.capture(reference, `${sessionId}:2`)).status).toBe("captured");
  const other = await openPage();
  stripe.control.addFault({ kind: "status", on: "/expire$", isStored: true });
  expect(await provider.cancel(other.reference)).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  expect(accepted(await provider.cancel(other.reference)).status).toBe("cancelled");
});

test("after the event was renamed, a page is opened all the same, and the same content finds the same page", async () => {
  const request = checkoutRequest();
  const first = accepted(await provider.openCheckout(request));
  const renamed = accepted(await provider.openCheckout({ ...request, eventName: "Another name" }));
  expect(renamed.sessionId).not.toBe(first.sessionId);
  expect(accepted(await provider.openCheckout(request)).sessionId).toBe(first.sessionId);
});

test("a failure that Stripe keeps neither keeps a page from being opened nor a refund from being made", async () => {
  stripe.control.addFault({ kind: "status", on: "POST /v1/checkout/sessions$", isStored: true });
  const { sessionId, reference } = await openPage();
  await stripe.control.pay(sessionId);
  const { amount, currency } = accepted(await provider.capture(reference, sessionId));
  stripe.control.addFault({ kind: "status", on: "POST /v1/refunds$", isStored: true });
  const refund = { reference, refundId: 77, idempotencyKey: `${sessionId}:77`, amount, currency };
  const made = accepted(await provider.refund(refund));
  expect(accepted(await provider.refund(refund)).id).toBe(made.id);
  expect(accepted(await provider.readPayment(reference)).refunds).toHaveLength(1);
});
