import { expect, test } from "vitest";
import { createTestDatabaseUrl } from "@/test/database-url";
import { runProof } from "./proof";
import { evaluate } from "./report";

const sizes = { buyers: 200, seats: 40, processes: 2, kills: 6, seed: 20 };

test("200 buyers, 40 seats, processes and connections killed: nothing is oversold or lost; without locks it is", async () => {
  const input = { ...sizes, redis: null };
  const withLocks = await runProof({ ...input, databaseUrl: await createTestDatabaseUrl(), hasLocks: true });
  const withoutLocks = await runProof({
    ...input,
    databaseUrl: await createTestDatabaseUrl(),
    hasLocks: false,
    kills: 0,
  });
  const wrong = evaluate(sizes, withLocks, withoutLocks).filter((metric) => !metric.holds);
  expect(wrong).toEqual([]);
});
