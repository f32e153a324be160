import { expect, it } from "vitest";
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
