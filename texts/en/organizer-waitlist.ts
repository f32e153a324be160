import { formatNumber, plural, ticketCount } from "./plural";

const people = (count: number) => plural(count, { one: "person", other: "people" });

/** "3 tickets, all or none": what an entry asks for. */
const request = (quantity: number, acceptFewer: boolean) => {
  if (quantity === 1) return ticketCount(1);
  return acceptFewer ? `${ticketCount(quantity)}, or fewer` : `${ticketCount(quantity)}, all or none`;
};

const entryStatuses = {
  waiting: "Waiting",
  offered: "Offered",
  converted: "Booked",
  expired: "Offer expired",
  left: "Left",
};

export const entryWaitlistPage = {
  pageTitle: "Waitlist decisions",
  back: "Waitlist",
  position: (position: number) => `Position ${formatNumber(position)}`,
  request: (quantity: number, acceptFewer: boolean) => `${request(quantity, acceptFewer)} · {type}`,
  anyType: "any type",
  decisions: "Decisions",
  offeredBy: "Offered manually by {name}",
  empty:
    "There are no decisions about this entry: no run has reached it yet, or the event ended more than 90 days ago.",
};

export const waitlistPage = {
  title: "Waitlist",
  decisionLog: "Decision log",
  message: "Message waitlist",
  runHint:
    "Offers available tickets in waitlist order. This also happens automatically whenever tickets become available.",
  emptyTitle: "Nobody has joined yet",
  empty:
    "Once the event or one of its ticket types sells out, people can join the waitlist. Tickets that become available go to them first, in the order they joined.",
  disabled: "This event has no waitlist: tickets that become available go straight back on sale.",
  viewSetting: "View waitlist setting",
  enable: "Turn on the waitlist",
  lists: {
    waiting: { title: "Nobody is waiting", text: "Everyone has been served or has left." },
    offered: { title: "No open offers", text: "An offer is open for up to 12 hours, then it goes to the next person." },
    history: { title: "No history yet", text: "People who book, leave or let an offer expire are listed here." },
  },
  noMatchesTitle: "No matches",
  noMatches: "Only this list was searched, by name and email address.",
  clearSearch: "Clear search",
};

export const runRunsPage = {
  pageTitle: "Waitlist run",
  back: "Decision log",
  run: "Run",
  manualOffer: "Manual offer",
  details: "{date} · {summary}",
  manualDetails: "{date}, by {name} · {summary}",
};

export const runsPage = {
  back: "Waitlist",
  title: "Decision log",
  intro:
    "A run starts whenever tickets become available. It serves people in the order they joined, as long as the tickets fit what they asked for. Open a run to see what each person got, and why people near the front didn’t. Runs are kept for 90 days after the event.",
  emptyTitle: "No runs yet",
  empty: "Runs appear here once tickets become available while people are waiting.",
};

export const demandStats = {
  waiting: "Waiting",
  people: (count: number) => (count === 1 ? "person" : "people"),
  requested: "Tickets requested",
  ofType: (seats: number) => `${formatNumber(seats)} × {type}`,
  anyType: "any type",
  tickets: "tickets",
  offered: "Offered",
  offeredTo: (count: number) => `to ${people(count)} who can still book`,
  available: "Available now",
  reserved: (count: number) => `${formatNumber(count)} reserved for the waitlist`,
  noneReserved: "none reserved for the waitlist",
};

export const entryList = {
  statuses: entryStatuses,
  positionLabel: "Position",
  accountClosed: "Account closed: skipped.",
  request: (quantity: number, acceptFewer: boolean) => `${request(quantity, acceptFewer)} · {type}`,
  anyType: "any type",
  typeClosed: "No longer sold. We emailed them on {date} to ask what to wait for instead.",
  details: "Details",
  detailsLabel: (name: string) => `Details of ${name}`,
  joined: "Joined {date}",
  offerExpires: "offer expires {date}",
  resolved: {
    converted: "booked {date}",
    expired: "offer expired {date}",
    left: "left {date}",
  },
};

export const offerButton = {
  label: (name: string) => `Offer manually to ${name}`,
  open: "Offer manually",
  title: "Offer to {name}",
};

export const offerForm = {
  nothingAvailable: "No tickets are available. Raise the capacity, or wait for a cancellation.",
  request: (quantity: number, acceptFewer: boolean, available: number) =>
    `Asked for ${request(quantity, acceptFewer)}, of {type}. Available now: ${formatNumber(available)}.`,
  anyType: "any type",
  isNext: "First on the waitlist: nobody is skipped.",
  skips: (count: number) =>
    count === 1
      ? "This skips 1 person who joined earlier. They keep their position."
      : `This skips ${people(count)} who joined earlier. They keep their positions.`,
  effect:
    "Free tickets are booked immediately while there’s still time to cancel. Otherwise, they get an email and up to 12 hours to confirm.",
  reason: "Reason",
  reasonHint: "Shown to your team in the decision log, not to the person.",
  noReason: "Enter a reason, so that your team knows why.",
  longReason: (max: number) => `Use at most ${formatNumber(max)} characters.`,
  submit: (quantity: number) => `Offer ${ticketCount(quantity)}`,
  close: "Close",
  cancel: "Cancel",
};

export const outcomeBadge = {
  converted: "Booked",
  offered: "Offered",
  skipped: "Skipped",
};

export const runButton = {
  submit: "Offer available tickets",
};

export const runList = {
  offeredBy: "Offered manually by {name}",
  decisions: (count: number) => plural(count, { one: "decision", other: "decisions" }),
  summary: ({ converted, offered, skipped, seats }: Record<"converted" | "offered" | "skipped" | "seats", number>) => {
    const parts = [
      converted > 0 ? `${formatNumber(converted)} booked` : "",
      offered > 0 ? `${formatNumber(offered)} offered` : "",
      skipped > 0 ? `${formatNumber(skipped)} skipped` : "",
    ].filter(Boolean);
    return `${parts.join(", ")} · ${seats > 0 ? ticketCount(seats) : "no tickets"}`;
  },
};

export const waitlistFilters = {
  label: "Which list",
  lists: { waiting: "Waiting", offered: "Offered", history: "History" },
  search: "Search the waitlist",
  searchPlaceholder: "Name or email address",
};

/** What a run or a manual offer did. */
export const waitlistResults = {
  booked: (count: number) => `${people(count)} got a booking.`,
  offered: (count: number) => `${people(count)} got an offer by email.`,
  skipped: (count: number) =>
    count === 1
      ? "1 person near the front couldn’t use what was available and keeps their position."
      : `${people(count)} near the front couldn’t use what was available and keep their positions.`,
  asked: (count: number) =>
    count === 1
      ? "1 person is waiting for a ticket type that is no longer sold. We asked them what to do."
      : `${people(count)} are waiting for a ticket type that is no longer sold. We asked them what to do.`,
  released: (count: number) =>
    count === 1
      ? "1 ticket that nobody on the waitlist could use went on public sale."
      : `${ticketCount(count)} that nobody on the waitlist could use went on public sale.`,
  more: "The next run has started automatically.",
  nothing: "No tickets are available right now. Tickets are offered automatically when they become available.",
  manualBooked: (count: number) => `Booked: ${ticketCount(count)}.`,
  manualOffered: (count: number) => `Offered by email: ${ticketCount(count)}.`,
  fewer: (asked: number) => `They asked for ${formatNumber(asked)}, but no more were available.`,
  passedBy: (count: number) =>
    count === 1 ? "1 person who joined earlier was skipped." : `${people(count)} who joined earlier were skipped.`,
};

export const waitlistRefusals = {
  inProgress: "Your last request is still running. Wait a few seconds, then try again.",
  busy: "We’re very busy right now. Nothing was changed. Try again in a moment.",
  unknown: "This took too long, so we don’t know whether it went through. Reload the page to check.",
  eventNotFound: "This event no longer exists.",
  closed: "Sales aren’t open, or the event has started, so no tickets can be offered now.",
  notWaiting: "They’re no longer waiting: they’ve been served or have left. Nothing was changed.",
  accountClosed: "Their account is closed. Nothing was changed.",
  hasBooking: "They already have a booking for this event. Nothing was changed.",
  nothingAvailable: "No tickets are available. Raise the capacity, or wait for a cancellation.",
  doesNotFit: (reason: string) => `This doesn’t fit. ${reason}`,
};

/** Why a run gave an entry seats, or none. Stored with the decision. */
export const waitlistReasons = {
  anyType: "any ticket type",
  notOnSale:
    "The ticket type they asked for isn’t on sale. They keep their position; if it’s no longer sold, we ask them by email what to wait for instead.",
  nothingAvailable: (type: string) => `Nothing was available of ${type}. They keep their position.`,
  tooFew: (asked: number, available: number, type: string) =>
    `They asked for ${formatNumber(asked)} together; ${formatNumber(available)} of ${type} ${available === 1 ? "was" : "were"} available. They keep their position.`,
  hasBooking: "They already have a booking for this event. They keep their position.",
  booked: (seats: number, type: string) => `Booked ${formatNumber(seats)} × ${type}.`,
  offered: (seats: number, type: string) => `Offered ${formatNumber(seats)} × ${type}.`,
  fewer: (asked: number) => `They asked for ${formatNumber(asked)} and accept fewer.`,
  passedBy: (count: number) =>
    count === 1 ? "Skipped 1 person who joined earlier." : `Skipped ${people(count)} who joined earlier.`,
  manual: (reason: string) => `Reason: ${reason}`,
};
