import { expect, it, vi } from "vitest";
import { takeSlot } from "./slots";

it("lets so many download at once, and the next when one is done", async () => {
  const taken = [];
  for (let slot = await takeSlot(0); slot; slot = await takeSlot(0)) taken.push(slot);
  expect(taken.length).toBeGreaterThan(0);
  const next = takeSlot(5_000);
  taken[0]?.();
  // Given back twice, it is still one place.
  taken[0]?.();
  const given = await next;
  expect(given).not.toBeNull();
  expect(await takeSlot(0)).toBeNull();
  given?.();
  for (const release of taken) release();
  expect(await takeSlot(0)).not.toBeNull();
});

it("gives no slot to whoever has just left, and takes none from whoever waits", async () => {
  vi.useFakeTimers();
  try {
    const taken = [];
    for (let slot = await empty(); slot; slot = await empty()) taken.push(slot);
    const [left, stays] = [takeSlot(1_000), takeSlot(5_000)];
    // In one step, before anybody who waits hears of it.
    vi.advanceTimersByTime(1_000);
    taken[0]?.();
    expect(await left).toBeNull();
    const given = await stays;
    expect(given).not.toBeNull();
    given?.();
    for (const release of taken) release();
    expect(await empty()).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

/** A slot, if one is free at once. */
async function empty() {
  const slot = takeSlot(0);
  vi.advanceTimersByTime(0);
  return slot;
}
