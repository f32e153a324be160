export const auditPage = {
  auditLog: "Audit log",
  whoDidWhatFor: "Who did what for ",
  andWhenNothingHereCan: ", and when. Nothing here can be changed.",
  nothingHere: "Nothing here",
  nobodyInTheTeamDid: "Nobody in the team did anything of this kind, in this time.",
};

export const cancelPage = {
  cancelTheEvent: "Cancel the event",
};

export const slugEventsLayout = {
  thisEvent: "This event",
};

export const slugEventsPage = {
  overview: "Overview",
  sold: "Sold",
  of: (capacity: string) => `of ${capacity}`,
  inTheLastSevenDays: (soldLastWeek: string) => `${soldLastWeek} in the last seven days`,
  revenue: "Revenue",
  ofConfirmedBookings: "of confirmed bookings",
  came: "Came",
  ofWithTicket: (tickets: string) => `of ${tickets} with a ticket`,
  left: "Left",
  andOwedToTheWaitlist: (waitlistTickets: string) => `and ${waitlistTickets} owed to the waitlist`,
  forEverybody: "for everybody",
  waiting: "Waiting",
  forSeats: (seatsWaitedFor: string) => `for ${seatsWaitedFor} seats`,
  nobodyInLine: "nobody in line",
  seats: "Seats",
  theCountersDifferFromThe:
    "The counters differ from the bookings. Nothing is oversold by this page; tell whoever runs Quorix.",
};

export const layout = {
  organize: "Organize",
};

export const newPage = {
  startOrganizing: "Start organizing",
  anOrganizerHasPublicPage:
    "An organizer has a public page, its events and a team. You become its owner; others can be invited at any time.",
};

export const notFound = {
  thereIsNothingHere: "There is nothing here",
  theAddressMayBeMistyped: "The address may be mistyped, it may have been taken down, or you are not in its team.",
  myEvents: "My events",
};

export const page = {
  organizeYourFirstEvent: "Organize your first event",
  giveItHomeFirstThe: "Give it a home first: the name people will see as the host. You can invite others later.",
  myEvents: "My events",
  newEvent: "New event",
  yourRoleDoesNotOpen: "Your role does not open that page",
  youAreHereAsAn: (value: string) => `You are here as ${value}. An owner of the team can change that.`,
  events: "Events",
  noEventMatches: "No event matches",
  namesPlacesAndCitiesAre: (show: string) => `Names, places and cities are searched, in ${show} events only.`,
};

export const alertList = {
  needsYou: "Needs you",
  untitledEvent: "Untitled event",
};

export const auditFilters = {
  organizeAudit: "/organize/audit",
  who: "Who",
  everybody: "Everybody",
  about: "About",
  everything: "Everything",
  event: "Event",
  itsName: "Its name",
  from: "From",
  until: "Until",
  withWhatAttendeesDoThemselves: "With what attendees do themselves",
  clear: "Clear",
  show: "Show",
};

export const auditList = {
  quorix: "Quorix",
  booking: (reference: string) => `Booking ${reference}`,
};

export const clockRulesQuestion = {
  clockRulesIn: "Clock rules in ",
  changed: " changed",
  ticketsSay: "Tickets say ",
  theStoredMomentIsNow: ". The stored moment is now ",
  thereSoPagesAndCalendars:
    " there, so pages and calendars show that. Everyone who booked gets an email about what you choose.",
  anOwnerOrManagerOf: "An owner or a manager of the team can settle this.",
};

export const commandPalette = {
  goTo: "Go to…",
  goTo2: "Go to",
};

export const eventHeading = {
  untitledEvent: "Untitled event",
  noDateYet: "No date yet",
};

export const eventRow = {
  untitledEvent: "Untitled event",
  seatsDoNotAddUp: "Seats do not add up",
  noDateYet: "No date yet",
  revenue: "Revenue ",
  attendees: "Attendees",
  edit: "Edit",
  checkIn: "Check in",
};

export const exportMenu = {
  downloadAs: (what: string, kind: string) => `Download ${what} as ${kind}`,
};

export const nextSteps = {
  whatNext: "What next",
};

export const organizerChoice = {
  organizer: "Organizer",
};

export const organizerShell = {
  quorixStartPage: "Quorix, start page",
};

export const overviewFilters = {
  whichEvents: "Which events",
  organize: "/organize",
  organizer: "Organizer",
  allOrganizers: "All organizers",
  searchMyEvents: "Search my events",
  namePlaceOrCity: "Name, place or city",
};

export const paletteList = {
  goTo: "Go to",
  anEventNameMailAddress: "An event, a name, a mail address, a reference…",
  looking: "Looking…",
  nothingIsCalledThat: "Nothing is called that.",
  pages: "Pages",
};

export const salesBar = {
  ofSold: (capacity: string) => ` of ${capacity} sold`,
  held: (held: string) => `${held} held`,
  waiting: (waiting: string) => `${waiting} waiting`,
};

export const ticketTypeSales = {
  ticketTypesAppearHereOnce: "Ticket types appear here once the event is published.",
  soldByTicketType: "Sold by ticket type",
  ticketType: "Ticket type",
  price: "Price",
  soldAndHeld: "Sold and held",
};
