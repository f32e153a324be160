import type { payments, refunds } from "@/db/schema";

export type BookingPayment = Pick<
  typeof payments.$inferSelect,
  | "id"
  | "provider"
  | "status"
  | "amount"
  | "currency"
  | "capturedAmount"
  | "refundedAmount"
  | "intentId"
  | "failureReason"
  | "createdAt"
  | "capturedAt"
  | "endedAt"
>;

export type BookingRefund = Pick<
  typeof refunds.$inferSelect,
  "amount" | "status" | "reason" | "createdAt" | "succeededAt" | "failedAt"
> & {
  /** Whose money it was: what was paid at the venue is handed back by people. */
  provider: BookingPayment["provider"];
};

/** The money of a booking, as its buyer sees it. Amounts are minor units of the booking's currency. */
export type PaymentState = {
  /**
   * The attempt that may still lead to money. `open`: its page can be used. `processing`: a bank has not answered yet.
   * `authorized`: the booking is confirmed, and the money about to be taken.
   */
  attempt: "open" | "processing" | "authorized" | null;
  /** The last attempt, unless it was paid: how it ended, and the provider's code for a refusal, if any. */
  unpaid: { end: "failed" | "cancelled" | null; code: string | null } | null;
  /** What was taken, and when last. */
  paid: { amount: number; at: Date | null; isOnline: boolean } | null;
  /** What is left of it, and so what comes back on cancelling. */
  left: number;
  refunds: BookingRefund[];
};

/** Sums up a booking's payments, which are in the order in which they were started. */
export function summarizePayments(payments: BookingPayment[], refunds: BookingRefund[]): PaymentState {
  const captured = payments.filter(({ capturedAmount }) => capturedAmount > 0);
  const last = payments.at(-1);
  const lastCaptured = captured.at(-1);
  const sum = (of: (payment: BookingPayment) => number) => captured.reduce((total, payment) => total + of(payment), 0);
  return {
    attempt: attemptOf(payments.find(({ status }) => status === "created" || status === "authorized")),
    unpaid: last && last.status !== "captured" ? { end: endOf(last), code: last.failureReason } : null,
    paid: lastCaptured
      ? {
          amount: sum(({ capturedAmount }) => capturedAmount),
          at: lastCaptured.capturedAt,
          isOnline: lastCaptured.provider !== "venue",
        }
      : null,
    left: sum(({ capturedAmount, refundedAmount }) => capturedAmount - refundedAmount),
    refunds,
  };
}

const endOf = ({ status }: BookingPayment) => (status === "failed" || status === "cancelled" ? status : null);

/** What somebody has paid for at a bank has an intent; while the provider's page is only open, none is recorded. */
function attemptOf(open: BookingPayment | undefined): PaymentState["attempt"] {
  if (!open) return null;
  if (open.status === "authorized") return "authorized";
  return open.intentId === null ? "open" : "processing";
}

export const nothingPaid = summarizePayments([], []);

/** How much goes back because the booking, or its event, was cancelled. */
export const refundedOf = ({ refunds }: Pick<PaymentState, "refunds">) =>
  refunds
    .filter(
      ({ status, reason }) => status !== "failed" && (reason === "booking_cancelled" || reason === "event_cancelled"),
    )
    .reduce((total, { amount }) => total + amount, 0);
