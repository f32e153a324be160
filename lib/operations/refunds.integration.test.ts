import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { outbox, refunds } from "@/db/schema";
import { settleBooking } from "@/lib/payments/settle";
import { recordVenuePayment } from "@/lib/payments/team";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { runOperation } from "@/test/operations";
import { openPaidBookings } from "@/test/paid-bookings";
import { cancelEvent } from "./cancel-event";
import { countRefunds, getOperationRefunds, retryFailedRefunds } from "./refunds";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, pay, begin, provider, deps } = openPaidBookings(testBookings);

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => expectCleanInventory(db));

test("cancelling an event refunds what was paid, once, and failed refunds are asked for again", async () => {
  const event = await onlineEvent({ capacity: 20 });
  const paid = [await pay(event, 1), await pay(event, 2), await pay(event, 3)];
  await begin(event, 1);
  const actorId = await testBookings.user();
  expect(await countRefunds(event.id)).toEqual([{ bookings: 3, online: 11_400, venue: 0, currency: "EUR" }]);
  const cancelled = await cancelEvent(testBookings.manager, { eventId: event.id, actorId, reason: "Flooded." });
  if (!cancelled.ok || !cancelled.operationId) throw new Error("not cancelled");
  const { operationId } = cancelled;
  await runOperation(operationId);
  await runOperation(operationId);
  expect(await countRefunds(event.id)).toEqual([]);
  const sum = (count: number, amount: number) => [{ count, amount, currency: "EUR" }];
  expect(await getOperationRefunds(operationId)).toMatchObject({
    sums: { pending: sum(3, 11_400), done: [], failed: [] },
  });

  for (const booking of paid) await settleBooking(deps, booking);
  const [first] = await db
    .select()
    .from(refunds)
    .where(eq(refunds.bookingId, paid[0]?.bookingId ?? 0));
  provider.failRefund(paid[0]?.sessionId ?? "", first?.providerRefundId ?? "");
  await db
    .update(refunds)
    .set({ status: "failed", failureReason: "expired_card" })
    .where(eq(refunds.id, first?.id ?? 0));
  expect(await getOperationRefunds(operationId)).toEqual({
    sums: { done: sum(2, 9_500), pending: [], handBack: [], failed: sum(1, 1_900) },
    failed: [expect.objectContaining({ reference: paid[0]?.reference, amount: 1_900, failureReason: "expired_card" })],
  });

  await db.delete(outbox);
  const both = await Promise.all([1, 2].map(() => retryFailedRefunds({ operationId, actorId })));
  expect(both.map((again) => again.refunds).toSorted()).toEqual([0, 1]);
  expect(await testBookings.announced()).toEqual(["payment/check.requested"]);
  await settleBooking(deps, paid[0] ?? { eventId: 0, bookingId: 0 });
  expect(await getOperationRefunds(operationId)).toMatchObject({
    sums: { done: sum(3, 11_400), failed: [] },
    failed: [],
  });
});

test("what was paid at the venue is counted by itself, and is to be handed back", async () => {
  const event = await onlineEvent({ paymentMethod: "venue" });
  const { reference } = await testBookings.book(event, 2);
  const actorId = await testBookings.user();
  await recordVenuePayment(testBookings.manager, { reference, actorId });
  expect(await countRefunds(event.id)).toEqual([{ bookings: 1, online: 0, venue: 3_800, currency: "EUR" }]);
  const cancelled = await cancelEvent(testBookings.manager, { eventId: event.id, actorId, reason: "Flooded." });
  if (!cancelled.ok || !cancelled.operationId) throw new Error("not cancelled");
  await runOperation(cancelled.operationId);
  expect(await getOperationRefunds(cancelled.operationId)).toMatchObject({
    sums: { handBack: [{ count: 1, amount: 3_800 }], pending: [] },
  });
});

test("an operation without refunds has none", async () => {
  expect(await getOperationRefunds(crypto.randomUUID())).toBeNull();
});
