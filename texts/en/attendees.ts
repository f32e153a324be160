import { formatNumber, plural, ticketCount } from "./plural";

const bookings = (count: number) => plural(count, { one: "booking", other: "bookings" });
const seats = (count: number) => plural(count, { one: "seat", other: "seats" });

export const referenceAttendeesPage = {
  pageTitle: "Booking",
  back: "Attendees",
  history: "History",
  tickets: "Tickets",
  noTickets: "No tickets were issued: this booking was never confirmed.",
  actions: "Actions",
  message: "Write a message",
};

export const newPage = {
  back: "Attendees",
  title: "Add a guest",
  intro: (free: number, capacity: number, reserved: number) =>
    reserved > 0
      ? `Guests are confirmed immediately. ${formatNumber(free)} of ${seats(capacity)} available, plus ${formatNumber(reserved)} reserved for the waitlist.`
      : `Guests are confirmed immediately. ${formatNumber(free)} of ${seats(capacity)} available.`,
  cancelledTitle: "This event is cancelled",
  draftTitle: "This event is still a draft",
  notPublished: "You can add guests while an event is published.",
  toEvent: "Go to the event",
};

export const attendeesPage = {
  title: "Attendees",
  addGuest: "Add a guest",
  views: "View",
  bookings: "Bookings",
  tickets: "Tickets",
  bookingCount: bookings,
  ticketCount: ticketCount,
  manyBookings: (limit: number) => `More than ${bookings(limit)}`,
  manyTickets: (limit: number) => `More than ${ticketCount(limit)}`,
  termsTooShort: "Type at least two letters to search.",
  noTicketsTitle: "No tickets yet",
  noBookingsTitle: "No bookings yet",
  noBookings: "Bookings appear here as they’re made. You can also add guests yourself.",
  noMatchesTitle: "No matches",
  noMatches: "Try removing a filter or changing your search.",
  searchAllTickets: "Search all tickets",
  searchAllBookings: "Search all bookings",
  clearFilters: "Clear search and filters",
};

export const attendeeFilters = {
  searchLabel: "Find by name, email address, reference or ticket code",
  searchPlaceholder: "Name, email address, reference or ticket code",
  status: "Status",
  bookingStatuses: {
    "": "All except expired",
    confirmed: "Confirmed",
    pending: "Held or offered",
    cancelled: "Cancelled",
    expired: "Expired",
    any: "All bookings",
  },
  ticketStatuses: { "": "Valid", void: "No longer valid", any: "All tickets" },
  ticketType: "Ticket type",
  allTicketTypes: "All ticket types",
  source: "Source",
  allSources: "All sources",
  checkIn: "Check-in",
  checkInStatuses: { "": "Check-in: any", yes: "Checked in", no: "Not checked in" },
  order: "Order",
  submit: "Show",
  columns: "Columns",
};

export const attendeeLabels = {
  bookingStatuses: {
    confirmed: "Confirmed",
    cancelled: "Cancelled",
    expired: "Expired",
    offered: "Offered",
    held: "Held",
  },
  sources: { checkout: "Checkout", waitlist: "Waitlist", organizer: "Guest list" },
  bookingColumns: {
    mail: "Email address",
    types: "Ticket types",
    checkedIn: "Checked in",
    price: "Price",
    source: "Source",
    booked: "Booked",
  },
  ticketColumns: { mail: "Email address", type: "Ticket type", booking: "Booking", booked: "Booked" },
  bookingSorts: {
    "-booked": "Latest first",
    booked: "Earliest first",
    name: "Name, A to Z",
    "-name": "Name, Z to A",
    "-tickets": "Most tickets first",
    tickets: "Fewest tickets first",
  },
  ticketSorts: {
    name: "Name, A to Z",
    "-name": "Name, Z to A",
    "-booked": "Latest first",
    booked: "Earliest first",
  },
};

export const attendeeTable = {
  selectAll: "Select all on this page",
  selection: "Selection",
  select: (name: string) => `Select ${name}`,
};

export const bookingSummary = {
  status: "Status",
  email: "Email address",
  booked: "Booked",
  confirmed: "Confirmed",
  heldUntil: "Held until",
  cancelled: "Cancelled",
  source: "Source",
};

export const bookingsList = {
  caption: "Bookings",
  name: "Name",
  status: "Status",
  tickets: "Tickets",
  checkedIn: (used: number, total: number) => `${formatNumber(used)} of ${formatNumber(total)}`,
};

export const cancelDialog = {
  releaseHold: "Release hold",
  cancelBooking: "Cancel booking",
  releaseTitle: "Release this hold?",
  cancelTitle: "Cancel this booking?",
  releaseIntro:
    "The seats become available immediately, and the attendee’s checkout says that they were released. No email is sent.",
  cancelIntro: (count: number) =>
    count === 1
      ? "The ticket stops being valid, the seat goes to the waitlist or back on sale, and the attendee is notified by email. This can’t be undone."
      : `All ${formatNumber(count)} tickets stop being valid, the seats go to the waitlist or back on sale, and the attendee is notified by email. This can’t be undone.`,
  checkedInWarning: (used: number, total: number) => {
    if (total === 1)
      return "This ticket has been used to check in. If you cancel, the seat is sold again although it may be taken.";
    return used === 1
      ? `1 of these ${formatNumber(total)} tickets has been used to check in. If you cancel, the seat is sold again although it may be taken.`
      : `${formatNumber(used)} of these ${formatNumber(total)} tickets have been used to check in. If you cancel, the seats are sold again although they may be taken.`;
  },
  reason: "Reason (optional)",
  releaseReasonHint: "Kept in the booking’s history.",
  cancelReasonHint: "Shown to the attendee in the email and on their booking.",
  keepHold: "Keep hold",
  keepBooking: "Keep booking",
};

export const guestForm = {
  failedTitle: "The guest wasn’t added",
  openBooking: (reference: string) => `Open booking ${reference}`,
  name: "Name",
  email: "Email address",
  emailHint: "No account needed. If they sign up with it later, they’ll find the booking there.",
  ticketType: "Ticket type",
  tickets: "Tickets",
  free: "Free of charge",
  freeHint: "Otherwise the ticket price applies, paid at the venue.",
  sendEmail: "Email the tickets to this address",
  submit: "Add guest",
  back: "Back to attendees",
};

/** A ticket type with what is left of it. `price` is formatted; `left` is null where only the capacity limits it. */
export const ticketTypeOption = (name: string, price: string, left: number | null) => {
  if (left === null) return `${name}, ${price}`;
  return left === 0 ? `${name}, ${price}, full` : `${name}, ${price}, ${formatNumber(left)} left`;
};

export const holderEditor = {
  edit: "Correct name",
  editLabel: (name: string) => `Correct name of ${name}`,
  saved: "Saved.",
  undo: "Undo",
  name: "Name on the ticket",
  email: "Email address (optional)",
  save: "Save",
  cancel: "Cancel",
};

export const resendEmailButton = {
  submit: "Resend email",
  sent: "The email is on its way.",
};

export const selectionBar = {
  title: "Selection",
  selected: (count: number) => `${bookings(count)} selected`,
  message: "Write a message",
  resend: "Resend emails",
  sent: (count: number) => (count === 1 ? "1 email is on its way." : `${formatNumber(count)} emails are on their way.`),
  sentToSome: (count: number) =>
    count === 1
      ? "1 email is on its way; the other bookings have none to send."
      : `${formatNumber(count)} emails are on their way; the other bookings have none to send.`,
  clear: "Clear",
};

export const ticketTypeDialog = {
  open: "Change ticket type",
  changed: (count: number) => (count === 1 ? "1 ticket changed." : `${formatNumber(count)} tickets changed.`),
  undo: "Undo",
  title: "Change ticket type",
  tickets: "Tickets",
  newType: "New ticket type",
  choose: "Choose",
  note: "These tickets will cost what the new type costs now, or what this booking already pays for that type. Ticket codes stay the same, so tickets that were emailed or printed still work. The attendee isn’t notified.",
  submit: "Change type",
  cancel: "Keep current type",
};

export const ticketsList = {
  noLongerValid: "No longer valid",
  lastCheckedIn: "Last checked in {time}",
  checkedIn: "Checked in {time}",
  notCheckedIn: "Not checked in",
  caption: "Tickets",
  holder: "Holder",
  checkIn: "Check-in",
};

/** What is wrong with the fields of the attendees' forms. */
export const attendeeFields = {
  noName: "Enter a name.",
  tooLong: (max: number) => `Use at most ${formatNumber(max)} characters.`,
  longEmail: "That address is too long.",
  badEmail: "Enter an email address, like ada@example.com.",
  noTicketType: "Choose a ticket type.",
  noQuantity: "Enter the number of tickets.",
  notWhole: "Enter a whole number.",
  tooFew: "Enter at least 1.",
  tooMany: (max: number) => `A booking can have at most ${ticketCount(max)}.`,
  noTickets: "Choose at least one ticket.",
};

export const resendFailures = {
  nothingToSend: "There’s no email to send. A hold gets one once it’s confirmed.",
  limited: (minutes: number) =>
    `This email has just been sent several times. Try again in ${plural(minutes, { one: "minute", other: "minutes" })}.`,
};

/** Why an organizer's change to a booking was refused. */
export const attendeeFailures = {
  thisType: "This ticket type",
  inProgress: "This attendee is booking right now. Nothing was changed. Try again in a moment.",
  busy: "We’re very busy right now. Nothing was changed. Try again in a moment.",
  unknown: "This took too long, so we don’t know whether it went through. Try again: nothing is done twice.",
  eventNotFound: "This event no longer exists.",
  draft: "This event is still a draft. Publish it before you give tickets away.",
  cancelled: "This event is cancelled. Nothing was changed.",
  over: "This event is over, so you can’t add anyone to it.",
  typeNotFound: "This ticket type no longer exists. Nothing was changed. Reload the page.",
  ticketsNotFound: "The tickets have changed in the meantime. Nothing was changed. Reload the page.",
  noTickets: "Choose at least one ticket.",
  guestRefused: "This address can’t be used for a booking. Use another address for this guest.",
  alreadyBooked: (reference: string) =>
    `This address already has booking ${reference} for this event. Each person can have one.`,
  alreadyHolding: (reference: string) =>
    `This address is holding tickets right now (${reference}). Try again once they’re booked or released.`,
  outdated: "This page was out of date. Nothing was booked. Try again.",
  reserved: (left: number, reserved: number) => {
    const available =
      left === 0
        ? "No seats are available for guests"
        : left === 1
          ? "Only 1 seat is available for guests"
          : `Only ${formatNumber(left)} seats are available for guests`;
    return `${available}: ${formatNumber(reserved)} more ${reserved === 1 ? "is" : "are"} reserved for the waitlist. Raise the capacity, or wait for what the waitlist leaves.`;
  },
  soldOut: "There are no seats left. Nothing was changed.",
  typeSoldOut: (type: string) =>
    `${type} is sold out. Nothing was changed. Raise its quota, or choose another ticket type.`,
  notEnough: (left: number) =>
    left === 1
      ? "Only 1 ticket is left. Nothing was changed."
      : `Only ${ticketCount(left)} are left. Nothing was changed.`,
  notEnoughOfType: (left: number, type: string) =>
    left === 1
      ? `Only 1 ${type} ticket is left. Nothing was changed.`
      : `Only ${formatNumber(left)} ${type} tickets are left. Nothing was changed.`,
  bookingNotFound: "This booking doesn’t belong to this event.",
  notConfirmed: "Only confirmed bookings have tickets. Nothing was changed. Reload the page.",
  nothingToUndo: "There’s nothing left to undo. Someone else may have changed it; reload the page.",
  checkedIn: "One of its tickets has been used to check in. Nothing was changed.",
  tooLateToCancel: "It’s too late to cancel. Nothing was changed.",
};
