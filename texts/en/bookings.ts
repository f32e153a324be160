import { ticketCount } from "./plural";

const cancelBooking = "Cancel booking";

export const cancelPage = {
  metadataTitle: cancelBooking,
  title: "Cancel this booking?",
  consequence: (tickets: number) =>
    tickets === 1
      ? "Your ticket stops being valid right away, and someone else can have it. This can’t be undone."
      : `Your ${tickets} tickets stop being valid right away, and others can have them. This can’t be undone.`,
  back: "Back to the booking",
};

export const bookingPage = {
  metadataTitle: "Your booking",
  myBookings: "My bookings",
  addToCalendar: "Add to calendar",
  googleCalendar: "Google Calendar",
  directions: "Directions",
  ticketsTitle: (tickets: number) => (tickets === 1 ? "Your ticket" : "Your tickets"),
  ticketsPending: "They appear here as soon as the payment has been taken.",
  historyTitle: "History",
  cancelTitle: "Can’t make it?",
};

export const bookingsPage = {
  title: "My bookings",
  tabsLabel: "Bookings",
  upcoming: "Upcoming",
  past: "Past and cancelled",
  holdsTitle: "Waiting for you",
  showMore: "Show more",
  waitlistTitle: "On the waitlist",
  empty: {
    title: "No bookings yet",
    text: "Tickets you book, reserve or wait for appear here.",
  },
  emptyPast: {
    title: "Nothing here yet",
    text: "Past events and cancelled bookings appear here.",
  },
  findEvent: "Find an event",
};

export const bookingDetails = {
  referenceLabel: "Booking reference",
  organizerLabel: "Organizer",
};

export const bookingList = {
  statuses: {
    cancelled: "Cancelled",
    eventCancelled: "Event cancelled",
    offered: "Offer",
    held: "Reserved",
    past: "Past event",
    confirmed: "Confirmed",
  },
  heldUntil: "{tickets}, held for you until {until}",
  price: (tickets: number, price: string) => `${ticketCount(tickets)} · ${price}`,
  continueToPayment: "Continue to payment",
  checkingPayment: (tickets: number) => `${ticketCount(tickets)}, held until we know whether they’re paid for`,
};

export const bookingStatus = {
  eventCancelled: {
    title: "The organizer cancelled this event",
    text: "Your tickets are no longer needed, and there’s nothing to pay at the venue.",
    paidText: "Your tickets are no longer needed, and you get back what you paid. See under Refunds how far that is.",
  },
  cancelled: {
    title: "This booking is cancelled",
    date: "It was cancelled on {date}.",
    text: "Its tickets are no longer valid, and there’s nothing to pay.",
    paidText: "Its tickets are no longer valid. See under Refunds what you get back.",
  },
  past: { title: "This event is over" },
  paying:
    "The seats are yours. Your tickets appear here as soon as the payment has been taken, and we email them to you.",
  going: {
    title: "You’re going",
    text: "Show the code of each ticket at the door, on your phone or on paper. We’re also emailing them to {email}.",
  },
};

export const cancelForm = {
  submit: cancelBooking,
  keep: "Keep booking",
};

export const cancellation = {
  cancelBooking,
};

export const printButton = {
  print: "Print",
};

export const ticketCard = {
  number: (number: number, total: number) => `Ticket ${number} of ${total}`,
  void: "No longer valid",
  checkedIn: "Checked in at {time}",
  qrLabel: (number: number, code: string) => `QR code of ticket ${number}, ${code}`,
};

export const waitlistEntries = {
  position: (position: number) => `#${position} on the waitlist`,
  quantity: (quantity: number) => ticketCount(quantity),
  quantityOrFewer: (quantity: number) => `${ticketCount(quantity)} or fewer`,
  typeClosed: "No longer sold. Open the event to choose another ticket type.",
};

/** The history of a booking, as the attendee reads it. */
export const timeline = {
  joinedWaitlist: "You joined the waitlist",
  held: "Tickets held for you",
  revived: "Your reservation had expired; the tickets were still available and were held again",
  confirmed: "Booking confirmed",
  expired: "The reservation expired before it was confirmed",
  released: "You cancelled the reservation",
  cancelled: "You cancelled the booking",
  cancelledByOrganizer: "The organizer cancelled the booking",
  cancelledForReason: (reason: string) => `The organizer cancelled the booking: “${reason}”`,
  cancelledUnpaid: "The payment couldn’t be taken, so the booking was cancelled",
  cancelledWithEvent: "The organizer cancelled the event, and your booking with it",
  guestAdded: "The organizer added you to the guest list",
  typeChanged: "The organizer changed the type of your tickets",
  typeChangedTo: (type: string) => `The organizer changed tickets to ${type}`,
  typeChangeUndone: "The organizer changed the tickets back",
  nameCorrected: "The organizer corrected the name on a ticket",
  offered: "Tickets became available and were offered to you",
  converted: "Tickets became available, and your place on the waitlist became this booking",
  offerExpired: "The offer expired and went to the next person on the waitlist",
  emailSent: (subject: string) => `Email sent to you: “${subject}”`,
  checkedIn: (name: string) => `${name} checked in`,
  paid: (amount: string) => `You paid ${amount}`,
  paidAtVenue: (amount: string) => `You paid ${amount} at the venue`,
  paymentFailed: "The payment was declined",
  paymentEnded: "The payment was not completed. Nothing was charged",
  refundRequested: (amount: string) => `Refund of ${amount} started`,
  refunded: (amount: string) => `${amount} refunded`,
  refundFailed: (amount: string) => `The refund of ${amount} failed. The organizer has been told`,
};
