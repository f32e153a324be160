import { expect, it, vi } from "vitest";
import { KeyedSemaphore } from "./keyed-semaphore";

it("grants slots up to the limit, and the next when one is released", async () => {
  const slots = new KeyedSemaphore(() => 2);
  const taken = [slots.tryAcquire("jazz"), slots.tryAcquire("jazz")];
  expect(slots.tryAcquire("jazz")).toBeNull();
  expect(slots.tryAcquire("rock")).not.toBeNull();
  const next = slots.acquire("jazz", 5_000);
  taken[0]?.();
  // A second release has no effect.
  taken[0]?.();
  const given = await next;
  expect(given).not.toBeNull();
  expect(slots.tryAcquire("jazz")).toBeNull();
  given?.();
  taken[1]?.();
  expect(slots.tryAcquire("jazz")).not.toBeNull();
});

it("grants no slot to a caller who has just timed out, and loses none", async () => {
  vi.useFakeTimers();
  try {
    const slots = new KeyedSemaphore(() => 1);
    const taken = slots.tryAcquire("jazz");
    const [left, stays] = [slots.acquire("jazz", 1_000), slots.acquire("jazz", 5_000)];
    // In one step, before any waiting caller is resumed.
    vi.advanceTimersByTime(1_000);
    expect(slots.queueLength("jazz")).toBe(1);
    taken?.();
    expect(await left).toBeNull();
    const given = await stays;
    expect(given).not.toBeNull();
    given?.();
    expect(slots.tryAcquire("jazz")).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

it("grants as many as a raised limit allows, in the order they came", async () => {
  let limit = 1;
  const slots = new KeyedSemaphore(() => limit);
  const release = slots.tryAcquire("jazz");
  const order: number[] = [];
  const waiting = [1, 2, 3].map((who) => slots.acquire("jazz", 5_000).then(() => order.push(who)));
  limit = 2;
  release?.();
  await Promise.all(waiting.slice(0, 2));
  expect(order).toEqual([1, 2]);
  expect(slots.queueLength("jazz")).toBe(1);
});
