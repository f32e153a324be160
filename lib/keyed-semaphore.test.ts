import { expect, it, vi } from "vitest";
import { KeyedSemaphore } from "./keyed-semaphore";

it("lets so many of a key go on at once, and the next when one is done", async () => {
  const slots = new KeyedSemaphore(() => 2);
  const taken = [slots.tryAcquire("jazz"), slots.tryAcquire("jazz")];
  expect(slots.tryAcquire("jazz")).toBeNull();
  expect(slots.tryAcquire("rock")).not.toBeNull();
  const next = slots.acquire("jazz", 5_000);
  taken[0]?.();
  // Given back twice, it is still one place.
  taken[0]?.();
  const given = await next;
  expect(given).not.toBeNull();
  expect(slots.tryAcquire("jazz")).toBeNull();
  given?.();
  taken[1]?.();
  expect(slots.tryAcquire("jazz")).not.toBeNull();
});

it("gives no turn to whoever has just left, and takes none from whoever waits", async () => {
  vi.useFakeTimers();
  try {
    const slots = new KeyedSemaphore(() => 1);
    const taken = slots.tryAcquire("jazz");
    const [left, stays] = [slots.acquire("jazz", 1_000), slots.acquire("jazz", 5_000)];
    // In one step, before anybody who waits hears of it.
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

it("lets as many in as the limit has grown to, in the order they came", async () => {
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
