import { formatNumber, plural } from "./plural";

export const paymentMethodNames = { venue: "At the venue", online: "Online" };

export const paymentFields = {
  methodHints: {
    venue: "People book now and pay when they come. You mark bookings as paid.",
    online: "People pay when they book, by card and other methods. A change applies to bookings from now on.",
  },
  onlineUnavailable: "Online (not available here)",
  noProviderHint: "Paying online isn’t set up here. The operator of this site can connect a payment provider.",
  minutesHint: "Online only. Tickets stay held this long while someone pays.",
};

/** What the page before publishing says about paying, by method. */
export const publishPayment = {
  venue: (_minutes: number) => "People pay at the venue.",
  online: (minutes: number) =>
    `People pay online when they book, and have ${plural(minutes, { one: "minute", other: "minutes" })} to pay.`,
};

/** Why tickets can’t be paid for online. */
export const chargeErrors = {
  noProvider: "Paying online isn’t set up here. Choose payment at the venue.",
  currency: (currency: string) => `${currency} can’t be paid online. Choose another currency, or payment at the venue.`,
  step: (step: string) => `Online, this price can only be paid in steps of ${step}.`,
  maximum: (most: string) => `Online, a ticket can cost at most ${most}.`,
  minimum: (least: string) => `Online, a ticket costs ${least} or more, or is free.`,
};

const bookings = (count: number) => plural(count, { one: "booking", other: "bookings" });

const shared = {
  payment: "Payment",
  payments: "Payments",
  refund: "Refund",
  amount: "Amount",
  status: "Status",
  booking: "Booking",
  reason: "Reason",
  askProvider: "Ask the provider again",
};

/** The states of a booking’s money, in lists and filters. */
export const paymentStates = {
  paid: "Paid",
  partly_paid: "Partly paid",
  unpaid: "Not paid",
  refunded: "Refunded",
  partly_refunded: "Partly refunded",
};

export const paymentFilter = {
  label: shared.payment,
  options: { "": "Payment: any", paid: "Paid", unpaid: "Not paid", refunded: "Refunded" },
};

export const paymentStatuses = {
  created: "Started",
  authorized: "Reserved",
  failed: "Failed",
  cancelled: "Ended without payment",
  captured: "Paid",
};

export const refundStatuses = {
  created: "Requested",
  pending: "On its way",
  succeeded: "Refunded",
  failed: "Failed",
};

/** A refund of money that was taken at the venue. */
export const venueRefundStatuses = { ...refundStatuses, created: "To be handed back", succeeded: "Handed back" };

export const refundReasons = {
  booking_cancelled: "Booking cancelled",
  event_cancelled: "Event cancelled",
  no_seats: "Paid too late, and the seats were taken",
  paid_twice: "Paid twice",
  amount_differs: "Another amount was paid than asked for",
  team: "By the team",
  provider: "Made in the provider’s dashboard",
};

export const paymentProviders = { stripe: "Online", venue: "At the venue" };

/** The provider’s names of ways to pay. Others are shown as the provider writes them. */
export const paymentMethods = {
  card: "Card",
  ideal: "iDEAL",
  bancontact: "Bancontact",
  eps: "EPS",
  p24: "Przelewy24",
  blik: "BLIK",
  twint: "TWINT",
  link: "Link",
  paypal: "PayPal",
};

export const bookingPaymentsSection = {
  title: "Payments and refunds",
  none: "Nothing has been paid yet.",
  noneFree: "This booking is free.",
  paid: shared.payment,
  refund: shared.refund,
  dispute: "Disputed by the buyer’s bank",
  fee: (fee: string) => `Fee: ${fee}`,
  reference: "Reference for the provider’s support: {reference}",
  recordedBy: "Recorded by {name}",
  requestedBy: "Requested by {name}",
  answerBy: "Answer in the provider’s dashboard by {date}.",
  due: (amount: string) => `${amount} left to pay at the venue.`,
  left: (amount: string) => `${amount} paid and not refunded.`,
  handBack: "Hand the money back, then say so here.",
};

export const disputeStatuses = {
  needs_response: "Needs an answer",
  under_review: "Under review",
  won: "Won",
  lost: "Lost",
};

export const paymentButtons = {
  record: (amount: string) => `Mark ${amount} as paid`,
  handBack: "Mark as handed back",
  retry: "Try again",
  ask: shared.askProvider,
  review: "Mark as solved",
  forBooking: (button: string, reference: string) => `${button}: ${reference}`,
};

export const refundForm = {
  open: "Refund",
  title: "Refund without cancelling",
  hint: "The tickets stay valid. To take them back, cancel the booking: what was paid is then refunded.",
  how: "How much",
  all: (amount: string) => `All of it: ${amount}`,
  part: "An amount",
  amount: (currency: string) => `Amount, ${currency}`,
  note: shared.reason,
  noteHint: "For your team. The buyer doesn’t see it.",
  submit: shared.refund,
  errors: {
    how: "Choose how much.",
    amount: "Enter an amount, such as 5.",
    step: (step: string) => `Only multiples of ${step} can be refunded.`,
    note: "Enter a reason.",
    noteTooLong: (max: number) => `Use at most ${formatNumber(max)} characters.`,
  },
};

export const paymentResults = {
  recorded: (amount: string) => `${amount} recorded as paid.`,
  refunded: (amount: string) => `${amount} will be refunded.`,
  handedBack: "Marked as handed back.",
  refundRetried: "The refund was asked for again.",
  upToDate: "This is up to date with the provider.",
  stillWaiting: "The provider is still working on it. Quorix asks again automatically.",
  reviewed: "Marked as solved.",
};

export const paymentFailures = {
  invalid: "Some fields need attention.",
  busy: "Another change is still in progress. Nothing was changed. Try again in a moment.",
  unknown: "This took too long, so we don’t know whether it went through. Try again: nothing is done twice.",
  bookingNotFound: "This booking doesn’t belong to this event.",
  notConfirmed: "Only confirmed bookings can be marked as paid.",
  alreadyPaid: "Nothing is left to pay for this booking.",
  nothingToRefund: "There’s nothing left to refund.",
  tooMuch: (left: string) => `Only ${left} can still be refunded.`,
  alreadyDone: "Someone else has already done this, or it has changed. Reload the page.",
  refundedOtherwise: "This money has been refunded in another way since. Mark it as solved.",
  noProvider: "No payment provider is connected here.",
  unavailable: "The provider didn’t answer. Quorix asks again automatically.",
};

export const cancelRefund = {
  refunded: (amount: string) => `${amount} will be refunded automatically.`,
  handedBack: (amount: string) => `${amount} was paid at the venue, and has to be handed back.`,
};

export const paymentsPage = {
  title: shared.payments,
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
  booking: shared.booking,
  method: "Paid by",
  status: shared.status,
  fee: "Fee",
  amount: shared.amount,
  payment: shared.payment,
  refund: shared.refund,
};

type IssueTexts = { title: string; text: string };

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

export const paymentTimeline = {
  started: (amount: string) => `Started to pay ${amount}`,
  captured: (amount: string, method: string | null) => (method ? `Paid ${amount} (${method})` : `Paid ${amount}`),
  recorded: (actor: string, amount: string) => `${actor} recorded ${amount} as paid at the venue`,
  failed: (amount: string, reason: string | null) =>
    reason ? `Payment of ${amount} failed: ${reason}` : `Payment of ${amount} failed`,
  ended: (amount: string) => `Payment of ${amount} ended without money`,
  refundRequested: (actor: string, amount: string, reason: string) => `${actor} asked to refund ${amount}: ${reason}`,
  refundSucceeded: (amount: string) => `${amount} refunded`,
  handedBack: (amount: string) => `${amount} handed back`,
  refundFailed: (amount: string, reason: string | null) =>
    reason ? `Refund of ${amount} failed: ${reason}` : `Refund of ${amount} failed`,
  disputed: (amount: string) => `The buyer’s bank disputed ${amount}`,
  disputeWon: (amount: string) => `The dispute about ${amount} was won`,
  disputeLost: (amount: string) => `The dispute about ${amount} was lost`,
};

/** What cancelling an event returns to people. */
export const cancelledEventRefunds = {
  label: "Refunds",
  text: (count: number) => `to ${bookings(count)}`,
  venueText: (amount: string) => `${amount} of it was paid at the venue, and has to be handed back`,
};

/** The refunds of a cancelled event, on its progress page. */
export const operationRefunds = {
  title: "Refunds",
  done: "Refunded",
  pending: "On the way",
  handBack: "To be handed back",
  failed: "Failed",
  count: (count: number) => plural(count, { one: "refund", other: "refunds" }),
  failedCaption: "Failed refunds",
  name: "Name",
  booking: shared.booking,
  amount: shared.amount,
  reason: shared.reason,
  retry: (count: number) => `Try ${plural(count, { one: "failed refund", other: "failed refunds" })} again`,
  more: (count: string) => `These are the first ${count}.`,
  seePayments: "See all payments",
};
