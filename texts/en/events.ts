import { formatNumber, plural } from "./plural";

const events = { one: "event", other: "events" };

export const categories = {
  music: "Music",
  tech: "Tech",
  food: "Food & drink",
  arts: "Arts",
  film: "Film",
  sport: "Sport & outdoors",
  learning: "Learning",
  community: "Community",
};

export const datePresets = { today: "Today", weekend: "This weekend", month: "This month" };

export const priceLabels = {
  free: "Free",
};

/** How an event stands. */
export const eventStates = {
  on_sale: "On sale",
  few_left: "Few left",
  not_yet: "Not on sale yet",
  sold_out: "Sold out",
  sales_closed: "Sales closed",
  past: "Past event",
  cancelled: "Cancelled",
};

export const ticketTypeStates = {
  on_sale: (left: number) => `${formatNumber(left)} left`,
  not_yet: "Not on sale yet",
  closed: "Sales ended",
  sold_out: "Sold out",
};

export const saleWindow = {
  between: "{start} to {end}",
  from: "From {start}",
  until: "Until {end}",
};

export const eventCount = {
  exact: (count: number) => plural(count, events),
  atLeast: (count: number) => `At least ${plural(count, events)}`,
  moreThan: (limit: string) => `More than ${limit} events`,
  orMore: (limit: string) => `${limit}+ events`,
};

export const homePage = {
  title: "Good evenings start here.",
  intro: "Concerts, talks, tastings and exhibitions. Choose your tickets, and we’ll hold them while you decide.",
  datesLabel: "By date",
  emptyTitle: "No events yet",
  emptyText: "Events appear here as soon as organizers publish them.",
  featured: "Featured",
  onNow: "On now",
  allToday: "All events today",
  sellingFast: "Selling fast",
  allAvailable: "All events with tickets left",
  comingUp: "Coming up",
  allEvents: "All events",
};

export const eventsPage = {
  title: "Find events",
  titleForTerms: (terms: string) => `Events: “${terms}”`,
  titleForCity: (city: string) => `Events in ${city}`,
  titleForBoth: (terms: string, city: string) => `Events in ${city}: “${terms}”`,
  description: "Search events by name, venue, city, date, category and price.",
};

export const eventPage = {
  notFound: "Event not found",
  /** Of the page, for search engines and shared links. */
  description: (date: string, venue: string, city: string) => `${date}, ${venue}, ${city}.`,
  shareImageAlt: "The event’s cover with its name, date and venue",
};

export const organizerPage = {
  notFound: "Organizer not found",
  description: (name: string) => `Events by ${name}, with tickets on Quorix.`,
  descriptionWithCity: (name: string, city: string) => `Events by ${name} in ${city}, with tickets on Quorix.`,
  upcoming: "Upcoming events",
  emptyTitle: "No upcoming events",
  emptyText: "New events appear here as soon as they’re published.",
  findOthers: "Find other events",
  past: "Past events",
};

export const activeFilters = {
  label: "Active filters",
  remove: "Remove filter:",
  from: "From {date}",
  until: "Until {date}",
  free: "Free",
  paid: "Paid",
  available: "Tickets left",
  latest: "Latest first",
  soonest: "Soonest first",
};

export const browse = {
  byCategory: "Browse by category",
  byCity: "Browse by city",
  allCities: "All cities",
};

export const cancellationRule = {
  untilStart: "You can cancel until the event starts.",
  untilDeadline: "You can cancel until {deadline}, {period} before the event starts.",
  refund: "You get back what you paid, the way you paid.",
  days: (count: number) => plural(count, { one: "day", other: "days" }),
  hours: (count: number) => plural(count, { one: "hour", other: "hours" }),
};

export const eventCard = {
  until: "Until {date}",
};

export const eventDetails = {
  when: "When",
  undated: "Date TBA",
  addToCalendar: "Add to calendar",
  googleCalendar: "Google Calendar",
  where: "Where",
  noVenue: "Venue TBA",
  directions: "Directions",
  organizer: "Organizer",
  cancellation: "Cancellation policy",
};

export const eventView = {
  dateAndCity: "{date} · {city}",
  about: "About",
};

export const localTime = {
  yourTime: "Your time: {time}",
};

export const noResults = {
  title: "No matching events",
  text: "Try removing a filter.",
  didYouMean: "Did you mean {terms}? ({count})",
  organizers: "Looking for an organizer? {organizers}",
  /** What is found without one part of the search. */
  without: {
    words: "Clear search",
    city: "Any city",
    category: "Any category",
    dates: "Any date",
    price: "Free and paid",
    available: "Including sold out",
    word: (word: string) => `Without “${word}”`,
  },
  /** What is found with one part alone. */
  only: {
    words: (terms: string) => `All with “${terms}”`,
    city: (city: string) => `All in ${city}`,
    category: (category: string) => `All in ${category}`,
    dates: "All on these dates",
    free: "All free events",
    paid: "All paid events",
    available: "All with tickets left",
  },
  withCount: (label: string, count: string) => `${label}: ${count}`,
  allEvents: "All events",
  otherCities: "In other cities",
  nearest: "On nearby dates",
  next: "Coming up",
};

export const searchBox = {
  submit: "Search",
};

export const searchField = {
  label: "Search for events",
  placeholder: "Search events, venues, cities",
};

export const searchForm = {
  title: "Filters",
  city: "City",
  anyCity: "Any city",
  cityOption: (city: string, count: string) => `${city} (${count})`,
  category: "Category",
  anyCategory: "Any category",
  price: "Price",
  anyPrice: "Free and paid",
  free: "Free",
  paid: "Paid",
  from: "From",
  to: "To",
  sort: "Sort by",
  bestMatch: "Best match",
  soonest: "Soonest first",
  latest: "Latest first",
  available: "Only with tickets left",
  submit: "Apply",
  clear: "Clear all",
};

/** Parameters of an address that could not be used. */
export const searchProblems = {
  q: "Your search was too long, so it was ignored.",
  city: "That city isn’t valid, so all cities are shown.",
  category: "That category doesn’t exist, so all categories are shown.",
  when: "Those dates aren’t valid, so all dates are shown.",
  from: "The first date isn’t valid, so it was ignored.",
  to: "The last date isn’t valid, so it was ignored.",
  price: "That price filter isn’t valid, so free and paid events are shown.",
  available: "That availability filter isn’t valid, so all events are shown.",
  sort: "That order isn’t valid, so the default is used.",
  page: "That page isn’t valid, so the first one is shown.",
  datesSwapped: "The last date was before the first, so we swapped them.",
};

export const searchResults = {
  countInCity: (count: string, city: string) => `${count} in ${city}`,
  searchAllCities: "Search all cities instead",
  datesLabel: "By date",
  emptyPageTitle: "No events on this page",
  emptyPageText: "The events that were listed here have ended or been taken down.",
  firstPage: "Go to the first page",
};

export const shareButton = {
  submit: "Share",
  copied: "Link copied",
};

export const stateBadge = {
  onNow: "On now",
  onSaleSoon: "On sale soon",
  left: (left: number) => `${formatNumber(left)} left`,
};

export const suggestionList = {
  label: "Suggestions",
  count: (count: number) =>
    `${plural(count, { one: "suggestion", other: "suggestions" })}. Use the arrow keys to choose.`,
};
