import { afterEach, beforeEach, expect, test } from "vitest";
import type { PaymentProvider } from "@/lib/payments/provider";
import { createStripeProvider } from "@/lib/payments/stripe-provider";
import { accepted, checkoutRequest } from "@/test/checkout-request";
import { startTestStripe } from "@/test/services";

let stripe: Awaited<ReturnType<typeof startTestStripe>>;
let provider: PaymentProvider;

beforeEach(async () => {
  stripe = await startTestStripe();
  provider = createStripeProvider({ secretKey: "sk_test_local", webhookSecrets: [], apiBase: stripe.url });
});
afterEach(() => stripe.close());

async function openPage() {
  const { url, sessionId } = accepted(await provider.openCheckout(checkoutRequest({ eventName: "Rock & <Roll>" })));
  const read = async () => accepted(await provider.readPayment({ sessionId, intentId: null }));
  return { url, sessionId, read, success: `http://localhost:3000/checkout/abc/paid?session=${sessionId}` };
}

async function press(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
  return { status: response.status, to: response.headers.get("location"), html: await response.text() };
}
const show = async (url: string) => (await fetch(url)).text();

test("the page says that it is a test, what is paid, and leads back", async () => {
  const { url } = await openPage();
  const html = await show(url);
  for (const text of ["Test payments", "no money moves", "€45", "2 × Balcony", "Rock &amp; &lt;Roll&gt;"]) {
    expect(html).toContain(text);
  }
  expect(html).toContain('href="http://localhost:3000/checkout/abc"');
  expect(html).not.toContain("<script");
  expect((await fetch(`${stripe.url}/pay/cs_none`)).status).toBe(404);
});

test("a card that works leads to the success page, once", async () => {
  const { url, success, read } = await openPage();
  expect(await press(url, { card: "4242 4242 4242 4242" })).toMatchObject({ status: 303, to: success });
  expect(await read()).toMatchObject({ status: "authorized" });
  expect(await press(url, { card: "4242424242424242" })).toMatchObject({ status: 303, to: new URL(url).pathname });
  expect(await show(url)).toContain("This payment is done");
});

test("declined cards stay on the page, which says why", async () => {
  const { url, read } = await openPage();
  expect((await press(url, { card: "4000000000000002" })).to).toBe(new URL(url).pathname);
  expect(await show(url)).toContain("Your card was declined.");
  await press(url, { card: "4000000000009995" });
  expect(await show(url)).toContain("insufficient funds");
  expect(await press(url, { card: "5555" })).toMatchObject({ status: 422 });
  expect(await read()).toMatchObject({ status: "open", failureReason: "insufficient_funds" });
});

test("a second factor is approved or refused", async () => {
  const { url, success, read } = await openPage();
  const { to } = await press(url, { card: "4000002500003155" });
  expect(await show(`${stripe.url}${to}`)).toContain("Approve");
  await press(`${stripe.url}${to}`, { outcome: "not-authenticated" });
  expect(await read()).toMatchObject({ status: "open", failureReason: "payment_intent_authentication_failure" });
  expect((await press(`${stripe.url}${to}`, { outcome: "card" })).to).toBe(success);
});

test("a bank pays at once, later, or not at all", async () => {
  const first = await openPage();
  await press(`${first.url}?step=bank`, { outcome: "bank-refused" });
  expect(await first.read()).toMatchObject({ status: "open", method: "ideal" });
  expect((await press(`${first.url}?step=bank`, { outcome: "bank" })).to).toBe(first.success);
  expect(await first.read()).toMatchObject({ status: "captured", method: "ideal" });

  for (const [answer, status] of [
    ["succeeds", "captured"],
    ["fails", "failed"],
  ] as const) {
    const slow = await openPage();
    expect((await press(slow.url, { outcome: "bank-slow" })).to).toBe(slow.success);
    expect(await slow.read()).toMatchObject({ status: "processing" });
    expect(await show(slow.url)).toContain("The bank hasn’t answered yet");
    await press(slow.url, { answer });
    expect(await slow.read()).toMatchObject({ status });
  }
});

test("a page that has expired says so", async () => {
  const { url, sessionId, read } = await openPage();
  accepted(await provider.cancel({ sessionId, intentId: null }));
  expect(await show(url)).toContain("This page has expired");
  await press(url, { card: "4242424242424242" });
  expect(await read()).toMatchObject({ status: "cancelled" });
});

test("other sites can neither pay nor set faults", async () => {
  const { url, read } = await openPage();
  const foreign = { origin: "https://example.com" };
  expect((await press(url, { card: "4242424242424242" }, foreign)).status).toBe(403);
  expect((await press(`${stripe.url}/_faults`, {}, foreign)).status).toBe(403);
  expect((await read()).status).toBe("open");
});

test("another process controls it over HTTP", async () => {
  const { sessionId, read } = await openPage();
  const post = async (path: string, body: object, method = "POST") => {
    const response = await fetch(`${stripe.url}${path}`, {
      method,
      ...(method === "POST" && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  expect(await post("/_outcomes", { session: sessionId, outcome: "bank-slow", bankAnswersAfterMs: 20 })).toMatchObject({
    status: 200,
    json: { status: "complete" },
  });
  await expect.poll(read).toMatchObject({ status: "captured" });
  const { intentId } = await read();
  await post("/_refunds", { next: { outcome: "fails", afterMs: 0 } });
  await post("/_refunds", { payment_intent: intentId, amount: 100 });
  await expect.poll(async () => (await read()).refunds[0]?.status).toBe("failed");
  const { json } = await post("/_disputes", { payment_intent: intentId });
  await post("/_disputes", { dispute: json.id, status: "lost" });
  expect((await read()).disputes).toMatchObject([{ status: "lost" }]);
  await post("/_faults", { kind: "status", status: 500, times: 9 });
  expect(await provider.readPayment({ sessionId, intentId })).toMatchObject({ ok: false, code: "UNAVAILABLE" });
  await post("/_faults", {}, "DELETE");
  expect((await read()).status).toBe("captured");
  expect((await post("/_faults", { kind: "flood" })).status).toBe(400);
  expect((await post("/_outcomes", { session: sessionId })).status).toBe(400);
  expect((await post("/_nothing", {})).status).toBe(404);
});
