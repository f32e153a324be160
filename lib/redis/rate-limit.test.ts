import { beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { getClientIp, rateLimit, returnAttempt } from "./rate-limit";

const who = { address: "ada@quorix.test", ip: "192.0.2.7" };

describe("rateLimit without a working Redis", () => {
  const warn = vi.fn();
  beforeEach(() => {
    warn.mockClear();
    vi.spyOn(log, "warn").mockImplementation(warn);
  });

  it("allows every request and logs it, without personal data", async () => {
    for (let attempt = 0; attempt < 30; attempt++) {
      expect(await rateLimit("sign-in", who)).toEqual({ ok: true });
    }
    expect(warn).toHaveBeenCalledTimes(30);
    expect(JSON.stringify(warn.mock.calls)).not.toMatch(/ada|192\.0\.2/);
  });

  it("does not wait for one that never answers", async () => {
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    const before = performance.now();
    expect(await rateLimit("reset-link", who)).toEqual({ ok: true });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(warn).toHaveBeenCalledOnce();
  });

  it("survives giving an attempt back, too", async () => {
    await expect(returnAttempt("sign-in", who.address)).resolves.toBeUndefined();
  });
});

describe("rateLimit with Redis", () => {
  it("refuses when the script says that nothing is left, and names the wait in minutes", async () => {
    // The sliding window's script answers with what remains: less than zero is a refusal.
    vi.stubGlobal("fetch", async () => Response.json([{ result: [-1, 5] }, { result: [-1, 40] }]));
    const answer = await rateLimit("sign-up", who);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.retryInMinutes).toBeGreaterThanOrEqual(1);
    if (!answer.ok) expect(answer.retryInMinutes).toBeLessThanOrEqual(60);
  });
});

it("believes the nearest proxy, not what a visitor wrote before it", () => {
  expect(getClientIp(new Headers({ "x-forwarded-for": "203.0.113.9" }))).toBe("203.0.113.9");
  expect(getClientIp(new Headers({ "x-forwarded-for": "1.1.1.1, 203.0.113.9" }))).toBe("203.0.113.9");
  expect(getClientIp(new Headers())).toBe("unknown");
});
