import fc from "fast-check";
import { db, sql } from "@/db/client";
import { openTestBookings } from "./booking";
import { expectSettled, settleEverything } from "./payment-end";
import { history, openPaymentFixture } from "./payment-fixture";

/** Plays random histories on the file's database. Returns how many bookings were paid for, as one without any says little. */
export async function expectLedgerHolds(options: { seed: number; numRuns: number }): Promise<number> {
  const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
  let captured = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const fixture = await openPaymentFixture(testBookings);
      for (const together of steps) await Promise.all(together.map(fixture.take));
      await settleEverything(fixture, testBookings);
      await expectSettled(fixture, testBookings);
      captured += (await fixture.ofEvent()).payments.filter(({ status }) => status === "captured").length;
    }),
    { ...options, endOnFailure: true },
  );
  return captured;
}
