import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRedis } from "@/test/services";
import { createRateLimits } from "./rate-limit";

let service: Awaited<ReturnType<typeof startTestRedis>>;
let limits: ReturnType<typeof createRateLimits>;

beforeAll(async () => {
  service = await startTestRedis();
  const redis = new Redis({ url: service.url, token: service.token, retry: false, enableTelemetry: false });
  // What is tried here is the counting, on machines of any speed; the deadline has its own test.
  limits = createRateLimits(redis, 20_000);
});
afterAll(() => service.close());

const someone = (address = `${crypto.randomUUID()}@quorix.test`) => ({ address, ip: crypto.randomUUID() });

describe("rateLimit on a real Redis", () => {
  it("refuses the eleventh sign-in for an address, from wherever it comes, and nobody else's", async () => {
    const { address } = someone();
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await limits.rateLimit("sign-in", someone(address)), `attempt ${attempt}`).toEqual({ ok: true });
    }
    expect(await limits.rateLimit("sign-in", someone(address))).toEqual({
      ok: false,
      retryInSeconds: expect.any(Number),
      retryInMinutes: expect.any(Number),
    });
    expect(await limits.rateLimit("sign-in", someone())).toEqual({ ok: true });
  });

  it("refuses the forty-first sign-up from one place", async () => {
    const { ip } = someone();
    const answers = [];
    for (let attempt = 0; attempt < 41; attempt++)
      answers.push(await limits.rateLimit("sign-up", { ...someone(), ip }));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(40);
    expect(answers.at(-1)?.ok).toBe(false);
  });

  it("counts failures only, when successes are given back", async () => {
    const { address } = someone();
    for (let attempt = 0; attempt < 25; attempt++) {
      expect(await limits.rateLimit("sign-in", someone(address))).toEqual({ ok: true });
      await limits.returnAttempt("sign-in", address);
    }
  });
});
