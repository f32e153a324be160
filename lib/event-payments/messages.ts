import { formatMoney } from "@/lib/money/format";
import type { RecordPaymentResult, RefundByTeamResult } from "@/lib/payments/team";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { paymentFailures as texts } from "@/texts/organizer-payments";

type PaymentFailure = Extract<RecordPaymentResult | RefundByTeamResult, { ok: false }>;
type Code = PaymentFailure["code"];
type FailureByCode = { [C in Code]: Extract<PaymentFailure, { code: C }> };

const messages: { [C in Code]: (refusal: FailureByCode[C]) => string } = {
  BOOKING_IN_PROGRESS: () => texts.busy,
  BUSY: () => texts.busy,
  UNKNOWN: () => texts.unknown,
  BOOKING_NOT_FOUND: () => texts.bookingNotFound,
  BOOKING_NOT_CONFIRMED: () => texts.notConfirmed,
  ALREADY_PAID: () => texts.alreadyPaid,
  NOTHING_TO_REFUND: () => texts.nothingToRefund,
  TOO_MUCH: ({ left, currency }) => texts.tooMuch(formatMoney(left, currency)),
};

export function paymentFailure<C extends Code>(refusal: FailureByCode[C] & { code: C }): ActionFailure<C> {
  const message = messages[refusal.code](refusal);
  return failure(refusal.code, message, refusal.code === "TOO_MUCH" ? { fieldErrors: { amount: message } } : {});
}
