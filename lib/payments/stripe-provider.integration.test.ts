import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accepted, checkoutRequest } from "@/test/checkout-request";
import { startTestStripe } from "@/test/services";
import type { PaymentProvider } from "./provider";
import { createStripeProvider } from "./stripe-provider";

let stripe: Awaited<ReturnType<typeof startTestStripe>>;
let provider: PaymentProvider;

beforeAll(async () => {
  stripe = await startTestStripe();
  provider = createStripeProvider({ secretKey: "sk_test_local", webhookSecrets: [], apiBase: stripe.url });
});
afterAll(() => stripe.close());
beforeEach(() => {
  stripe.control.clearFaults();
  stripe.control.setWebhooks({ mode: "off" });
});

async function open(changed: Parameters<typeof checkoutRequest>[0] = {}) {
  const request = checkoutRequest(changed);
  const { sessionId } = accepted(await provider.openCheckout(request));
  return { request, sessionId, reference: { sessionId, intentId: null } };
}

async function openPaid(changed: Parameters<typeof checkoutRequest>[0] = {}) {
  const opened = await open(changed);
  await stripe.control.pay(opened.sessionId);
  const payment = accepted(await provider.capture(opened.reference, `${opened.request.idempotencyKey}:capture`));
  return { ...opened, payment };
}

const callsOf = (call: string) => stripe.control.calls.filter((one) => one === call).length;

describe("a page", () => {
  test("is opened once, whatever the number of calls, and reads as open", async () => {
    const request = checkoutRequest();
    const first = accepted(await provider.openCheckout(request));
    expect(accepted(await provider.openCheckout(request))).toEqual(first);
    expect(first.url).toBe(`${stripe.url}/pay/${first.sessionId}`);
    const payment = accepted(await provider.readPayment({ sessionId: first.sessionId, intentId: null }));
    expect(payment).toEqual({
      sessionId: first.sessionId,
      intentId: null,
      key: request.key,
      status: "open",
      amount: 4500,
      currency: "EUR",
      capturedAmount: 0,
      fee: null,
      feeCurrency: null,
      method: null,
      failureReason: null,
      captureBefore: null,
      createdAt: expect.any(Date),
      refunds: [],
      disputes: [],
    });
  });

  test("stays open after a declined card, and says why it was declined", async () => {
    const { sessionId, reference } = await open();
    await stripe.control.pay(sessionId, "insufficient-funds");
    const payment = accepted(await provider.readPayment(reference));
    expect(payment).toMatchObject({ status: "open", failureReason: "insufficient_funds", method: "card" });
    await stripe.control.pay(sessionId, "not-authenticated");
    expect(accepted(await provider.readPayment(reference))).toMatchObject({
      status: "open",
      failureReason: "payment_intent_authentication_failure",
    });
    await stripe.control.pay(sessionId);
    expect(accepted(await provider.readPayment(reference))).toMatchObject({
      status: "authorized",
      failureReason: null,
    });
  });

  test("is refused for an amount that Stripe cannot charge", async () => {
    const one = (amount: number, currency: string) => ({
      ...{ amount, currency },
      lines: [{ name: "Seat", quantity: 1, unitPrice: amount }],
    });
    const refusedFor = async (amount: number, currency: string) => {
      const result = await provider.openCheckout(checkoutRequest(one(amount, currency)));
      return result.ok ? null : [result.code, result.reason];
    };
    expect(await refusedFor(1005, "KWD")).toEqual(["REFUSED", "amount_not_chargeable"]);
    expect(await refusedFor(5000, "IQD")).toEqual(["REFUSED", "amount_not_chargeable"]);
    expect(await refusedFor(49, "EUR")).toEqual(["REFUSED", "amount_too_small"]);
    expect(await refusedFor(100_000_000, "EUR")).toEqual(["REFUSED", "amount_too_large"]);
    for (const [amount, currency] of [
      [1010, "KWD"],
      [5, "ISK"],
      [9000, "UGX"],
      [150_000, "MGA"],
      [50, "JPY"],
      [17_550, "HUF"],
    ] as const) {
      const { payment } = await openPaid(one(amount, currency));
      expect([payment.currency, payment.amount, payment.capturedAmount]).toEqual([currency, amount, amount]);
    }
  });

  test("cannot be opened for lines that do not add up: that is a bug", async () => {
    await expect(provider.openCheckout(checkoutRequest({ amount: 1 }))).rejects.toThrow("do not add up");
  });
});

describe("cancelling", () => {
  test("closes an open page, and is repeatable", async () => {
    const { sessionId, reference } = await open();
    await stripe.control.pay(sessionId, "declined");
    expect(accepted(await provider.cancel(reference))).toMatchObject({ status: "cancelled", capturedAmount: 0 });
    expect(accepted(await provider.cancel(reference)).status).toBe("cancelled");
    await expect(stripe.control.pay(sessionId)).rejects.toThrow("expired");
    expect(await provider.capture(reference, "any")).toMatchObject({ ok: false, code: "REFUSED" });
  });

  test("releases an authorization", async () => {
    const { sessionId, reference } = await open();
    await stripe.control.pay(sessionId);
    expect(accepted(await provider.cancel(reference))).toMatchObject({ status: "cancelled", refunds: [] });
    expect(await provider.capture(reference, "any")).toMatchObject({ ok: false, reason: "payment_cancelled" });
  });

  test("answers with the money where it came first", async () => {
    const { reference } = await openPaid();
    expect(accepted(await provider.cancel(reference))).toMatchObject({ status: "captured", capturedAmount: 4500 });
    const slow = await open();
    await stripe.control.pay(slow.sessionId, "bank-slow");
    expect(accepted(await provider.cancel(slow.reference)).status).toBe("processing");
  });

  test("releases a payment that was made while the page was being closed", async () => {
    const { sessionId, reference } = await open();
    stripe.control.addFault({ kind: "delay-before", on: "/expire$", ms: 100 });
    const cancelled = provider.cancel(reference);
    await expect.poll(() => stripe.control.calls.at(-1)).toContain("/expire");
    await stripe.control.pay(sessionId);
    expect(accepted(await cancelled).status).toBe("cancelled");
  });
});

describe("a capture", () => {
  test("takes the money once and tells the fee, and until when it was possible", async () => {
    const { sessionId, request, reference } = await open();
    await stripe.control.pay(sessionId);
    const reserved = accepted(await provider.readPayment(reference));
    expect(reserved).toMatchObject({ status: "authorized", method: "card", capturedAmount: 0, fee: null });
    expect(reserved.captureBefore?.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    const captured = accepted(await provider.capture(reference, `${request.idempotencyKey}:capture`));
    expect(captured).toMatchObject({ status: "captured", capturedAmount: 4500, fee: 93, feeCurrency: "EUR" });
    expect(accepted(await provider.capture(reference, "another-key"))).toEqual(captured);
    expect(accepted(await provider.readPayment({ sessionId: "", intentId: captured.intentId }))).toEqual(captured);
    expect(callsOf(`POST /v1/payment_intents/${captured.intentId}/capture`)).toBe(1);
  });

  test("that the bank refuses is refused for good", async () => {
    const { sessionId, reference } = await open();
    await stripe.control.pay(sessionId, "capture-refused");
    expect(await provider.capture(reference, "refused")).toEqual({
      ok: false,
      code: "REFUSED",
      reason: "do_not_honor",
    });
    expect(accepted(await provider.readPayment(reference)).status).toBe("cancelled");
  });

  test("answers with the state where there is nothing to capture yet, or it was paid at once", async () => {
    const { sessionId, reference } = await open();
    expect(accepted(await provider.capture(reference, "open")).status).toBe("open");
    await stripe.control.pay(sessionId, "bank-slow");
    expect(accepted(await provider.capture(reference, "slow")).status).toBe("processing");
    await stripe.control.answerBank(sessionId, "succeeds");
    expect(accepted(await provider.capture(reference, "paid"))).toMatchObject({ status: "captured", method: "ideal" });
  });

  test("finds what another call has captured meanwhile", async () => {
    const { sessionId, reference } = await open();
    await stripe.control.pay(sessionId);
    const results = await Promise.all(["a", "b", "c"].map((key) => provider.capture(reference, `race-${key}`)));
    for (const result of results) expect(accepted(result)).toMatchObject({ status: "captured", capturedAmount: 4500 });
  });
});

test("a bank that refuses after the page was done fails the payment for good", async () => {
  const { sessionId, reference } = await open();
  await stripe.control.pay(sessionId, "bank-slow");
  await stripe.control.answerBank(sessionId, "fails");
  expect(accepted(await provider.readPayment(reference))).toMatchObject({ status: "failed", capturedAmount: 0 });
  expect(accepted(await provider.cancel(reference)).status).toBe("failed");
});

describe("a refund", () => {
  const refundOf = (reference: { sessionId: string; intentId: null }, refundId: number, amount: number, key?: string) =>
    provider.refund({ reference, refundId, amount, currency: "EUR", idempotencyKey: key ?? `refund-${refundId}` });

  test("is made once for its row, also with another key", async () => {
    const { reference, request, payment } = await openPaid();
    const made = accepted(await refundOf(reference, 101, 1000));
    expect(made).toMatchObject({ refundId: 101, amount: 1000, status: "succeeded", failureReason: null });
    expect(accepted(await refundOf(reference, 101, 1000, "another"))).toEqual(made);
    await stripe.control.refund(payment.intentId ?? "", 500);
    const { refunds, key } = accepted(await provider.readPayment(reference));
    expect(key).toEqual(request.key);
    expect(refunds.map(({ refundId, amount }) => [refundId, amount])).toEqual([
      [null, 500],
      [101, 1000],
    ]);
  });

  test("of more than is left, or of nothing captured, is refused", async () => {
    const { reference } = await openPaid();
    expect(await refundOf(reference, 201, 4501)).toEqual({ ok: false, code: "REFUSED", reason: "amount_too_large" });
    accepted(await refundOf(reference, 202, 4500));
    expect(await refundOf(reference, 203, 1)).toMatchObject({ ok: false, reason: "charge_already_refunded" });
    const { reference: unpaid } = await open();
    expect(await refundOf(unpaid, 204, 1)).toMatchObject({ ok: false, reason: "payment_open" });
  });

  test("can be pending, and can fail later", async () => {
    const { reference, payment } = await openPaid();
    stripe.control.setNextRefund({ outcome: "fails", afterMs: 50 });
    expect(accepted(await refundOf(reference, 301, 1000)).status).toBe("pending");
    const read = async () => accepted(await provider.readPayment(reference)).refunds[0];
    await expect.poll(read).toMatchObject({ status: "failed", failureReason: "expired_or_canceled_card" });
    // The row has its answer; a refund of another row can be of the whole.
    expect(accepted(await refundOf(reference, 301, 1000)).status).toBe("failed");
    const whole = accepted(await refundOf(reference, 302, payment.amount));
    await stripe.control.endRefund(whole.id, "fails");
    expect(accepted(await refundOf(reference, 302, payment.amount)).status).toBe("failed");
  });

  test("lists go on beyond one page", async () => {
    const { reference, payment } = await openPaid();
    for (let count = 0; count < 104; count += 1) await stripe.control.refund(payment.intentId ?? "", 1);
    expect(accepted(await provider.readPayment(reference)).refunds).toHaveLength(104);
    expect(accepted(await refundOf(reference, 401, 1)).refundId).toBe(401);
  });
});

test("a dispute is read with its deadline and its end", async () => {
  const { sessionId, reference } = await open();
  await stripe.control.pay(sessionId, "disputed");
  accepted(await provider.capture(reference, "disputed-later"));
  const read = async () => accepted(await provider.readPayment(reference)).disputes[0];
  await expect.poll(read).toMatchObject({ status: "needs_response", amount: 4500, reason: "fraudulent" });
  const dispute = await read();
  expect(dispute?.answerBy?.getTime()).toBeGreaterThan(Date.now());
  for (const status of ["under_review", "won", "lost"] as const) {
    await stripe.control.moveDispute(dispute?.id ?? "", status);
    expect(await read()).toMatchObject({ status });
  }
  const refunded = await provider.refund({ reference, refundId: 1, amount: 1, currency: "EUR", idempotencyKey: "x" });
  expect(refunded).toMatchObject({ ok: false, code: "REFUSED", reason: "charge_disputed" });
});

describe("looking up", () => {
  test("finds the payment behind every object of a notification", async () => {
    const { request, payment, reference } = await openPaid();
    const intentId = payment.intentId ?? "";
    const refund = await stripe.control.refund(intentId, 100);
    const dispute = await stripe.control.openDispute(intentId);
    const about = { key: request.key, intentId, amount: 4500, currency: "EUR" };
    for (const [objectKind, objectId] of [
      ["checkout.session", reference.sessionId],
      ["payment_intent", intentId],
      ["charge", String(refund.charge)],
      ["refund", refund.id],
      ["dispute", dispute.id],
    ] as const) {
      expect([objectKind, accepted(await provider.findPayment({ objectKind, objectId }))]).toEqual([objectKind, about]);
    }
    expect(accepted(await provider.findPayment({ objectKind: "payout", objectId: "po_1" }))).toBeNull();
    expect(accepted(await provider.findPayment({ objectKind: "charge", objectId: "ch_none" }))).toBeNull();
  });

  test("finds nothing where nothing was paid, and refuses", async () => {
    expect(await provider.readPayment({ sessionId: "", intentId: null })).toMatchObject({ reason: "no_payment" });
    expect(await provider.readPayment({ sessionId: "cs_none", intentId: null })).toEqual({
      ok: false,
      code: "REFUSED",
      reason: "resource_missing",
    });
  });

  test("lists every payment once, page by page, newest first", async () => {
    const since = new Date();
    const made: (string | null)[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift((await openPaid()).payment.intentId);
    const listed: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<PaymentProvider["listPayments"]>> = await provider.listPayments({
        ...{ since, after, limit: 2 },
      });
      const { payments, next } = accepted(page);
      for (const { intentId, status, fee } of payments) {
        listed.push(intentId);
        expect([status, fee]).toEqual(["captured", 93]);
      }
      after = next;
    } while (after);
    expect(listed.slice(0, 5)).toEqual(made);
    expect(new Set(listed).size).toBe(listed.length);
    const later = await provider.listPayments({ since: new Date(Date.now() + 60_000), after: null, limit: 10 });
    expect(accepted(later)).toEqual({ payments: [], next: null });
  });
});
