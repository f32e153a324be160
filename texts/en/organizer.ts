import { formatNumber, plural } from "./plural";

const seats = (count: number) => plural(count, { one: "seat", other: "seats" });

export const auditPage = {
  title: "Audit log",
  intro: "Who did what for {organizer}, and when. Entries can’t be changed.",
  emptyTitle: "No entries",
  empty: "Try removing a filter.",
  showAll: "Show all team activity",
};

export const cancelPage = {
  title: "Cancel the event",
  draftTitle: "This event is a draft",
  draft: "It was never published, so there are no bookings to cancel.",
  editDraft: "Edit the draft",
  cancelledTitle: "This event is already cancelled",
  cancelled: "Its sales are closed. You can follow the notifications to attendees.",
  seeProgress: "View progress",
  overTitle: "This event is over",
  over: "There’s nothing left to cancel. Its bookings stay as they are.",
  back: "Back to the event",
};

export const eventPages = {
  overview: "Overview",
  edit: "Edit",
  attendees: "Attendees",
  waitlist: "Waitlist",
  payments: "Payments",
  messages: "Messages",
  insights: "Insights",
  checkIn: "Check-in",
};

export const slugEventsLayout = {
  navigation: "This event",
};

export const slugEventsPage = {
  title: "Overview",
  sold: "Sold",
  ofCapacity: (capacity: number) => `of ${formatNumber(capacity)}`,
  soldLastWeek: (count: number) => `${formatNumber(count)} in the last seven days`,
  revenue: "Revenue",
  revenueNote: "from confirmed bookings",
  attended: "Attended",
  ofTickets: (count: number) => `of ${plural(count, { one: "ticket", other: "tickets" })}`,
  left: "Left",
  reserved: (count: number) => `plus ${formatNumber(count)} reserved for the waitlist`,
  available: "available to the public",
  waiting: "On the waitlist",
  seatsWaitedFor: (count: number) => `for ${seats(count)}`,
  nobodyWaiting: "nobody is waiting",
  seats: "Seats",
  unbalanced: "The seat counters don’t match the bookings. Contact your Quorix administrator.",
};

export const layout = {
  title: "Organize",
  events: "Events",
  insights: "Insights",
  import: "Import",
  team: "Team",
  audit: "Audit log",
};

export const newPage = {
  title: "Start organizing",
  intro: "An organizer has a public page, events and a team. You become its owner and can invite others at any time.",
};

export const notFound = {
  pageTitle: "Not found",
  title: "Page not found",
  intro: "The address may be mistyped, the page may have been removed, or you’re not on the team.",
  back: "My events",
};

export const errorPage = {
  back: "My events",
};

export const page = {
  firstTitle: "Organize your first event",
  firstIntro: "First, name your organization: this is what people see as the host. You can invite others later.",
  title: "My events",
  newEvent: "New event",
  deniedTitle: "You don’t have access to that page",
  denied: (roles: string) => `Your role is ${roles}. A team owner can change it.`,
  joinRoles: (roles: string[]) => roles.join(" and "),
  events: "Events",
  empty: {
    upcoming: { title: "No upcoming events", text: "Publish a draft, or create a new event." },
    drafts: { title: "No drafts", text: "A new event is a draft until you publish it." },
    past: { title: "No past events", text: "Events and their numbers stay here once they’re over." },
    cancelled: { title: "No cancelled events", text: "Events that you cancel stay here." },
  },
  noMatchesTitle: "No matching events",
  noMatches: {
    upcoming: "Only upcoming events were searched, by name, venue and city.",
    drafts: "Only drafts were searched, by name, venue and city.",
    past: "Only past events were searched, by name, venue and city.",
    cancelled: "Only cancelled events were searched, by name, venue and city.",
  },
  clearSearch: "Clear search",
};

export const eventLabels = {
  statuses: { draft: "Draft", published: "Published", cancelled: "Cancelled" },
  untitled: "Untitled event",
  noDate: "No date yet",
};

export const alertList = {
  title: "Needs attention",
  draftStartsSoon: "starts {date} and is still a draft",
  emailsFailed: (count: number) => `${plural(count, { one: "email", other: "emails" })} couldn’t be sent`,
  scanConflicts: (count: number) =>
    count === 1 ? "1 check-in needs review" : `${formatNumber(count)} check-ins need review`,
  seatsDiffer: "has seats that don’t match its bookings",
  clockMoved: (timeZone: string) => `is at a different time since clock rules in ${timeZone} changed`,
  payments: (count: number) =>
    count === 1 ? "1 payment needs attention" : `${formatNumber(count)} payments need attention`,
  zoneUnsettled: (timeZone: string) => `uses “${timeZone}”, which isn’t a place: choose its time zone`,
};

export const auditFilters = {
  person: "Who",
  everyone: "Everyone",
  kind: "What",
  everything: "Everything",
  event: "Event",
  eventPlaceholder: "Event name",
  from: "From",
  until: "Until",
  includeAttendees: "Include what attendees do themselves",
  clear: "Clear",
  submit: "Show",
};

export const auditList = {
  system: "Quorix",
  booking: (reference: string) => `Booking ${reference}`,
};

export const clockRulesQuestion = {
  title: "Clock rules in {timeZone} changed",
  intro:
    "Tickets say {ticket}. The event’s stored time is now {stored} there, so pages and calendars show that. Everyone who booked gets an email about your choice.",
  askTeam: "A team owner or manager can decide this.",
  keepClock: (time: string) => `Keep ${time}`,
  keepMoment: (time: string) => `Change to ${time}`,
};

export const commandPalette = {
  open: "Go to…",
  title: "Go to",
};

export const eventRow = {
  unbalanced: "Seats don’t match bookings",
  revenue: "Revenue",
  attendees: "Attendees",
  edit: "Edit",
  checkIn: "Check in",
};

export const exportMenu = {
  csv: "CSV",
  excel: "Excel",
  csvLabel: (list: string) => `Download ${list} as CSV file`,
  excelLabel: (list: string) => `Download ${list} as Excel workbook`,
};

export const nextSteps = {
  title: "Quick actions",
  publish: "Finish and publish",
  publicPage: "View public page",
  checkIn: "Check people in",
  addGuest: "Add a guest",
  waitlist: "View waitlist",
  message: "Message everyone",
  cancel: "Cancel the event",
};

export const organizerChoice = {
  label: "Organizer",
};

export const organizerShell = {
  home: "Quorix, start page",
};

export const overviewFilters = {
  label: "Which events",
  shows: { upcoming: "Upcoming", drafts: "Drafts", past: "Past", cancelled: "Cancelled" },
  organizer: "Organizer",
  allOrganizers: "All organizers",
  search: "Search my events",
  searchPlaceholder: "Name, venue or city",
};

export const paletteList = {
  label: "Go to",
  placeholder: "Search events and bookings",
  loading: "Searching…",
  noResults: "No results.",
  events: "Events",
  attendees: "Attendees",
  thisEvent: "This event",
  pages: "Pages",
};

export const salesBar = {
  sold: (capacity: number) => `{sold} of ${formatNumber(capacity)} sold`,
  held: (count: number) => `${formatNumber(count)} held`,
  waiting: (count: number) => `${formatNumber(count)} waiting`,
};

export const ticketTypeSales = {
  empty: "Ticket types appear here once the event is published.",
  caption: "Sold by ticket type",
  ticketType: "Ticket type",
  price: "Price",
  sold: "Sold and held",
  soldOf: (sold: number, quota: number | null) =>
    quota === null ? formatNumber(sold) : `${formatNumber(sold)} of ${formatNumber(quota)}`,
};
