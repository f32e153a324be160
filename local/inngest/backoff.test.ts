import { expect, test } from "vitest";
import { inngestBackoff } from "./backoff";

test("waits longer after each attempt, up to two hours, with half a minute of jitter", () => {
  const least = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200];
  least.forEach((seconds, attempt) => {
    const ms = inngestBackoff(attempt);
    expect(ms).toBeGreaterThanOrEqual(seconds * 1000);
    expect(ms).toBeLessThan(seconds * 1000 + 30_000);
  });
});
