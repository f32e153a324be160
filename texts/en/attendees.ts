export const referenceAttendeesPage = {
  attendees: "Attendees",
  whatHappened: "What happened",
  tickets: "Tickets",
  noTicketsWereIssuedThis: "No tickets were issued: this booking was never confirmed.",
  actions: "Actions",
  writeMessage: "Write a message",
};

export const newPage = {
  attendees: "Attendees",
  addGuest: "Add a guest",
  thisEventIsCancelled: "This event is cancelled",
  thisEventIsStillDraft: "This event is still a draft",
  guestsCanBeAddedWhile: "Guests can be added while an event is published.",
};

export const attendeesPage = {
  attendees: "Attendees",
  addGuest: "Add a guest",
  whatIsListed: "What is listed",
  bookings: "Bookings",
  tickets: "Tickets",
  oneLetterIsTooShort: ". One letter is too short to look for: type another.",
  noTicketsYet: "No tickets yet",
  nobodyHasBookedYet: "Nobody has booked yet",
  bookingsAppearHereAsThey: "Bookings appear here as they are made. You can put people on the guest list yourself.",
  nobodyFound: "Nobody found",
  nobodyFitsAllOfThis: "Nobody fits all of this. Leave something out and look again.",
};

export const attendeeFilters = {
  findByNameMailAddress: "Find by name, mail address, reference or ticket code",
  nameMailAddressReferenceOr: "Name, mail address, reference or ticket code",
  status: "Status",
  ticketType: "Ticket type",
  source: "Source",
  checkIn: "Check-in",
  order: "Order",
  show: "Show",
  columns: "Columns",
};

export const attendeeTable = {
  selectAllOnThisPage: "Select all on this page",
  selection: "Selection",
  select: (label: string) => `Select ${label}`,
};

export const bookingSummary = {
  status: "Status",
  mailAddress: "Mail address",
};

export const bookingsList = {
  bookings: "Bookings",
};

export const cancelDialog = {
  releaseTheHold: "Release the hold",
  cancelBooking: "Cancel booking",
  releaseThisHold: "Release this hold?",
  cancelThisBooking: "Cancel this booking?",
  theSeatsAreFreeAgain:
    "The seats are free again at once, and the attendee’s checkout says that they were given up. No mail is sent.",
  stopBeingValidTheSeats: (seats: string) =>
    `${seats} stop being valid, the seats go to the waitlist or back on sale, and the attendee is told by mail. This cannot be undone.`,
  reasonOptional: "Reason (optional)",
  keptInTheBookingsHistory: "Kept in the booking’s history.",
  theAttendeeReadsItIn: "The attendee reads it in the mail and in the booking.",
  keepIt: "Keep it",
};

export const guestForm = {
  thisGuestWasNotAdded: "This guest was not added",
  openBooking: (existing: string) => `Open booking ${existing}`,
  name: "Name",
  mailAddress: "Mail address",
  needsNoAccountWhoeverSigns: "Needs no account. Whoever signs up with it later finds the booking there.",
  ticketType: "Ticket type",
  tickets: "Tickets",
  freeOfCharge: "Free of charge",
  elseItCostsWhatThe: "Else it costs what the type costs, paid at the venue.",
  mailTheTicketsToThis: "Mail the tickets to this address",
  addGuest: "Add guest",
  backToTheAttendees: "Back to the attendees",
};

export const holderEditor = {
  correctName: "Correct name",
  of: (holderName: string) => ` of ${holderName}`,
  saved: "Saved.",
  undo: "Undo",
  nameOnTheTicket: "Name on the ticket",
  mailAddressOptional: "Mail address (optional)",
  save: "Save",
  cancel: "Cancel",
};

export const resendEmailButton = {
  resendTheMail: "Resend the mail",
  theMailIsOnIts: "The mail is on its way.",
};

export const selectionBar = {
  selection: "Selection",
  selected: (length: string) => `${length} selected`,
  writeMessage: "Write a message",
  resendMails: "Resend mails",
  clear: "Clear",
};

export const ticketTypeDialog = {
  moveToAnotherType: "Move to another type",
  n1TicketMoved: "1 ticket moved.",
  ticketsMoved: (moved: number) => `${moved} tickets moved.`,
  undo: "Undo",
  moveToAnotherTicketType: "Move to another ticket type",
  whichTickets: "Which tickets",
  newTicketType: "New ticket type",
  choose: "Choose",
  theyThenCostWhatThe:
    "They then cost what the new type costs now, or what this booking pays for others of that type already. The codes stay the same, so tickets that were mailed or printed go on working. The attendee is not mailed by this.",
  move: "Move",
  leaveAsItIs: "Leave as it is",
};

export const ticketsList = {
  noLongerValid: "No longer valid",
  lastLetIn: (at: string) => `Last let in ${at}`,
  inSince: (at: string) => `In since ${at}`,
  notInYet: "Not in yet",
  tickets: "Tickets",
};
