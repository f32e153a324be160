import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { retryRefund } from "@/lib/payments/team";
import { expectCleanInventory, type TestBookings } from "./booking";
import type { PaymentFixture } from "./payment-fixture";

/** What a provider, a clock and a person do until nothing is open. */
export async function settleEverything(
  { event, provider, sweep, notify, faults, ofEvent }: PaymentFixture,
  testBookings: TestBookings,
) {
  faults.length = 0;
  for (const [at, sessionId] of [...provider.sessions.keys()].entries()) {
    provider.answerOfBank(sessionId, at % 2 === 0 ? "captured" : "failed");
    // A provider repeats a notification for days.
    await notify(sessionId, 1);
  }
  testBookings.advance(60);
  for (let round = 0; round < 6; round += 1) {
    await sweep();
    await testBookings.manager.runExclusive(event.id, async (unit) => void unit.expireOverdueHolds());
    const rows = await ofEvent();
    const isKept = (bookingId: number) => rows.bookings.find(({ id }) => id === bookingId)?.status === "confirmed";
    // A refund that a bank has returned is listed, and a person asks for it again.
    const failed = rows.refunds.filter((one) => one.status === "failed" && !one.reviewedAt && !isKept(one.bookingId));
    const isOpen = rows.refunds.some(({ status }) => status === "created" || status === "pending");
    if (failed.length === 0 && !isOpen) return;
    for (const { id } of failed)
      await retryRefund({
        eventId: event.id,
        refundId: id,
        actorId: rows.bookings[0]?.userId ?? 0,
      });
  }
}

/** What has to be true once everything is settled, whatever happened. */
export async function expectSettled({ event, provider, ofEvent }: PaymentFixture, testBookings: TestBookings) {
  const rows = await ofEvent();
  const sum = (of: { amount: number; status: string }[]) =>
    of.reduce((total, { status, amount }) => total + (status === "failed" ? 0 : amount), 0);

  for (const row of rows.payments) {
    const session = provider.sessions.get(row.sessionId ?? "");
    const state = session?.payment;
    expect(row.status, `payment ${row.id} is open`).not.toMatch(/created|authorized/);
    expect(["open", "processing", "authorized"], "open at the provider").not.toContain(state?.status);
    expect(row.capturedAmount, "captured").toBe(state?.capturedAmount ?? 0);
    expect(row.status === "captured", "captured").toBe(state?.status === "captured");
    const own = rows.refunds.filter(({ paymentId }) => paymentId === row.id);
    const made = state?.refunds ?? [];
    expect(row.refundedAmount, "refunded").toBe(sum(own));
    expect(row.refundedAmount, "refunded at the provider").toBe(sum(made));
    for (const { id, amount, status } of made) {
      expect(
        own.filter((refund) => refund.providerRefundId === id),
        `row of refund ${id}`,
      ).toMatchObject([{ amount, status }]);
    }
    const asked = made.flatMap(({ refundId }) => refundId ?? []);
    expect(new Set(asked).size, "no refund is made twice").toBe(asked.length);
  }
  for (const booking of rows.bookings) {
    const own = rows.payments.filter(({ bookingId }) => bookingId === booking.id);
    const captured = own.filter(({ capturedAmount }) => capturedAmount === booking.totalPrice);
    const kept = own.reduce((total, { capturedAmount, refundedAmount }) => total + capturedAmount - refundedAmount, 0);
    const isConfirmed = booking.status === "confirmed";
    expect(booking.isPaying, "is_paying").toBe(false);
    if (isConfirmed) {
      expect(captured.length, `a captured payment for ${booking.reference}`).toBeGreaterThan(0);
      expect(kept, "not paid twice").toBeLessThanOrEqual(booking.totalPrice);
    } else expect(kept, `kept of ${booking.status} ${booking.reference}`).toBe(0);
    const [valid] = await testBookings.db.execute<{ count: number }>(sql`
      select count(*)::int as count from tickets where booking_id = ${booking.id} and status = 'valid'`);
    expect(valid?.count, "valid tickets").toBe(isConfirmed ? booking.numberOfTickets : 0);
  }
  const taken = rows.bookings.reduce(
    (total, { status, numberOfTickets }) => total + (status === "confirmed" ? numberOfTickets : 0),
    0,
  );
  expect(await testBookings.counters(event), "seats").toMatchObject({ available: event.capacity - taken });
  await expectCleanInventory(testBookings.db);
}
