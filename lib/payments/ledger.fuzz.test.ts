import { expect, test } from "vitest";
import { expectLedgerHolds } from "@/test/payment-histories";

const RUNS = Number(process.env.QUORIX_TEST_RUNS ?? 300);
/** Set this to the printed seed to repeat a failed run. */
const seed = Number(process.env.QUORIX_TEST_SEED ?? Date.now() % 1_000_000);

test(`${RUNS} histories of payments leave money and seats in agreement (seed ${seed})`, {
  timeout: RUNS * 10_000,
}, async () => {
  expect(await expectLedgerHolds({ seed, numRuns: RUNS })).toBeGreaterThan(RUNS / 10);
});
