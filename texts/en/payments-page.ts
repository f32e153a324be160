import { paymentLabels } from "./organizer-payments";

type IssueTexts = { title: string; text: string };

export const paymentsPage = {
  title: paymentLabels.payments,
  emptyTitle: "No payments yet",
  empty: {
    online: "Payments appear here as people pay for their tickets.",
    venue: "People pay for this event at the venue. Mark a booking as paid on its page.",
  },
  attention: "Needs attention",
  nothing: "Nothing needs attention.",
  ledger: "All payments and refunds",
  searchLabel: "Find a reference",
  searchPlaceholder: "Booking or provider reference",
  clearSearch: "Clear search",
  noMatches: "No payments or refunds match.",
  exportName: "payments",
  totals: "Totals",
};

export const ledgerTotals = {
  taken: "Taken",
  refunded: "Refunded",
  fees: "Fees",
  net: "Net",
  feesNote: "charged by the provider",
  netNote: "taken, less refunds and fees",
  netWithoutFees: (currency: string) => `without the fees in another currency than ${currency}`,
};

export const ledgerTable = {
  caption: "Payments and refunds, latest first",
  when: "When",
  what: "What",
  booking: paymentLabels.booking,
  method: "Paid by",
  status: paymentLabels.status,
  fee: "Fee",
  amount: paymentLabels.amount,
  payment: paymentLabels.payment,
  refund: paymentLabels.refund,
};

/** What needs a person: what it is, and what to do. */
export const paymentIssues: Record<
  | "dispute"
  | "unused"
  | "refund_failed"
  | "hand_back"
  | "pending"
  | "refund_pending"
  | "amounts_differ"
  | "provider_refund"
  | "late",
  IssueTexts
> = {
  dispute: {
    title: "Disputed by the buyer’s bank",
    text: "Answer in the provider’s dashboard before the deadline, or the money is lost. Cancel the booking if it isn’t genuine.",
  },
  unused: {
    title: "Paid, without a booking",
    text: "This money belongs to no valid booking and wasn’t refunded. Open the booking and refund it.",
  },
  refund_failed: {
    title: "Refund failed",
    text: "The money couldn’t be returned, as when a card is closed. Try again, or pay the person another way and mark it as solved.",
  },
  hand_back: {
    title: "To be handed back",
    text: "This was paid at the venue. Hand the money back, then mark it.",
  },
  pending: {
    title: "Payment pending for over an hour",
    text: "The provider hasn’t said whether this was paid. The seats stay held. Quorix asks every minute; you can ask now.",
  },
  refund_pending: {
    title: "Refund not accepted yet",
    text: "The provider hasn’t accepted this refund yet. Quorix keeps asking; you can ask now.",
  },
  amounts_differ: {
    title: "Paid another amount than the tickets cost",
    text: "This happens when ticket types are changed after paying. Refund the difference or ask for it, then mark it as solved.",
  },
  provider_refund: {
    title: "Refunded in the provider’s dashboard",
    text: "Which tickets is it for? The booking is still valid in full. Cancel it if it shouldn’t be, then mark this as solved.",
  },
  late: {
    title: "Refunded automatically",
    text: "The money couldn’t be used for a booking, so it goes back in full. The buyer was told. Nothing to do, except to answer questions.",
  },
};

export const issueList = {
  sectionTitle: (title: string, count: string) => `${title} (${count})`,
  atLeast: (count: string) => `${count} or more`,
  amounts: (paid: string, total: string) => `${paid} paid, ${total} to pay`,
  answerBy: "Answer by {date}",
  since: "since {date}",
};
