import { plural, ticketCount } from "./plural";

type Things = Parameters<typeof plural>[1];

const tickets = { one: "ticket", other: "tickets" };

/** "40% of 6 tickets", "All 6 tickets", "None of 6 tickets". */
function partOf(part: number, whole: number, share: string, things: Things): string {
  if (part === 0) return `None of ${plural(whole, things)}`;
  if (part < whole) return `${share} of ${plural(whole, things)}`;
  return whole === 1 ? `The only ${things.one}` : `All ${plural(whole, things)}`;
}

export const insightsPage = {
  title: "Insights",
  updated: "Updated within the last 30 seconds.",
  emptyTitle: "Nothing to show for this period",
  emptyText: "No bookings were made, nobody joined a waitlist, and no event with scanned tickets ended.",
  newEvent: "New event",
  showAll: "Show all time",
};

export const insightFilters = {
  organizer: "Organizer",
  allOrganizers: "All organizers",
  period: "Period",
  periods: {
    "7d": "7 days",
    "30d": "30 days",
    "90d": "90 days",
    "12m": "12 months",
    all: "All time",
  },
};

export const insightSection = {
  showData: "Show data",
  data: "Data",
  csv: "CSV",
  excel: "Excel",
  downloadCsv: (title: string) => `Download “${title}” as CSV file`,
  downloadExcel: (title: string) => `Download “${title}” as Excel workbook`,
};

export const insightTable = {
  caption: (title: string) => `${title}: data`,
};

export const insightChart = {
  start: "start",
  days: (count: number) => `${count} d`,
  rightScale: (label: string) => `${label} (right-hand scale)`,
};

/** Headers of columns. */
export const columnLabels = {
  minute: "When",
  hour: "Hour",
  day: "Day",
  week: "Week from",
  month: "Month",
  event: "Event",
  ticketType: "Ticket type",
  source: "Source",
  bookings: "Bookings",
  tickets: "Tickets",
  share: "Share",
  revenue: "Revenue",
  revenueIn: (currency: string) => `Revenue (${currency})`,
  worthIn: (currency: string) => `Worth (${currency})`,
  bookingsCancelled: "Bookings cancelled",
  ticketsCancelled: "Tickets cancelled",
};

export const moments = {
  weekOf: (day: string) => `week of ${day}`,
};

export const salesTexts = {
  title: "Sales over time",
  empty: "Nothing has been sold yet.",
  sold: (tickets: number, bookings: number) =>
    `${plural(tickets, { one: "ticket was", other: "tickets were" })} sold in ${plural(bookings, { one: "booking", other: "bookings" })}.`,
  cancelled: (tickets: number) =>
    `${plural(tickets, { one: "ticket has", other: "tickets have" })} been cancelled since.`,
  peak: {
    minute: (when: string, tickets: string) => `The best minute was ${when}, with ${tickets}.`,
    hour: (when: string, tickets: string) => `The best hour was ${when}, with ${tickets}.`,
    day: (when: string, tickets: string) => `The best day was ${when}, with ${tickets}.`,
    week: (when: string, tickets: string) => `The best week was the ${when}, with ${tickets}.`,
    month: (when: string, tickets: string) => `The best month was ${when}, with ${tickets}.`,
  },
  columns: { sold: "Tickets sold", net: "Net tickets" },
};

export const revenueTexts = {
  title: "Revenue over time",
  titleIn: (currency: string) => `Revenue over time in ${currency}`,
  sold: (sold: string) => `${sold} was sold, and nothing was cancelled.`,
  soldAndCancelled: (sold: string, cancelled: string, net: string) =>
    `${sold} was sold and ${cancelled} of it cancelled, leaving ${net}.`,
  columns: { sold: "Sold", cancelled: "Cancelled", net: "Net" },
};

export const takingsTexts = {
  title: "Takings over time",
  titleIn: (currency: string) => `Takings over time in ${currency}`,
  taken: (taken: string) => `${taken} was paid.`,
  refunded: (refunded: string) => `${refunded} of it was refunded.`,
  fees: (fees: string) => `Fees were ${fees}.`,
  net: (net: string) => `That leaves ${net}.`,
  otherFees: (fees: string) => `Fees of ${fees} come on top.`,
  columns: { taken: "Taken", refunded: "Refunded", fees: "Fees", net: "Net" },
};

export const paceTexts = {
  title: "Pace against capacity and earlier events",
  noSeats: "This event has no seats to sell.",
  empty: "Nothing has been sold yet.",
  daysBefore: (days: number, share: string, seats: string) =>
    `${plural(days, { one: "day", other: "days" })} before the start, ${share} of ${seats} seats are sold.`,
  lastDay: (share: string, seats: string) => `Less than a day before the start, ${share} of ${seats} seats are sold.`,
  atStart: (share: string, seats: string) => `At the start, ${share} of ${seats} seats were sold.`,
  total: (share: string, seats: string) => `In total, ${share} of ${seats} seats were sold.`,
  earlier: (name: string, share: string) => `“${name}” had ${share}`,
  compared: (events: string) => `At that point, ${events}.`,
  notCompared: "There’s no earlier event to compare with.",
  columns: { days: "Days before the start", thisEvent: "This event" },
};

export const eventsTexts = {
  title: "By event",
  empty: "There are no bookings.",
  booked: (tickets: number, events: number) =>
    `${plural(tickets, { one: "ticket is", other: "tickets are" })} booked at ${plural(events, { one: "event", other: "events" })}.`,
  bookedFor: (tickets: number, money: string, events: number) =>
    `${ticketCount(tickets)} for ${money} ${tickets === 1 ? "is" : "are"} booked at ${plural(events, { one: "event", other: "events" })}.`,
  most: (name: string, share: string) => `“${name}” has the most, ${share}.`,
  others: (count: number) => plural(count, { one: "other event", other: "other events" }),
};

export const typeTexts = {
  title: "By ticket type",
  empty: "No tickets are booked.",
  most: (name: string, part: number, whole: number, share: string) =>
    part === whole
      ? `${partOf(part, whole, share, { one: "ticket is", other: "tickets are" })} of the type “${name}”.`
      : `“${name}” is most popular, with ${share} of ${ticketCount(whole)}.`,
  full: (types: number) => `${plural(types, { one: "type has", other: "types have" })} reached the quota.`,
  columns: { quota: "Quota" },
};

export const sourceTexts = {
  title: "By source",
  empty: "There are no bookings.",
  names: {
    checkout: "Checkout",
    waitlist: "Waitlist",
    organizer: "Guest list",
  },
  most: {
    checkout: (part: number, whole: number, share: string) =>
      `${partOf(part, whole, share, tickets)} came from checkout.`,
    waitlist: (part: number, whole: number, share: string) =>
      `${partOf(part, whole, share, tickets)} came from the waitlist.`,
    organizer: (part: number, whole: number, share: string) =>
      `${partOf(part, whole, share, tickets)} came from the guest list.`,
  },
};

export const funnelTexts = {
  title: "From hold to attendance",
  empty: "No tickets have been held yet.",
  confirmed: (confirmed: number, held: number, share: string) =>
    `${partOf(confirmed, held, share, { one: "held ticket was", other: "held tickets were" })} confirmed.`,
  booked: (tickets: number) => `${plural(tickets, { one: "ticket is", other: "tickets are" })} still booked.`,
  attended: (attended: number, booked: number, share: string) => {
    if (booked === 1) return attended === 1 ? "It was scanned at the door." : "It wasn’t scanned at the door.";
    const part = attended === 0 ? "None" : attended === booked ? "All" : share;
    return `${part} of those were scanned at the door.`;
  },
  steps: { held: "Held", confirmed: "Confirmed", booked: "Still booked", attended: "Attended" },
  columns: { step: "Step", ofPrevious: "Of the previous step", ofHeld: "Of all held" },
};

export const attendanceTexts = {
  title: "Attendance",
  finalTitle: "Attendance and no-shows",
  noTickets: "There are no valid tickets to scan.",
  notScanned: "No tickets have been scanned yet.",
  neverScanned: "No tickets were scanned, so attendance isn’t known.",
  scanned: (scanned: number, valid: number, share: string) =>
    `${partOf(scanned, valid, share, { one: "valid ticket was", other: "valid tickets were" })} scanned.`,
  noShows: (tickets: number, share: string) => `${ticketCount(tickets)} (${share}) didn’t show up.`,
  remaining: (tickets: number) => `${ticketCount(tickets)} can still be scanned.`,
  columns: { attended: "Attended", noShows: "No-shows", remaining: "Remaining", share: "Attendance" },
};

export const cancellationTexts = {
  title: "Cancellations",
  empty: "No confirmed bookings were cancelled.",
  cancelled: (tickets: number) => `${plural(tickets, { one: "ticket was", other: "tickets were" })} cancelled.`,
  cancelledShare: (tickets: number, share: string) =>
    `${plural(tickets, { one: "ticket was", other: "tickets were" })} cancelled, ${share} of those sold.`,
  worth: (money: string) => `That’s ${money} in ticket sales.`,
  peak: {
    minute: (when: string, tickets: string) => `The most in one minute was ${tickets}, ${when}.`,
    hour: (when: string, tickets: string) => `The most in one hour was ${tickets}, on ${when}.`,
    day: (when: string, tickets: string) => `The most in one day was ${tickets}, on ${when}.`,
    week: (when: string, tickets: string) => `The most in one week was ${tickets}, in the ${when}.`,
    month: (when: string, tickets: string) => `The most in one month was ${tickets}, in ${when}.`,
  },
};

export const leadTimeTexts = {
  title: "How long before the start people cancel",
  late: (late: number, cancelled: number, share: string) =>
    `${partOf(late, cancelled, share, { one: "cancelled ticket was", other: "cancelled tickets were" })} cancelled in the last seven days or after the start.`,
  column: "Before the start",
  ranges: [
    "28 days or more",
    "14 to 28 days",
    "7 to 14 days",
    "3 to 7 days",
    "1 to 3 days",
    "Under a day",
    "After the start",
  ],
};

export const waitlistTexts = {
  title: "Waitlist demand",
  empty: "Nobody has joined the waitlist.",
  joined: (people: number, tickets: number) =>
    `${plural(people, { one: "person", other: "people" })} joined for ${ticketCount(tickets)}.`,
  allOffered: "All of them got an offer.",
  unmet: (tickets: number) => `${ticketCount(tickets)} couldn’t be offered.`,
  unmetWorth: (tickets: number, money: string) =>
    `${ticketCount(tickets)} couldn’t be offered, worth at least ${money} at today’s prices.`,
  outcomes: {
    converted: "Got tickets",
    offered: "Has an offer",
    offerExpired: "Offer expired",
    waiting: "Still waiting",
    left: "Left with no offer",
  },
  columns: { outcome: "Outcome", people: "People", tickets: "Tickets requested" },
};
