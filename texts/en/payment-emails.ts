const usualTime = "It usually takes 5–10 days until it’s in your account.";

/** What a buyer reads whose payment led to no tickets, by the reason. */
export const paymentRefusedEmail = {
  subject: (title: string, event: string) => `${title}: ${event}`,
  notCharged: "Nothing was charged.",
  refunded: (amount: string) => `You get ${amount} back.`,
  reasons: {
    not_taken: {
      title: "Your payment couldn’t be taken",
      text: (amount: string) =>
        `Your bank reserved ${amount}, but then refused to pay. Nothing was charged, and your booking is cancelled. You can book again while tickets are available.`,
    },
    no_seats: {
      title: "Your payment came too late",
      text: (amount: string) =>
        `Your payment arrived when your reservation had expired and the tickets were gone. You get all ${amount} back. ${usualTime}`,
    },
    paid_twice: {
      title: "You paid twice",
      text: (amount: string) =>
        `Your booking was already paid for, and stays as it is. You get the second payment of ${amount} back. ${usualTime}`,
    },
    amount_differs: {
      title: "Your payment couldn’t be used",
      text: (amount: string) =>
        `We received ${amount}, which isn’t the price of your booking, so we couldn’t book the tickets. You get all of it back. ${usualTime}`,
    },
    booking_cancelled: {
      title: "Your payment is being refunded",
      text: (amount: string) =>
        `Your payment arrived after the booking was cancelled. You get all ${amount} back. ${usualTime}`,
    },
    event_cancelled: {
      title: "Your payment is being refunded",
      text: (amount: string) =>
        `The organizer cancelled the event before your payment arrived. You get all ${amount} back. ${usualTime}`,
    },
    team: {
      title: "Your payment is being refunded",
      text: (amount: string) => `The organizer refunds your payment of ${amount}. ${usualTime}`,
    },
    provider: {
      title: "Your payment is being refunded",
      text: (amount: string) => `Your payment of ${amount} is being refunded. ${usualTime}`,
    },
  },
};

export const paymentRefusedTeamEmail = {
  subject: (event: string) => `A payment led to no tickets: ${event}`,
  preheader: (reference: string, amount: string) => `Booking ${reference}, ${amount}.`,
  title: "A payment led to no tickets",
  footer: (organizer: string) => `You’re getting this email because you’re an owner of ${organizer} on Quorix.`,
  reasons: {
    not_taken: (amount: string) =>
      `The buyer’s bank reserved ${amount}, but then refused to pay. The booking is cancelled and its seats are free again. The buyer has been told, and nothing was charged.`,
    no_seats: (amount: string) =>
      `${amount} arrived when the reservation had expired and its seats were taken. All of it is being refunded, and the buyer has been told.`,
    paid_twice: (amount: string) =>
      `The booking was paid for twice. The second payment of ${amount} is being refunded, and the buyer has been told.`,
    amount_differs: (amount: string) =>
      `${amount} arrived, which isn’t the booking’s price. All of it is being refunded, and the buyer has been told.`,
    booking_cancelled: (amount: string) =>
      `${amount} arrived after the booking was cancelled. All of it is being refunded, and the buyer has been told.`,
    event_cancelled: (amount: string) =>
      `${amount} arrived after the event was cancelled. All of it is being refunded, and the buyer has been told.`,
    team: (amount: string) => `${amount} is being refunded.`,
    provider: (amount: string) => `${amount} is being refunded.`,
  },
};

/** Lines about money in the emails of bookings. */
export const bookingMoney = {
  paid: "Paid",
  paidOn: (amount: string, date: string) => `${amount} on ${date}`,
  toPayOnline: "To pay online",
  refund: (amount: string) => `You get ${amount} back, the way you paid. ${usualTime}`,
  venueRefund: (amount: string) => `The organizer gives ${amount} back to you in person.`,
};
