export const backgroundPage = {
  backgroundWork: "Background work",
  failedRuns: "Failed runs",
  whatFunctionGaveUpOn:
    "What a function gave up on after its last attempt. Retrying sends the event again: whatever was done already is not done twice.",
  retry: (functionId: string) => `Retry ${functionId}`,
  retry2: "Retry",
  dismiss: (functionId: string) => `Dismiss ${functionId}`,
  dismiss2: "Dismiss",
  mailsNotSent: "Mails not sent",
  mailsThatNoMailServer:
    "Mails that no mail server has taken. Each is tried again by itself for three days, and is never sent twice.",
  sendAgainTo: (subject: string, to: string) => `Send again: “${subject}” to ${to}`,
  sendAgain: "Send again",
  announcementsLeftBehind: "Announcements left behind",
  factsThatWereCommittedAnd: "Facts that were committed and have not reached Inngest. A sweep sends them every minute.",
  inventory: "Inventory",
  countsTheSeatsOfEvery:
    "Counts the seats of every event again. It reads all bookings, so it runs when you ask for it, and stops after ten seconds.",
};

export const eventsPage = {
  events: "Events",
  nameVenueOrCity: "Name, venue or city",
  eventsNewestFirst: "Events, newest first",
  event: "Event",
  organizer: "Organizer",
  when: "When",
  taken: "Taken",
  status: "Status",
  noEventFound: "No event found",
  tryFewerWordsOrAnother: "Try fewer words, or another status.",
  of: (taken: string, capacity: string) => `${taken} of ${capacity}`,
};

export const adminLayout = {
  administration: "Administration",
};

export const adminPage = {
  overview: "Overview",
  services: "Services",
  backgroundWork: "Background work",
  nothingToDo: "Nothing to do",
  lookAfterThem: "Look after them",
  size: "Size",
  theDatabasesOwnEstimatesFew: "The database’s own estimates, a few minutes old.",
  users: "Users",
  events: "Events",
  bookings: "Bookings",
  whatSuperusersDidLast: "What superusers did last",
  nothingYetWhateverIsDone: "Nothing yet. Whatever is done here is kept.",
};

export const usersPage = {
  users: "Users",
  nameOrEmail: "Name or email",
  nobodyFound: "Nobody found",
  tryTheBeginningOfName: "Try the beginning of a name or of an address.",
  superuser: "Superuser",
  deactivated: "Deactivated",
  addressNotConfirmed: "Address not confirmed",
  signedUp: "Signed up ",
  thatIsYou: "That is you",
};

export const accountButton = {
  account: (verb: string) => `${verb} account`,
  reason: "Reason",
  keptInTheAuditLog: "Kept in the audit log, for superusers only.",
  deactivate: "Deactivate",
  reactivate: "Reactivate",
  cancel: "Cancel",
};

export const adminActionList = {
  quorix: "Quorix",
};

export const inventoryAudit = {
  recountAgain: "Recount again",
  recountNow: "Recount now",
  everyEventAddsUp: "Every event adds up",
  whatIsAvailableOwedTo: "What is available, owed to waitlists, held and sold is each event’s capacity.",
  oneEventDiffers: "One event differs",
  eventsDiffer: (total: string) => `${total} events differ`,
  theseAreTheFirstRecount: (length: number) => `These are the first ${length}. Recount once they are mended.`,
  oversoldItTakesPersonTo: "Oversold: it takes a person to decide.",
  mended: "Mended",
  mend: (name: string) => `Mend ${name}`,
  mend2: "Mend",
};

export const listSearch = {
  filter: "Filter",
  search: "Search",
};

export const sendOutboxButton = {
  sendNow: "Send now",
  sent: (sent: number) => `Sent: ${sent}.`,
};
