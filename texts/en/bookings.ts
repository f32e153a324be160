export const cancelPage = {
  cancelThisBooking: "Cancel this booking?",
  backToTheBooking: "Back to the booking",
};

export const referenceBookingsPage = {
  myBookings: "My bookings",
  addToCalendar: "Add to calendar",
  addToGoogle: "Add to Google",
  directions: "Directions",
  yourTicket: "Your ticket",
  yourTickets: "Your tickets",
  whatHappened: "What happened",
  cantMakeIt: "Can't make it?",
};

export const bookingsPage = {
  myBookings: "My bookings",
  bookings: "Bookings",
  upcoming: "Upcoming",
  pastAndCancelled: "Past and cancelled",
  waitingForYouToConfirm: "Waiting for you to confirm",
  showMore: "Show more",
  onTheWaitlist: "On the waitlist",
  nothingHereYet: "Nothing here yet",
  noBookingsYet: "No bookings yet",
  eventsYouHaveBeenTo: "Events you have been to, and bookings you cancelled, are kept here.",
  ticketsYouBookHoldOr: "Tickets you book, hold or wait for are all kept here.",
};

export const bookingDetails = {
  bookingReference: "Booking reference",
  organizer: "Organizer",
};

export const bookingStatus = {
  theOrganizerCancelledThisEvent: "The organizer cancelled this event",
  yourTicketsAreNotNeeded: "Your tickets are not needed any more, and there is nothing to pay at the venue.",
  thisBookingIsCancelled: "This booking is cancelled",
  itWasCancelledItsTickets: (at: string) =>
    `It was cancelled${at}. Its tickets are no longer valid, and there is nothing to pay.`,
  thisEventIsOver: "This event is over",
  youAreGoing: "You are going",
  showTheCodeOfEach: "Show the code of each ticket at the door, on your phone or on paper. We mail the tickets to",
  asWell: " as well.",
};

export const cancelForm = {
  cancelBooking: "Cancel booking",
  keepMyTickets: "Keep my tickets",
};

export const cancellation = {
  cancelBooking: "Cancel booking",
};

export const printButton = {
  print: "Print",
};

export const ticketCard = {
  ticketOf: (number: number, value: number) => `Ticket ${number} of ${value}`,
  noLongerValid: "No longer valid",
  checkedIn: (checkedInAt: string) => `Checked in ${checkedInAt}`,
  qrCodeOfTicket: (number: number, code: string) => `QR code of ticket ${number}, ${code}`,
};

export const waitlistEntries = {
  numberInLine: (position: number) => `Number ${position} in line`,
  n1Ticket: "1 ticket",
  tickets: (quantity: number) => `${quantity} tickets`,
  fewerIsFine: ", fewer is fine",
  noLongerSoldOpenThe: "No longer sold. Open the event to choose what to wait for instead.",
};
