export const newPage = {
  writeMessage: "Write a message",
};

export const messagesPage = {
  writeMessage: "Write a message",
  messages: "Messages",
  noMessageHasBeenSent: "No message has been sent",
  writeToEverybodyWhoBooked:
    "Write to everybody who booked, to one ticket type, to the waitlist, or to people chosen from the attendees.",
  changesAndCancellationsThatWere: "Changes and cancellations that were told",
};

export const idOperationsPage = {
  startedOnBy: (createdAt: string) => `Started on ${createdAt} by `,
  people: "People",
  state: "State",
  nobody: "Nobody.",
};

export const operationsPage = {
  backgroundWork: "Background work",
  changesCancellationsAndMessagesAnd: "Changes, cancellations and messages, and how far telling everybody is.",
  nothingHasBeenSentTo: "Nothing has been sent to many",
  whenYouWriteToEverybody: "When you write to everybody, move the event or cancel it, its progress is here.",
};

export const emailPreview = {
  subject: "Subject",
};

export const messageForm = {
  aTestIsOnIts: "A test is on its way to ",
  to: "To",
  whoeverWantsNoMessagesFrom: "Whoever wants no messages from you is left out.",
  subject: "Subject",
  message: "Message",
  answersGoTo: "Answers go to ",
  everybodyWhoGetsTheMessage:
    "Everybody who gets the message then sees this address. Without it, nobody reads an answer.",
  previewAndSend: "Preview and send",
  sendMeTest: "Send me a test",
};

export const messageReview = {
  nobodyWouldGetThis: "Nobody would get this",
  sendThisTo: (reached: string) => `Send this to ${reached}?`,
  chooseSomebodyElseOrWait: "Choose somebody else, or wait until somebody has booked.",
  itCannotBeCalledBack:
    "It cannot be called back. The mails go out in the background, about 20 a second; you see who has got one.",
  sendTo: (reached: string) => `Send to ${reached}`,
  goOnWriting: "Go on writing",
  sendMeTest: "Send me a test",
  previewOfTheMail: "Preview of the mail",
};

export const cancelEventForm = {
  whyItIsCancelled: "Why it is cancelled",
  goesIntoTheMailIn: "Goes into the mail, in your words. For example what happens with money already paid.",
  toBeSureTypeThe: "To be sure, type the event’s name:",
  thisCannotBeUndoneSales:
    "This cannot be undone. Sales close at once; the mails go out in the background, and you see how far they are.",
  cancelTheEvent: "Cancel the event",
  keepTheEvent: "Keep the event",
  theMailTheyGet: "The mail they get",
  previewOfTheMail: "Preview of the mail",
};

export const consequenceList = {
  bookings: "Bookings",
  areCancelledEachGetsOne: "are cancelled; each gets one mail",
  tickets: "Tickets",
  areVoidAtTheDoor: "are void at the door",
  holds: "Holds",
  inCheckoutOrOnOffer: "in a checkout or on offer are released",
  waiting: "Waiting",
  areToldThatTheWaitlist: "are told that the waitlist is closed",
};

export const operationList = {
  people: "People",
};

export const operationStatus = {
  people: "People",
  tryTheFailedOneAgain: "Try the failed one again",
  tryTheFailedAgain: (failed: number) => `Try the ${failed} failed again`,
  tellThemNow: "Tell them now",
};

export const operationSummary = {
  reasonInTheMail: "Reason in the mail",
  to: "To: ",
  whatItSays: "What it says",
  theRulesForClocksIn: "The rules for clocks in ",
  changedTheEventStaysAt: " changed. The event stays at",
  asTicketsSayCalendarsAre: ", as tickets say; calendars are put right.",
};

export const operationsNote = {
  notEverybodyWasReached: "Not everybody was reached",
  mailsAreGoingOut: "Mails are going out",
};

export const recipientList = {
  people: (value: string) => `People: ${value}`,
  name: "Name",
  reason: "Reason",
  booking: "Booking",
  when: "When",
  waitlist: "Waitlist",
};
