import { formatNumber, plural } from "./plural";

const people = (count: number) => plural(count, { one: "person", other: "people" });

/** Labels that several pages about messages share. */
const shared = {
  writeMessage: "Write a message",
  sendTest: "Send me a test",
  emailPreview: "Email preview",
  people: "People",
};

export const newMessagePage = {
  title: shared.writeMessage,
};

export const messagesPage = {
  title: "Messages",
  write: shared.writeMessage,
  emptyTitle: "No messages yet",
  emptyText:
    "Write to everyone who booked, to one ticket type, to the waitlist, or to people you choose from the list.",
  updatesLink: "Update notifications sent",
};

export const operationPage = {
  metadataTitle: "Progress",
  startedBy: "Started on {date} by {name}",
  people: shared.people,
  statusFilterLabel: "Status",
  empty: "No one.",
};

export const operationsPage = {
  title: "Notifications",
  intro: "Progress of emails about changes, cancellations and messages.",
  write: shared.writeMessage,
  emptyTitle: "No bulk emails yet",
  emptyText: "When you send a message, move the event or cancel it, you can follow the progress here.",
};

export const operationTitles = {
  message: "Message",
  event_cancellation: "Event cancellation",
  event_change: "New date or venue",
};

export const recipientStatuses = {
  failed: "Failed",
  skipped: "Skipped",
  left: "Remaining",
  done: "Sent",
};

export const operationStates = {
  nobodyToNotify: "No one needed to be notified.",
  finished: "Finished.",
  finishedWithFailures: "Finished, but some emails couldn’t be sent.",
  cancelling: (bookings: string) => `Cancelling bookings: ${bookings} so far.`,
  findingRecipients: "Finding the recipients.",
  waiting: "Waiting until {time} in case you make more changes, so that people get one email.",
  sending: (minutes: number) =>
    `Sending emails: about ${plural(minutes, { one: "minute", other: "minutes" })} left. You can leave this page.`,
};

export const audiences = {
  all: "Everyone with a booking",
  type: (name: string) => `Everyone with “${name}”`,
  waitlist: "The waitlist",
  references: (count: number) => plural(count, { one: "chosen booking", other: "chosen bookings" }),
};

export const emailPreview = {
  subjectLabel: "Subject",
};

export const messageForm = {
  testSent: "A test is on its way to {email}.",
  audienceLabel: "To",
  audienceHint: "People who unsubscribed are skipped.",
  subjectLabel: "Subject",
  bodyLabel: "Message",
  repliesLabel: "Replies go to {email}",
  repliesHint: "Recipients see this address. Without it, no one reads replies.",
  preview: "Preview and send",
  sendTest: shared.sendTest,
};

export const messageErrors = {
  audienceRequired: "Choose who it’s for.",
  subjectRequired: "Enter a subject.",
  subjectTooLong: (max: string) => `Keep the subject under ${max} characters.`,
  bodyRequired: "Enter a message.",
  bodyTooLong: (max: string) => `Keep the message under ${max} characters.`,
  testNotAccepted: "The mail server didn’t accept the test. Try again in a moment.",
};

export const messageReview = {
  title: (count: number) => `Send this to ${people(count)}?`,
  audience: (count: number, optedOut: number) => {
    const sentence = `{audience}: ${people(count)}.`;
    if (optedOut === 0) return sentence;
    return optedOut === 1
      ? `${sentence} One of them unsubscribed from your messages and will be skipped.`
      : `${sentence} ${formatNumber(optedOut)} of them unsubscribed from your messages and will be skipped.`;
  },
  note: "This can’t be undone. Emails are sent in the background, about 20 a second. You can follow the progress.",
  emptyTitle: "No recipients",
  emptyText: "Choose someone else, or wait until someone has booked.",
  submit: (count: number) => `Send to ${people(count)}`,
  edit: "Keep editing",
  sendTest: shared.sendTest,
  previewTitle: shared.emailPreview,
};

export const cancelEventForm = {
  reasonLabel: "Reason for cancelling",
  reasonHint: "Included in the email as you write it. What was paid online is refunded automatically.",
  reasonPlaceholder: "Your reason appears here.",
  nameLabel: "To confirm, type the event’s name: {name}",
  warning: "This can’t be undone. Sales close immediately. Emails are sent afterwards; you can watch their progress.",
  submit: "Cancel event",
  cancel: "Keep event",
  previewHeading: "The email people get",
  previewTitle: shared.emailPreview,
  errors: {
    reasonRequired: "Enter a reason. It’s included in the email.",
    reasonTooLong: (max: string) => `Keep it under ${max} characters.`,
    nameRequired: "Type the event’s name to confirm.",
    nameMismatch: "This isn’t the event’s name.",
  },
};

export const consequenceList = {
  bookings: "Bookings",
  bookingsText: "will be cancelled, with one email each",
  tickets: "Tickets",
  ticketsText: "will no longer be valid",
  holds: "Holds",
  holdsText: "will be released, in checkout and waitlist offers",
  waitlist: "On the waitlist",
  waitlistText: "will be told the waitlist is closed",
};

export const operationList = {
  byline: "{date}, {name}",
  people: shared.people,
  running: "In progress",
  failed: (count: string) => `${count} failed`,
  finished: "Finished",
};

export const operationStatus = {
  people: shared.people,
  retry: (failed: number) => `Retry ${plural(failed, { one: "failed email", other: "failed emails" })}`,
  sendNow: "Notify people now",
  notFound: "This isn’t here any more.",
};

export const operationSummary = {
  reasonLabel: "Reason in the email",
  audience: "To: {audience}",
  bodyLabel: "Message text",
  clockKept:
    "Clock rules in {timeZone} changed. The event stays at {when}, as tickets say. The emails correct people’s calendars.",
  whenLabel: "When",
  whereLabel: "Where",
};

export const operationsNote = {
  failedTitle: "Some emails couldn’t be sent",
  runningTitle: "Emails are being sent",
  failed: (count: string) => `{title}: ${count} failed`,
  remaining: (count: string) => `{title}: ${count} remaining`,
};

export const recipientList = {
  caption: (status: string) => `People: ${status}`,
  name: "Name",
  reason: "Reason",
  booking: "Booking",
  time: "When",
  waitlist: "Waitlist",
};

/** Why a person got no email from an operation. */
export const skipReasons = {
  NOT_FOUND: "What this was about no longer exists.",
  ACCOUNT_INACTIVE: "The account is closed.",
  BOOKING_NOT_CONFIRMED: "The booking has been cancelled.",
  BOOKING_NOT_CANCELLED: "The booking isn’t cancelled.",
  EVENT_CANCELLED: "The event has been cancelled.",
  EVENT_NOT_CANCELLED: "The event isn’t cancelled.",
  EVENT_STARTED: "The event has started.",
  EVENT_MOVED: "The event’s date has changed.",
  EVENT_UNCHANGED: "The event is back at its previous date and venue.",
  ENTRY_NOT_WAITING: "No longer on the waitlist.",
  TYPE_CHOSEN_OR_OPEN: "Waiting for a ticket type that is on sale.",
  OFFER_OVER: "The offer has ended.",
  OFFER_NOT_EXPIRED: "The offer hasn’t expired.",
  PAYMENT_NOT_REFUSED: "The payment led to tickets.",
  NOT_AN_OWNER: "No longer an owner of the team.",
  LINK_OVER: "The link no longer works.",
  OPTED_OUT: "Unsubscribed from this organizer.",
};

export const failureReasons = {
  refused: "The mail server refused this address.",
  deferred: "The mail server asked to try this address later, several times.",
  unavailable: "The mail server couldn’t be reached.",
  "in flight": "We don’t know whether the email was sent: the server stopped while sending it.",
  broken: "Something went wrong on our side.",
};
