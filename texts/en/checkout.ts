import { plural, ticketCount } from "./plural";

const waitlistPosition = (position: number) => `You’re #${position} on the waitlist`;
const anyTicketType = "Any ticket type";
const chooseAgain = "Choose tickets again";
const heldTickets = (tickets: number) => (tickets === 1 ? "This ticket is" : "These tickets are");

export const checkoutPage = {
  title: "Checkout",
  heldBefore: (tickets: number) => {
    const them = tickets === 1 ? "it" : "them";
    return {
      title: tickets === 1 ? "You already hold this ticket" : "You already hold these tickets",
      offerTitle: tickets === 1 ? "This ticket is waiting for you" : "These tickets are waiting for you",
      text: `Confirm ${them} here, or cancel the reservation to choose again.`,
      offerText: `Confirm ${them} here, or decline the offer.`,
      payText: `Pay for ${them} here, or cancel the reservation to choose again.`,
      offerPayText: `Pay for ${them} here, or decline the offer.`,
    };
  },
};

export const checkoutClosed = {
  heldUntil: (tickets: number) => `Your ${tickets === 1 ? "ticket was" : "tickets were"} held until {until}.`,
  expired: {
    title: "Your reservation has expired",
    text: "Nothing was booked. If tickets are still available, you can reserve again.",
    next: chooseAgain,
  },
  offerExpired: {
    title: "Your offer has expired",
    text: "The tickets went to the next person on the waitlist. You can join the waitlist again.",
    next: "Back to the event",
  },
  released: {
    title: "Reservation cancelled",
    text: "Nothing was booked. If you change your mind, you can reserve again while tickets are available.",
    next: chooseAgain,
  },
  offerDeclined: {
    title: "Offer declined",
    text: "Nothing was booked, and you’re no longer on the waitlist. You can join it again.",
    next: "Back to the event",
  },
  cancelled: {
    title: "This booking was cancelled",
    text: "Its tickets are no longer valid. You can book again while tickets are available.",
    next: chooseAgain,
  },
  eventCancelled: {
    title: "This event was cancelled",
    text: "The organizer cancelled it, so nothing was booked and there’s nothing to pay.",
    next: "Find another event",
  },
  myBookings: "My bookings",
};

export const checkoutForm = {
  attendeesTitle: "Who’s coming?",
  ticket: "Ticket {number} · {type}",
  nameLabel: "Name",
  paymentTitle: "Payment",
  termsTitle: "Terms",
  acceptLabel: "I accept these terms and the {generalTerms}",
  generalTerms: "general terms",
  submit: "Confirm booking",
};

export const closedNote = {
  opensIn: "Opens in {time}",
  onSaleFrom: "On sale from {opening}.",
  lobby: (minutes: number) =>
    `We expect many visitors: a lobby opens ${minutes} minutes before, and everyone in it gets a random place in the queue when sales open.`,
  opensAutomatically: "This page updates automatically.",
  notYet: { title: "Tickets are not on sale yet", text: "They’ll appear here as soon as they are." },
  soldOut: {
    title: "All tickets are taken",
    text: "Tickets that become available appear here automatically.",
  },
  salesClosed: { title: "Sales have closed", text: "Sales closed on {closed}." },
  past: { title: "This event is over", text: "See what else the organizer has planned." },
  cancelled: { title: "This event was cancelled", text: "The organizer cancelled it, so it can’t be booked any more." },
  unavailable: { title: "Tickets aren’t available", text: "Try again later." },
};

export const eventSummary = {
  when: "When:",
  where: "Where:",
};

export const holdClock = {
  gone: (tickets: number) => `${heldTickets(tickets)} no longer held for you.`,
  expiredTitle: "Your reservation has expired",
  offerExpiredTitle: "Your offer has expired",
  expiredText: (tickets: number) =>
    tickets === 1
      ? "The ticket is no longer held for you. If it’s still available, you can confirm below; otherwise, {tryAgain}."
      : "The tickets are no longer held for you. If they’re still available, you can confirm below; otherwise, {tryAgain}.",
  expiredPaidText: (tickets: number) =>
    tickets === 1
      ? "The ticket is no longer held for you, and nothing was charged. To get one, {tryAgain}."
      : "The tickets are no longer held for you, and nothing was charged. To get tickets, {tryAgain}.",
  tryAgain: "choose tickets again",
  offer: (tickets: number) => `It’s your turn. ${heldTickets(tickets)} held for you until {until}.`,
  held: (tickets: number) => `${heldTickets(tickets)} held for you.`,
  until: "Until {until}",
  timeLeft: "{time} left",
};

export const payment = {
  freeTitle: "Free",
  freeText: "There’s nothing to pay.",
  venueTitle: "Pay at the venue",
  venueText: (amount: string) => `Nothing is charged now. You’ll pay ${amount} to the organizer when you arrive.`,
};

export const priceBreakdown = {
  item: "{quantity} × {type}",
  total: "Total",
};

export const releaseForm = {
  hint: (tickets: number) =>
    `Changed your mind? Cancelling frees the ${tickets === 1 ? "ticket" : "tickets"} for others right away.`,
  submit: "Cancel reservation",
  offerHint: (tickets: number) =>
    `Changed your mind? If you decline, ${tickets === 1 ? "the ticket goes" : "the tickets go"} to others, and you lose your place on the waitlist.`,
  offerSubmit: "Decline offer",
};

export const reserveBar = {
  empty: "Choose your tickets",
  submit: "Reserve",
  restored: (tickets: number) =>
    tickets === 1
      ? "Your ticket is still selected. Reserve to hold it."
      : "Your tickets are still selected. Reserve to hold them.",
  heldFor: (minutes: number) => `Held for ${plural(minutes, { one: "minute", other: "minutes" })} while you check out.`,
  payOnline: "You pay online at checkout.",
  payAtVenue: "You pay at the venue.",
};

export const terms = {
  agreement: "Your agreement is with the organizer, {organizer}. Each ticket admits one person, once.",
  eventCancelled: "If the organizer cancels the event, your booking is cancelled too, and there’s nothing to pay.",
  paidEventCancelled:
    "If the organizer cancels the event, your booking is cancelled too, and you get back what you paid.",
  refund: "If you cancel in time, you get back what you paid, the way you paid.",
  freeEventCancelled: "If the organizer cancels the event, your booking is cancelled too.",
};

export const ticketPanel = {
  title: "Tickets",
  onNow: "On now",
  waitlistPosition: (position: number) => `Waitlist position: ${position}`,
};

export const ticketRow = {
  quantityLabel: "Quantity",
};

export const viewerStatusNotice = {
  goingTitle: "You’re going",
  confirmed: (quantity: number) => `${ticketCount(quantity)} confirmed.`,
  viewBooking: "View booking",
  offerTitle: (quantity: number) => `It’s your turn: ${ticketCount(quantity)}`,
  heldTitle: (quantity: number) => `You hold ${ticketCount(quantity)}`,
  timeLeft: "{time} left to confirm.",
  timeLeftToPay: "{time} left to pay.",
  goToCheckout: "Go to checkout",
  continueCheckout: "Continue checkout",
  continueToPayment: "Continue to payment",
  waitingTitle: waitlistPosition,
  quantity: (quantity: number) => `For ${ticketCount(quantity)}`,
  quantityOrFewer: (quantity: number) => `For ${ticketCount(quantity)} or fewer`,
  waitingText:
    "Tickets that become available go to the waitlist first. We’ll email you as soon as it’s your turn, so you don’t need to keep this page open. You can leave the waitlist at any time.",
  otherTicketsText:
    "There are fewer tickets on sale now than you’re waiting for, or they’re of another type. If you book them, you leave the waitlist.",
};

export const closedTypeForm = {
  title: "{type} is no longer sold. What would you like to wait for?",
  anyTypeTitle: "Your ticket type is no longer sold. What would you like to wait for?",
  nothingElse: "{type} is no longer sold. You keep your place in case sales open again.",
  nothingSold: "No ticket type is sold any more. You keep your place in case sales open again.",
  anyType: anyTicketType,
  option: "{type}, {price}",
  submit: "Keep my place",
};

export const joinForm = {
  title: "Join the waitlist",
  intro:
    "Tickets that become available go to the waitlist first, in the order people joined. Free tickets are booked for you automatically while you can still cancel; all others are held for you until you confirm or pay.",
  typeLabel: "Ticket type",
  anyType: anyTicketType,
  quantityLabel: "Quantity",
  acceptFewerLabel: "I’d take fewer tickets",
  joinedTitle: waitlistPosition,
  joinedText: "We’ll email you as soon as it’s your turn.",
  submit: "Join waitlist",
};

export const leaveForm = {
  submit: "Leave waitlist",
};

export const waitlistAside = {
  waitingSummary: "You’re on the waitlist",
  summary: "Need other tickets, or more than are left?",
};
