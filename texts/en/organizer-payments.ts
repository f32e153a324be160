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

export const paymentLabels = {
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
  label: paymentLabels.payment,
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
  paid: paymentLabels.payment,
  refund: paymentLabels.refund,
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
  ask: paymentLabels.askProvider,
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
  note: paymentLabels.reason,
  noteHint: "For your team. The buyer doesn’t see it.",
  submit: paymentLabels.refund,
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
  booking: paymentLabels.booking,
  amount: paymentLabels.amount,
  reason: paymentLabels.reason,
  retry: (count: number) => `Try ${plural(count, { one: "failed refund", other: "failed refunds" })} again`,
  more: (count: string) => `These are the first ${count}.`,
  seePayments: "See all payments",
};
