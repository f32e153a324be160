import { formatNumber, plural } from "./plural";

const times = (count: number) => (count === 1 ? "once" : `${formatNumber(count)} times`);

const shared = {
  overview: "Overview",
  users: "Users",
  events: "Events",
  payments: "Payments",
  background: "Background jobs",
  failedRuns: "Failed jobs",
  unsentEmails: "Unsent emails",
  pendingRequests: "Pending job requests",
  search: "Search",
};

export const adminLayout = {
  title: "Administration",
  overview: shared.overview,
  users: shared.users,
  events: shared.events,
  payments: shared.payments,
  background: shared.background,
};

export const adminPage = {
  title: shared.overview,
  services: "Services",
  dependencies: {
    database: "Database",
    bookings: "Bookings",
    redis: "Redis",
    inngest: "Inngest",
    mail: "Email server",
  },
  dependencyStates: {
    up: "Up",
    down: "Not responding",
    "read-only": "Read-only",
    behind: "Migration missing",
    stuck: "Stuck",
  },
  background: shared.background,
  failedRuns: shared.failedRuns,
  unsentEmails: shared.unsentEmails,
  pendingRequests: shared.pendingRequests,
  unknownPayments: "Unknown payments",
  nothingToDo: "Nothing to do",
  review: "Review",
  atLeast: (count: string) => `${count} or more`,
  size: "Size",
  sizeNote: "Database estimates, a few minutes old.",
  estimate: (count: string) => `about ${count}`,
  users: shared.users,
  events: shared.events,
  bookings: "Bookings",
  recentActivity: "Recent admin activity",
  noActivity: "No activity yet. Everything admins do is recorded here.",
};

export const backgroundPage = {
  title: shared.background,
  sectionTitle: (title: string, count: string) => `${title} (${count})`,
  atLeast: (count: string) => `${count} or more`,
  failedRuns: {
    title: shared.failedRuns,
    text: "Jobs that failed on their last attempt. Retrying starts the job again. Work that is already done isn’t repeated.",
    empty: "No failed jobs.",
    source: "{date} · {source}",
    scheduled: "runs again on schedule",
    retry: "Retry",
    retryLabel: (functionId: string) => `Retry ${functionId}`,
    dismiss: "Dismiss",
    dismissLabel: (functionId: string) => `Dismiss ${functionId}`,
  },
  unsentEmails: {
    title: shared.unsentEmails,
    text: "Emails that the mail server hasn’t accepted. Each is retried automatically for three days, and is never sent twice.",
    empty: "All emails have been sent.",
    attempts: (attempts: number) => `To {to} · tried ${times(attempts)}, last on {date}`,
    retry: "Send again",
    retryLabel: (subject: string, to: string) => `Send again: “${subject}” to ${to}`,
    retried: "Queued.",
  },
  pendingRequests: {
    title: shared.pendingRequests,
    text: "Requests that were committed but haven’t reached Inngest. They’re sent automatically every minute.",
    empty: "No pending job requests.",
    attempts: (attempts: number) => `{date} · tried ${times(attempts)}`,
  },
  inventory: {
    title: "Inventory",
    text: "Compares every event’s seat counters with its bookings. It reads all bookings, so it runs only when you ask, and stops after ten seconds.",
  },
};

export const paymentsPage = {
  title: shared.payments,
  unknownPayments: {
    title: "Unknown payments",
    text: "Payments at the provider that belong to no booking here. They may be of another application with the same account. Look them up in the provider’s dashboard, and refund there what nobody needs.",
    empty: "Every payment is known.",
    source: "{amount} · {date}",
    seen: "Mark as seen",
    seenLabel: (payment: string) => `Mark ${payment} as seen`,
  },
  unhandledNotifications: {
    title: "Unhandled notifications",
    text: "Messages of the provider that were stored and not worked on yet. That is tried again every minute, and payments are asked about in any case.",
    empty: "All notifications were handled.",
    source: "{object} · {date}",
  },
};

export const eventsPage = {
  title: shared.events,
  searchLabel: "Name, venue or city",
  all: "All",
  caption: "Events, newest first",
  event: "Event",
  organizer: "Organizer",
  time: "When",
  taken: "Seats taken",
  takenOf: (taken: string, capacity: string) => `${taken} of ${capacity}`,
  status: "Status",
  untitled: "Untitled draft",
  emptyTitle: "No events found",
  emptyText: "Try fewer words or another status.",
};

export const usersPage = {
  title: shared.users,
  searchLabel: "Name or email",
  filters: { all: "All", closed: "Deactivated", superusers: "Superusers" },
  emptyTitle: "No users found",
  emptyText: "Try the beginning of a name or an email address.",
  superuser: "Superuser",
  deactivated: "Deactivated",
  emailNotConfirmed: "Email not confirmed",
  signedUp: "Signed up ",
  you: "You",
};

export const accountButton = {
  reasonLabel: "Reason",
  reasonHint: "Kept in the audit log, for superusers only.",
  cancel: "Cancel",
  deactivate: {
    action: "Deactivate",
    label: (name: string) => `Deactivate ${name}`,
    title: "Deactivate account",
    text: "{name} will be signed out everywhere immediately and won’t be able to sign in. Links in emails stop working. Bookings stay as they are. You can undo this.",
  },
  reactivate: {
    action: "Reactivate",
    label: (name: string) => `Reactivate ${name}`,
    title: "Reactivate account",
    text: "{name} will be able to sign in again. Earlier sessions and links in emails stay invalid.",
  },
  errors: {
    reasonTooShort: "Enter a reason, in a few words.",
    reasonTooLong: "Use 300 characters or fewer.",
  },
};

export const adminActionList = {
  quorix: "Quorix",
};

export const inventoryAudit = {
  run: "Check inventory",
  runAgain: "Check again",
  okTitle: "Every event adds up",
  okText: "Available, reserved for the waitlist, held and sold add up to each event’s capacity.",
  findingsTitle: (count: number) => plural(count, { one: "event doesn’t add up", other: "events don’t add up" }),
  firstFindings: (count: string) => `These are the first ${count}. Check again once they’re fixed.`,
  oversold: "Oversold: needs manual review.",
  fix: "Fix",
  fixLabel: (name: string) => `Fix ${name}`,
  fixed: "Fixed",
  typeDifference: (code: string, counter: string, booked: string) =>
    `Ticket type ${code}: the counter says ${counter} sold, its bookings ${booked}.`,
  eventDifference: (event: { available: string; waitlist: string; taken: string; sum: string; capacity: string }) =>
    `${event.available} available + ${event.waitlist} for the waitlist + ${event.taken} taken = ${event.sum}, but the capacity is ${event.capacity}.`,
};

export const listSearch = {
  filterLabel: "Filter",
  submit: shared.search,
};

export const sendOutboxButton = {
  submit: "Send now",
  sent: (count: string) => `Sent: ${count}.`,
};

export const adminErrors = {
  NO_ACCESS: "There’s nothing here.",
  NOT_FOUND: "This isn’t here any more.",
  YOURSELF: "You can’t deactivate your own account. Another superuser can.",
  ALREADY_SO: "Someone else has already done this.",
  ALREADY_SETTLED: "Someone else has already handled this job.",
  EMAIL_SETTLED: "This email has already been sent, or is being sent right now.",
  INNGEST_AWAY: "Inngest didn’t accept it. Nothing is lost: it’s retried automatically every minute or so.",
  TOOK_TOO_LONG: "The check took longer than ten seconds and was stopped. Run npm run audit:inventory instead.",
  BUSY: "The event is busy right now. Try again in a moment.",
  NOT_RECONCILED: "Nothing was fixed: the event adds up again, or it is oversold.",
};
