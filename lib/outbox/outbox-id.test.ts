import { expect, test } from "vitest";
import { z } from "zod";
import { newOutboxId } from "./outbox";

test("is a version 7 UUID", () => {
  for (let count = 0; count < 1_000; count += 1) {
    expect(z.uuid({ version: "v7" }).safeParse(newOutboxId()).success).toBe(true);
  }
});

test("later ones sort after earlier ones", () => {
  const at = Date.UTC(2026, 10, 22);
  const ids = [at, at + 1, at + 1_000, at + 86_400_000].map((time) => newOutboxId(time));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]?.startsWith(at.toString(16).padStart(12, "0").slice(0, 8))).toBe(true);
});

test("ids of the same millisecond differ", () => {
  const now = Date.now();
  expect(new Set(Array.from({ length: 10_000 }, () => newOutboxId(now))).size).toBe(10_000);
});
