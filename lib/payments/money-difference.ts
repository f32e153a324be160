export type MoneyDifferenceKind =
  /** Money is kept for a booking that is not confirmed. */
  | "KEPT_WITHOUT_BOOKING"
  /** Two online payments are kept for one booking. */
  | "PAID_TWICE"
  | "CONFIRMED_WITHOUT_PAYMENT"
  | "REFUNDED_AMOUNT"
  | "IS_PAYING_WITHOUT_ATTEMPT"
  | "ATTEMPT_WITHOUT_IS_PAYING"
  | "TICKETS_WITHOUT_PAYMENT"
  /** From here on: compared with the provider. */
  | "STATUS"
  | "AMOUNT"
  | "REFUNDS"
  | "WITHOUT_ROW"
  | "NOT_AT_PROVIDER";

export type MoneyDifference = {
  kind: MoneyDifferenceKind;
  /** The booking's reference; null where no booking is known. */
  reference: string | null;
  paymentId: number | null;
  /** The amounts or statuses that differ. */
  detail: string;
};
