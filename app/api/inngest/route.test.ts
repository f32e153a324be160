import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

/** What Inngest's API was sent. */
const registrations: { url: string; steps: string[] }[] = [];
const inngest = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { url, functions } = JSON.parse(Buffer.concat(chunks).toString());
  type Registered = { steps: Record<string, { runtime: { url: string } }> };
  const steps = (functions as Registered[]).flatMap((one) => Object.values(one.steps).map((step) => step.runtime.url));
  registrations.push({ url, steps });
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ ok: true, modified: true }));
});

beforeAll(async () => {
  await new Promise<void>((listening) => inngest.listen(0, "127.0.0.1", listening));
  // Every function with what it imports: slow the first time.
  await import("./route");
}, 60_000);
afterAll(() => new Promise<void>((closed) => inngest.close(() => closed())));

/** Somebody asks the application, in production, to register with Inngest. */
async function register(headers: Record<string, string>, variables: Record<string, string> = {}) {
  const { port } = inngest.address() as AddressInfo;
  const production = {
    INNGEST_DEV: "",
    INNGEST_BASE_URL: `http://127.0.0.1:${port}`,
    INNGEST_EVENT_KEY: "key",
    INNGEST_SIGNING_KEY: "signkey-prod-0123456789abcdef",
    NEXTAUTH_URL: "https://tickets.example.com",
  };
  for (const [name, value] of Object.entries({ ...production, ...variables })) vi.stubEnv(name, value);
  vi.resetModules();
  const { PUT } = await import("./route");
  const request = new NextRequest(`https://${headers.host}/elsewhere/api/inngest`, { method: "PUT", headers });
  const answer = await PUT(request);
  expect(answer?.status).toBe(200);
  return registrations.at(-1);
}

const registeredAt = (address: string) => ({
  url: address,
  steps: expect.toSatisfy(
    (steps: string[]) => steps.length > 20 && steps.every((url) => url.startsWith(`${address}?`)),
  ),
});

test.each([
  [{ host: "tickets.example.com" }],
  [{ host: "attacker.example" }],
  [{ host: "tickets.example.com", "x-forwarded-host": "attacker.example", "x-forwarded-proto": "http" }],
])(
  "is registered under our own address, whoever asks: %o",
  async (headers) => {
    expect(await register(headers)).toEqual(registeredAt("https://tickets.example.com/api/inngest"));
  },
  30_000,
);

test("is registered where Inngest reaches it, if that is said to be elsewhere", async () => {
  const inside = { INNGEST_SERVE_ORIGIN: "http://quorix.internal:3000" };
  expect(await register({ host: "attacker.example" }, inside)).toEqual(
    registeredAt("http://quorix.internal:3000/api/inngest"),
  );
}, 30_000);
