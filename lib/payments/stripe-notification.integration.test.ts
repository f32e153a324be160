import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signatureOf } from "@/local/stripe/webhooks";
import { accepted, checkoutRequest } from "@/test/checkout-request";
import { startTestStripe } from "@/test/services";
import { makeTemporaryFolder } from "@/test/temporary-folder";
import type { PaymentProvider, ProviderNotification } from "./provider";
import { createStripeProvider } from "./stripe-provider";

type Received = { path: string | undefined; notification: ProviderNotification | null };

let app: Server;
let received: Received[];
let status: number;
let stripe: Awaited<ReturnType<typeof startTestStripe>>;
let provider: PaymentProvider;

beforeEach(async () => {
  received = [];
  status = 200;
  app = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers({ "stripe-signature": String(request.headers["stripe-signature"]) });
    const notification = await provider.readNotification(Buffer.concat(chunks), headers);
    received.push({ path: request.url, notification });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const { port } = app.address() as AddressInfo;
  stripe = await startTestStripe({ appUrl: `http://127.0.0.1:${port}` });
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = stripe.env;
  provider = createStripeProvider({ secretKey, webhookSecrets: ["whsec_new", "whsec_local"], apiBase });
});
afterEach(async () => {
  await stripe.close();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

async function openPage(): Promise<string> {
  return accepted(await provider.openCheckout(checkoutRequest())).sessionId;
}
const types = () => received.map(({ notification }) => notification?.type);

test("the application is told what happened, of which object, with a signature that it can check", async () => {
  const sessionId = await openPage();
  await stripe.control.pay(sessionId);
  await expect.poll(types).toHaveLength(4);
  expect(types().toSorted()).toEqual([
    "charge.succeeded",
    "checkout.session.completed",
    "payment_intent.amount_capturable_updated",
    "payment_intent.created",
  ]);
  const completed = received.find(({ notification }) => notification?.type === "checkout.session.completed");
  expect(completed).toEqual({
    path: "/api/stripe/webhook",
    notification: {
      id: expect.stringMatching(/^evt_/),
      type: "checkout.session.completed",
      objectId: sessionId,
      objectKind: "checkout.session",
      createdAt: expect.any(Date),
    },
  });
});

test("a notification that was not taken comes again, also after a restart", async () => {
  const dir = makeTemporaryFolder();
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  await stripe.close();
  stripe = await startTestStripe({ dir, appUrl });
  provider = createStripeProvider({ secretKey: "sk_test_local", webhookSecrets: ["whsec_local"], apiBase: stripe.url });
  status = 500;
  const sessionId = await openPage();
  await stripe.control.pay(sessionId, "declined");
  await expect.poll(() => received.length).toBeGreaterThan(3);
  await stripe.close();
  received = [];
  status = 200;
  stripe = await startTestStripe({ dir, appUrl });
  await expect.poll(() => new Set(types()).size).toBe(3);
  rmSync(dir, { recursive: true });
});

test("notifications can be lost, come twice, late and out of order", async () => {
  stripe.control.setWebhooks({ mode: "off" });
  await stripe.control.pay(await openPage());
  stripe.control.setWebhooks({ copies: 2, isReversed: true });
  const sessionId = await openPage();
  await stripe.control.pay(sessionId);
  await expect.poll(types).toHaveLength(8);
  expect(types()[0]).toBe("checkout.session.completed");
  expect(types().at(-1)).toBe("payment_intent.created");
  expect(new Set(received.map(({ notification }) => notification?.id)).size).toBe(4);
});

test("a signature is valid with either secret, over these very bytes, for five minutes", async () => {
  const event = {
    id: "evt_1",
    type: "refund.failed",
    created: 1_800_000_000,
    data: { object: { id: "re_1", object: "refund" } },
  };
  const body = JSON.stringify({ object: "event", ...event });
  const now = Math.floor(Date.now() / 1000);
  const read = (signature: string | null, bytes = body) =>
    provider.readNotification(Buffer.from(bytes), new Headers(signature ? { "stripe-signature": signature } : {}));
  const expected = {
    ...{ id: "evt_1", type: "refund.failed", objectId: "re_1", objectKind: "refund" },
    createdAt: new Date(1_800_000_000_000),
  };
  expect(await read(signatureOf(body, "whsec_local"))).toEqual(expected);
  expect(await read(signatureOf(body, "whsec_new", now - 290))).toEqual(expected);
  expect(await read(signatureOf(body, "whsec_new", now - 310))).toBeNull();
  expect(await read(signatureOf(body, "whsec_other"))).toBeNull();
  expect(await read(signatureOf(body, "whsec_new"), `${body} `)).toBeNull();
  expect(await read(null)).toBeNull();
  expect(await read("t=1,v1=")).toBeNull();
  expect(await read("nonsense")).toBeNull();
  for (const strange of ["not JSON", "{}", '{"data":{}}', "[]", "null"]) {
    expect([strange, await read(signatureOf(strange, "whsec_new"), strange)]).toEqual([strange, null]);
  }
});
