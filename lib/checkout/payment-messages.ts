import type { PaymentState } from "@/lib/booking/payment-state";
import { formatMoney } from "@/lib/money/format";
import { cancelRefund, declineReasons } from "@/texts/paying";

/** The provider's codes that a buyer can do something about. */
const reasons: Record<string, string> = {
  insufficient_funds: declineReasons.insufficientFunds,
  expired_card: declineReasons.expiredCard,
  incorrect_cvc: declineReasons.incorrectDetails,
  incorrect_number: declineReasons.incorrectDetails,
  incorrect_zip: declineReasons.incorrectDetails,
  invalid_account: declineReasons.incorrectDetails,
  invalid_cvc: declineReasons.incorrectDetails,
  invalid_expiry_month: declineReasons.incorrectDetails,
  invalid_expiry_year: declineReasons.incorrectDetails,
  invalid_number: declineReasons.incorrectDetails,
  authentication_required: declineReasons.notAuthenticated,
  payment_intent_authentication_failure: declineReasons.notAuthenticated,
  setup_intent_authentication_failure: declineReasons.notAuthenticated,
  card_not_supported: declineReasons.notSupported,
  currency_not_supported: declineReasons.notSupported,
  transaction_not_allowed: declineReasons.notSupported,
  card_velocity_exceeded: declineReasons.limitExceeded,
  withdrawal_count_limit_exceeded: declineReasons.limitExceeded,
  approve_with_id: declineReasons.temporary,
  issuer_not_available: declineReasons.temporary,
  processing_error: declineReasons.temporary,
  reenter_transaction: declineReasons.temporary,
  try_again_later: declineReasons.temporary,
};

/** Why the last attempt was declined; null where it was only left. */
export function declineReason({ unpaid }: Pick<PaymentState, "unpaid">): string | null {
  if (!unpaid) return null;
  const { end, code } = unpaid;
  const known = code && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (known) return known;
  // An attempt that was ended without money has a reason that says nothing about the card.
  return end === "failed" || (end === null && code) ? declineReasons.general : null;
}

/** What comes back if a booking is cancelled now; null where nothing was to be paid in advance. */
export function cancelRefundText({
  payment,
  currency,
  isPaidOnline,
}: {
  payment: PaymentState;
  currency: string;
  isPaidOnline: boolean;
}): string | null {
  const { paid, left, attempt } = payment;
  // The money is reserved, and about to be taken: it is released, or goes back.
  if (attempt === "authorized") return cancelRefund.authorized;
  if (!paid) return isPaidOnline ? cancelRefund.nothing : null;
  if (left === 0) return cancelRefund.everythingBack(formatMoney(paid.amount, currency));
  if (!paid.isOnline) return cancelRefund.venueAmount(formatMoney(left, currency));
  if (left < paid.amount) return cancelRefund.rest(formatMoney(left, currency), formatMoney(paid.amount, currency));
  return cancelRefund.amount(formatMoney(left, currency));
}
