import type { EmailSkipReason } from "./compose";

/** Why somebody was left out, for whoever started it. */
export const skipReasonMessages: Record<EmailSkipReason, string> = {
  NOT_FOUND: "What this was about is not there any more.",
  ACCOUNT_INACTIVE: "The account is closed.",
  BOOKING_NOT_CONFIRMED: "The booking was cancelled meanwhile.",
  BOOKING_NOT_CANCELLED: "The booking is not cancelled.",
  EVENT_CANCELLED: "The event was cancelled meanwhile.",
  EVENT_NOT_CANCELLED: "The event is not cancelled.",
  EVENT_STARTED: "The event has started.",
  EVENT_MOVED: "The event has another date by now.",
  EVENT_UNCHANGED: "The event is again when and where it was.",
  ENTRY_NOT_WAITING: "No longer on the waitlist.",
  TYPE_CHOSEN_OR_OPEN: "Waits for a ticket type that is sold.",
  OFFER_OVER: "The offer is over.",
  OFFER_NOT_EXPIRED: "The offer has not run out.",
  LINK_OVER: "The link is over.",
  OPTED_OUT: "Wants no messages from this organizer.",
};

export const failureMessages = {
  refused: "The mail server refused this address.",
  deferred: "The mail server asked to try this address later, several times.",
  unavailable: "The mail server could not be reached.",
  "in flight": "It is not known whether the mail was sent: the server stopped in the middle.",
  broken: "Something went wrong on our side.",
};
