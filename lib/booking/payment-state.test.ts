import { expect, test } from "vitest";
import { type BookingPayment, type BookingRefund, refundedOf, summarizePayments } from "./payment-state";

const at = new Date("2126-11-02T09:00:00Z");
const aPayment = (values: Partial<BookingPayment>): BookingPayment => ({
  ...{ id: 1, provider: "stripe", status: "created", amount: 3_800, currency: "EUR", capturedAmount: 0 },
  ...{ refundedAmount: 0, intentId: null, failureReason: null, createdAt: at, capturedAt: null, endedAt: null },
  ...values,
});
const captured = aPayment({ id: 2, status: "captured", capturedAmount: 3_800, capturedAt: at });

test("an attempt is open until somebody has paid, and then waits for a bank", () => {
  expect(summarizePayments([aPayment({})], [])).toMatchObject({ attempt: "open", paid: null, left: 0 });
  expect(summarizePayments([aPayment({ intentId: "pi_1" })], []).attempt).toBe("processing");
  expect(summarizePayments([aPayment({ status: "authorized", intentId: "pi_1" })], []).attempt).toBe("authorized");
});

test("an earlier refusal no longer matters once the booking is paid", () => {
  const failed = aPayment({ status: "failed", failureReason: "expired_card", endedAt: at });
  expect(summarizePayments([failed], []).unpaid).toEqual({ end: "failed", code: "expired_card" });
  expect(summarizePayments([failed, captured], [])).toMatchObject({
    attempt: null,
    unpaid: null,
    paid: { amount: 3_800, at, isOnline: true },
    left: 3_800,
  });
});

test("a cancellation gives back what was not refunded before; a refund that failed gives nothing", () => {
  const refund = (
    amount: number,
    status: BookingRefund["status"],
    reason: BookingRefund["reason"] = "booking_cancelled",
  ): BookingRefund => ({
    ...{ provider: "stripe", amount, status, reason, createdAt: at, succeededAt: null, failedAt: null },
  });
  const before = refund(10, "succeeded", "team");
  const refunds = [before, refund(1_000, "failed"), refund(800, "pending"), refund(5, "succeeded")];
  expect(refundedOf({ refunds })).toBe(805);
  expect(summarizePayments([{ ...captured, refundedAmount: 805 }], []).left).toBe(2_995);
});
