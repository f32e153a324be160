import { plural, ticketCount } from "./plural";

const wait = (seconds: number) => plural(seconds, { one: "second", other: "seconds" });
const nothingBooked = "Nothing was booked.";
const joinWaitlist = "Join the waitlist: tickets that become available go to it first.";
const letOrganizerKnow = "If you can’t come, let the organizer know.";
const eventOver = "This event is over";
const eventCancelled = "This event was cancelled";
const checkedIn = "A ticket from this booking has been checked in, so the booking can no longer be cancelled.";

/** What a refused request left as it was. */
export const unchanged = {
  reserve: nothingBooked,
  confirm: "Your tickets are still held.",
  pay: "Nothing was charged, and your tickets are still held.",
  cancel: "Your booking is unchanged.",
  join: "You’re not on the waitlist yet.",
  updateEntry: "Your place on the waitlist is unchanged.",
  leave: "You’re still on the waitlist.",
  organize: "Nothing was changed.",
};

/** Why a request that may have been done can be sent again. */
const safeToRetry = {
  reserve: "If your tickets are already held, you’ll get those, and you won’t be booked twice.",
  confirm: "If your booking is already confirmed, you’ll get that one, and you won’t be booked twice.",
  pay: "It’s the same payment, so you won’t pay twice.",
  cancel: "If it’s already done, nothing more happens.",
  join: "If you’re already on the waitlist, you keep your place.",
  updateEntry: "If it’s already changed, nothing more happens.",
  leave: "If you’ve already left, nothing more happens.",
  organize: "If it’s already done, nothing more happens.",
};

type Step = keyof typeof unchanged;

export const links = {
  findEvent: "Find another event",
  backToEvent: "Back to the event",
  waitingRoom: "Go to the waiting room",
  viewBooking: "View booking",
  continueCheckout: "Continue checkout",
  myBookings: "My bookings",
};

export const refusals = {
  bookingInProgress: {
    title: "Your last request is still in progress",
    text: "Wait a few seconds, then try again. You won’t be booked twice.",
  },
  busy: {
    title: "That took too long",
    text: (step: Step, seconds: number) =>
      `${step === "reserve" ? nothingBooked : "This attempt changed nothing."} Try again in ${wait(seconds)}.`,
  },
  unknown: {
    title: "We can’t tell yet whether that worked",
    text: (step: Step) => `The answer took too long. Try again. ${safeToRetry[step]}`,
  },
  admissionNeeded: {
    titles: {
      none: "There’s a queue for these tickets",
      used: "You’ve used this turn",
      over: "Your turn has expired",
    },
    text: (step: Step) =>
      `${unchanged[step]} Many people want these tickets, so visitors are let in gradually. Your choice is kept.`,
  },
  tooManyRequests: {
    title: "Too many attempts",
    text: (step: Step, seconds: number) => `${unchanged[step]} You can try again in ${wait(seconds)}.`,
  },
  eventNotFound: {
    title: "This event is no longer available",
    text: "The organizer may have taken it down. Nothing was booked.",
  },
  eventCancelled: {
    title: eventCancelled,
    text: "The organizer cancelled it, so there are no tickets to book.",
  },
  eventStarted: {
    title: "This event has started",
    text: "Tickets are only sold here until the event starts. Nothing was booked.",
  },
  eventEnded: {
    title: eventOver,
    text: "Tickets are no longer sold. Nothing was booked.",
  },
  salesNotStarted: {
    title: "Sales haven’t opened yet",
    text: (opening: string) => `They open on ${opening}. This page updates automatically.`,
  },
  salesClosed: {
    title: "Sales have closed",
    text: (closing: string) => `They closed on ${closing}. Nothing was booked.`,
  },
  ticketTypeNotFound: {
    title: "The tickets have changed",
    text: "The organizer changed what’s on sale. Reload the page and choose again.",
  },
  notWaiting: {
    title: "You’re not on the waitlist",
    text: "You’ve left it, or it has already been your turn. Reload the page for the latest.",
  },
  ticketTypeNotOnSale: {
    title: "This ticket type isn’t on sale right now",
    titleOf: (type: string) => `${type} isn’t on sale right now`,
    text: "Nothing was booked. Choose another ticket type, or come back when it’s on sale.",
  },
  noTickets: {
    title: "Choose at least one ticket",
    text: "Choose a quantity to continue.",
  },
  tooManyTickets: {
    title: (limit: number) => `At most ${ticketCount(limit)} per booking`,
    text: "Choose fewer. Nothing was booked.",
  },
  alreadyBooked: {
    title: "You already have tickets",
    text: "Each person can have one booking per event, and yours is confirmed.",
  },
  alreadyHeld: {
    title: "You already hold tickets",
    text: "Finish that checkout, or cancel its reservation to choose again.",
  },
  idempotencyKeyReused: {
    title: "This page was out of date",
    text: "Nothing was booked. Try again.",
  },
  soldOut: {
    title: "Just sold out",
    titleOf: (type: string) => `${type} has just sold out`,
    text: "Someone else got the last tickets just before you. Nothing was booked.",
    waitlist: joinWaitlist,
  },
  notEnoughLeft: {
    title: (left: number) => `Only ${left} left`,
    titleOf: (left: number, type: string) => `Only ${left} left of ${type}`,
    text: (left: number) =>
      `You asked for more than that, so nothing was booked. Choose ${left === 1 ? "one" : `${left} or fewer`}.`,
    waitlist: "For more, join the waitlist.",
  },
  bookingNotFound: {
    title: "We can’t find this booking",
    text: "It may belong to another account. All your bookings are under My bookings.",
  },
  bookingCancelled: {
    title: "These tickets are no longer yours",
    text: "They were cancelled, perhaps in another tab. Choose again if you still want to come.",
  },
  holdExpired: {
    title: "Your reservation has expired and the tickets are gone",
    text: "We couldn’t hold them any longer. Nothing was booked.",
    waitlist: joinWaitlist,
  },
  wrongNumberOfHolders: {
    title: (expected: number) => `${plural(expected, { one: "name is", other: "names are" })} needed`,
    text: `Each ticket has a name on it. ${unchanged.confirm}`,
  },
  paymentNeeded: {
    title: "This event is paid for online",
    text: "Nothing was booked yet. Reload the page to continue to payment. Your tickets are still held for you.",
  },
  paymentUnavailable: {
    title: "We can’t take payments right now",
    text: `Our payment provider didn’t answer. ${unchanged.pay} Try again in a moment.`,
  },
  nothingToPay: {
    title: "You no longer pay for this event online",
    text: `The organizer changed how it’s paid for. ${unchanged.pay} Reload the page to confirm your booking.`,
  },
  alreadyConfirmed: {
    title: "This booking is confirmed",
    text: "It was confirmed in the meantime, perhaps in another tab. You can still cancel it under My bookings.",
  },
  cancellationClosed: {
    title: "It’s too late to cancel here",
    text: (deadline: string) =>
      `The deadline was ${deadline}. Your booking is unchanged and your tickets are still valid. ${letOrganizerKnow}`,
  },
  alreadyCheckedIn: {
    title: "This booking can’t be cancelled",
    text: checkedIn,
  },
  capacityBelowSold: {
    title: (soldAndHeld: number) => `At least ${plural(soldAndHeld, { one: "seat is", other: "seats are" })} needed`,
    text: "That many are sold or held. Cancel bookings first, or enter a higher capacity.",
  },
  eventIsDraft: {
    title: "This event is a draft",
    text: "It was never published, so it has no bookings and there’s no one to notify.",
  },
  eventOver: {
    title: eventOver,
    text: "It has taken place, so there’s nothing to cancel. Its bookings stay as they are.",
  },
  waitlistDisabled: {
    title: "This event has no waitlist",
    text: "Tickets that become available go straight back on sale here.",
  },
  seatsAvailable: {
    title: (left: number) => `${plural(left, { one: "ticket is", other: "tickets are" })} available now`,
    text: "There’s no need to wait: you can reserve now.",
  },
  eventClosed: {
    title: "The waitlist is closed",
    text: "Sales have ended or the event has started, so no more tickets become available.",
  },
};

export const unreachable = {
  title: "We couldn’t reach Quorix",
  text: "Check your connection and try again. If the first attempt did arrive, you won’t be booked twice.",
};

export const invalidInput = {
  reserveTitle: "Choose your tickets again",
  confirmTitle: "Something is missing",
  outdatedTitle: "This page is out of date",
  joinTitle: "Choose how many tickets you’re waiting for",
  updateEntryTitle: "Choose what to wait for",
  text: "Check the fields marked below; nothing was lost. If none is marked, reload the page.",
  holderName: "Enter the name of the person who will use this ticket.",
  holderNameTooLong: (max: number) => `Use at most ${max} characters.`,
  terms: "Accept the terms to continue.",
};

export const cancellationPolicy = {
  note: "You can cancel until {deadline}.",
  closedNote: `This booking could be cancelled until {deadline}. ${letOrganizerKnow}`,
  letOrganizerKnow,
  terms: "You can cancel until {deadline}. After that, the booking is binding.",
  closedTerms: "Cancellation closed on {deadline}, so the booking is binding as soon as you confirm it.",
  checkedIn: `${checkedIn} ${letOrganizerKnow}`,
};
