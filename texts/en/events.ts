export const eventsPage = {
  findEvents: "Find events",
};

export const slugOrganizersPage = {
  upcomingEvents: "Upcoming events",
  nothingPlannedJustNow: "Nothing planned just now",
  newEventsAppearHereAs: "New events appear here as soon as they are published.",
  pastEvents: "Past events",
};

export const activeFilters = {
  filtersThatAreOn: "Filters that are on",
  remove: "Remove: ",
};

export const browse = {
  byCategory: "By category",
  byCity: "By city",
};

export const cancellationRule = {
  bookingsCanBeCancelledUntil: "Bookings can be cancelled until the event starts.",
  bookingsCanBeCancelledUntil2: (until: string, hours: string) =>
    `Bookings can be cancelled until ${until}, ${hours} before the start.`,
};

export const eventCard = {
  until: "Until ",
};

export const eventDetails = {
  when: "When",
  dateToCome: "Date to come",
  addToCalendar: "Add to calendar",
  googleCalendar: "Google Calendar",
  where: "Where",
  placeToCome: "Place to come",
  directions: "Directions",
  organizer: "Organizer",
  ifYouCantCome: "If you can't come",
};

export const eventView = {
  about: "About",
};

export const localTime = {
  forYou: "For you: ",
};

export const noResults = {
  nothingFound: "Nothing found",
  didYouMean: "Did you mean ",
  lookingForAnOrganizer: "Looking for an organizer? ",
  noEventThatIsOn: "No event that is on or still to come fits all of this.",
  inOtherCities: "In other cities",
  inOtherCities2: "In other cities:",
  onTheNearestDates: "On the nearest dates",
  nextUp: "Next up",
};

export const searchBox = {
  search: "Search",
};

export const searchField = {
  searchForEvents: "Search for events",
  aNamePlaceCity: "A name, a place, a city",
};

export const searchForm = {
  city: "City",
  everywhere: "Everywhere",
  events: "/events",
  filtersAndOrder: "Filters and order",
  category: "Category",
  everything: "Everything",
  price: "Price",
  freeAndPaid: "Free and paid",
  free: "Free",
  paid: "Paid",
  from: "From",
  to: "To",
  order: "Order",
  bestMatchFirst: "Best match first",
  soonestFirst: "Soonest first",
  latestFirst: "Latest first",
  onlyWithTicketsLeft: "Only with tickets left",
  showEvents: "Show events",
  clearAll: "Clear all",
};

export const searchResults = {
  thereIsNothingOnThis: "There is nothing on this page",
  theEventsThatWereHere: "The events that were here are over, or were taken down.",
  in: (page: string, city: string) => `${page} in ${city}`,
  lookForTheWordsIn: "Look for the words in every city",
  byDate: "By date",
};

export const shareButton = {
  share: "Share",
};

export const shareImage = {
  quorix: "Quorix",
};

export const stateBadge = {
  onNow: "On now",
  left: (left: number) => `${left} left`,
};

export const suggestionList = {
  suggestions: "Suggestions",
};
