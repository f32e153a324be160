/** What attendees read about paying online and about refunds. */

const nothingCharged = "Nothing was charged.";

export const onlinePayment = {
  title: "Pay online",
  text: (amount: string) =>
    `You’ll pay ${amount} on the secure page of our payment provider. You’re charged once your booking is confirmed.`,
  submit: (amount: string) => `Pay ${amount}`,
  continue: "Continue to payment",
};

/** Notices above the checkout's form. */
export const paymentNotice = {
  left: {
    title: "You haven’t paid yet",
    text: `${nothingCharged} Your tickets are held until {until}, and you can pay again below.`,
  },
  declined: {
    title: "Your payment was declined",
    text: `{why} ${nothingCharged} Your tickets are held until {until}, and you can try again below.`,
  },
  begun: {
    title: "You’ve started to pay",
    text: "If the payment page is still open in another tab, you can finish there or continue here. It’s the same payment, so you won’t pay twice.",
  },
};

/** Why a payment was declined, by the provider's code. Codes that could help a thief have the general sentence. */
export const declineReasons = {
  general: "Your bank declined the payment. Try another card, or ask your bank.",
  insufficientFunds: "There wasn’t enough money in the account. Try another card.",
  expiredCard: "The card has expired. Try another card.",
  incorrectDetails: "The card’s number, date or security code wasn’t right. Check it and try again.",
  notAuthenticated: "Your bank couldn’t confirm that it was you. Try again, or use another card.",
  notSupported: "The card doesn’t support this kind of payment. Try another card.",
  limitExceeded: "The card’s limit has been reached. Try another card, or ask your bank.",
  temporary: "The bank had a problem with the payment. Try again in a moment.",
};

export const paymentReturnPage = {
  title: "Waiting for your payment",
  processing: {
    title: "Your bank hasn’t confirmed the payment yet",
    text: "That can take a few minutes. Your tickets stay held for you until it answers.",
  },
  unanswered: {
    title: "We’re checking your payment",
    text: "We couldn’t reach our payment provider yet. Your tickets stay held for you until it answers.",
  },
  email: "You can close this page: we’ll email you as soon as we know.",
  refresh: "This page updates automatically.",
  booking: "Booking {reference}",
  myBookings: "My bookings",
};

/** The money of a booking, on its page. */
export const bookingPayment = {
  paidTitle: (amount: string) => `You paid ${amount}`,
  paidOn: "Paid online on {date}.",
  paidAtVenueOn: "Paid at the venue on {date}.",
  pendingTitle: "Payment is being completed",
  pendingText: (amount: string) =>
    `${amount} is reserved on your account. Your tickets appear here, and in your email, once it has been taken.`,
  releasing: (amount: string) => `${amount} is reserved on your account and is being released. ${nothingCharged}`,
  refundsTitle: "Refunds",
  refund: {
    succeeded: (amount: string) =>
      `${amount} refunded on {date}. It usually takes 5–10 days until it’s in your account.`,
    pending: (amount: string) => `${amount} is on its way to you since {date}. Your bank is working on it.`,
    created: (amount: string) => `A refund of ${amount} is being made.`,
    failed: (amount: string) =>
      `The refund of ${amount} failed on {date}. The organizer has been told and will see to it.`,
    venue: (amount: string) => `The organizer gives ${amount} back to you in person.`,
    venueDone: (amount: string) => `The organizer gave ${amount} back to you on {date}.`,
  },
};

/** How a payment ended a checkout. */
export const paymentEnd = {
  tooLate: "Your payment arrived when these tickets were no longer held for you, so you get all of it back.",
  refusedTitle: "Your payment couldn’t be taken, so this booking is cancelled",
  refusedText: `${nothingCharged} Its tickets aren’t valid. You can book again while tickets are available.`,
};

export const cancelRefund = {
  amount: (amount: string) => `You get ${amount} back, the way you paid.`,
  venueAmount: (amount: string) => `You get ${amount} back from the organizer in person.`,
  rest: (left: string, paid: string) =>
    `You get ${left} back, the way you paid. The rest of the ${paid} was refunded earlier.`,
  everythingBack: (amount: string) => `The ${amount} that you paid was refunded earlier, so nothing more comes back.`,
  authorized: "Your payment is being completed. You get all of it back.",
  nothing: "You haven’t paid anything, so there’s nothing to refund.",
};

/** Short states in lists. */
export const paidLabels = {
  paid: (amount: string) => `${amount} paid`,
  refunded: (amount: string) => `${amount} refunded`,
  refunding: (amount: string) => `${amount} being refunded`,
  pending: "Payment is being completed",
};
