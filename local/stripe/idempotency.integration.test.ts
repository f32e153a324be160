import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestStripe } from "@/test/services";
import { makeTemporaryFolder } from "@/test/temporary-folder";

let dir: string;
let stripe: Awaited<ReturnType<typeof startTestStripe>>;

beforeEach(async () => {
  dir = makeTemporaryFolder();
  stripe = await startTestStripe({ dir });
});
afterEach(async () => {
  await stripe.close();
  rmSync(dir, { recursive: true, force: true });
});

async function call(path: string, { key, body = "", bearer = "sk_test_local" }: Record<string, string> = {}) {
  const response = await fetch(`${stripe.url}${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/x-www-form-urlencoded",
      ...(key && { "idempotency-key": key }),
    },
    body,
  });
  const json: { id?: string; error?: { type: string; code?: string; message: string } } = await response.json();
  return { ...json, status: response.status, isReplayed: response.headers.get("idempotent-replayed"), response };
}

const session = (amount = 2000, name = "Seat") =>
  new URLSearchParams({
    mode: "payment",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": String(amount),
    "line_items[0][price_data][product_data][name]": name,
    success_url: "http://localhost/done",
  }).toString();
const create = (key: string, body = session()) => call("/v1/checkout/sessions", { key, body });

test("a key with the same parameters gets the same answer, also after a restart", async () => {
  const first = await create("k1");
  expect([first.status, first.isReplayed]).toEqual([200, null]);
  expect(first.response.headers.get("request-id")).toMatch(/^req_/);
  const second = await create("k1");
  expect([second.id, second.isReplayed]).toEqual([first.id, "true"]);
  await stripe.close();
  stripe = await startTestStripe({ dir });
  expect(await create("k1")).toMatchObject({ id: first.id, isReplayed: "true" });
  expect((await create("k2")).id).not.toBe(first.id);
});

test("a key with other parameters, or for another call, is an error", async () => {
  await create("k1");
  for (const again of [create("k1", session(2001)), call("/v1/refunds", { key: "k1", body: "payment_intent=pi_1" })]) {
    expect(await again).toMatchObject({ status: 400, isReplayed: null, error: { type: "idempotency_error" } });
  }
});

test("a key that is in use is a conflict, and then gets the answer", async () => {
  stripe.control.addFault({ kind: "delay-before", ms: 200 });
  const first = create("k1");
  await expect.poll(() => stripe.control.calls.length).toBe(1);
  expect(await create("k1")).toMatchObject({ status: 409, error: { code: "idempotency_key_in_use" } });
  const { id } = await first;
  expect(await create("k1")).toMatchObject({ id, isReplayed: "true" });
});

test("what is refused before it is carried out is not stored; what fails while it is, is", async () => {
  expect(await create("k1", session(1))).toMatchObject({ status: 400, error: { code: "amount_too_small" } });
  expect(await create("k1", session(2000))).toMatchObject({ status: 200, isReplayed: null });

  const { id = "" } = await create("k2");
  await stripe.control.pay(id);
  const expire = () => call(`/v1/checkout/sessions/${id}/expire`, { key: "k3" });
  expect(await expire()).toMatchObject({ status: 400, isReplayed: null });
  expect(await expire()).toMatchObject({ status: 400, isReplayed: "true" });

  stripe.control.addFault({ kind: "status", status: 500, isStored: true });
  expect(await create("k4")).toMatchObject({ status: 500, isReplayed: null });
  expect(await create("k4")).toMatchObject({ status: 500, isReplayed: "true" });
  stripe.control.addFault({ kind: "status", status: 429 });
  expect(await create("k5")).toMatchObject({ status: 429, error: { code: "rate_limit" } });
  expect(await create("k5")).toMatchObject({ status: 200, isReplayed: null });
});

test("parameters that the stand-in does not carry out, and wrong keys, are errors", async () => {
  expect(await create("k1", `${session()}&invoice_creation[enabled]=true`)).toMatchObject({
    status: 400,
    error: { code: "parameter_unknown", message: "Received unknown parameter: invoice_creation" },
  });
  expect(await call("/v1/checkout/sessions", { body: session(), bearer: "sk_test_x" })).toMatchObject({ status: 401 });
  expect(await call("/v1/customers", { body: "" })).toMatchObject({ status: 404 });
  expect(await create("k2", `${session()}&expand[0]=customer`)).toMatchObject({ status: 400 });
  expect(await create("k2", `${session()}&expires_at=${Math.floor(Date.now() / 1000) + 60}`)).toMatchObject({
    status: 400,
  });
});

test("amounts are checked as at Stripe", async () => {
  const inCurrency = (amount: number, currency: string) =>
    create(`${currency}-${amount}`, session(amount).replace("=eur", `=${currency}`));
  expect(await inCurrency(5125, "kwd")).toMatchObject({ status: 400, error: { code: "parameter_invalid_integer" } });
  expect(await inCurrency(1050, "isk")).toMatchObject({ status: 400, error: { code: "parameter_invalid_integer" } });
  expect(await inCurrency(5000, "iqd")).toMatchObject({ status: 400 });
  for (const [amount, currency] of [
    [5120, "kwd"],
    [1000, "isk"],
    [50, "jpy"],
  ] as const) {
    expect((await inCurrency(amount, currency)).status).toBe(200);
  }
});

test("what was acknowledged is there after a restart", async () => {
  const { id = "" } = await create("k1");
  await stripe.control.pay(id, "bank-slow");
  const events = stripe.control.events();
  await stripe.close();
  stripe = await startTestStripe({ dir });
  expect(stripe.control.events()).toEqual(events);
  const paid = await stripe.control.answerBank(id, "succeeds");
  const refund = await stripe.control.refund(String(paid.payment_intent), 500);
  await stripe.close();
  stripe = await startTestStripe({ dir });
  await expect(stripe.control.refund(String(paid.payment_intent), 1501)).rejects.toThrow("greater than unrefunded");
  expect(refund.amount).toBe(500);
});
