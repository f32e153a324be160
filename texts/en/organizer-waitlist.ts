export const entryWaitlistPage = {
  waitlist: "Waitlist",
  placeInLine: (position: string) => `Place ${position} in line`,
  anyType: "any type",
  everyDecision: "Every decision",
  byHandBy: "By hand, by ",
  nothingIsKeptAboutThis:
    "Nothing is kept about this place: no run has reached it yet, or the event was over more than 90 days ago.",
};

export const waitlistPage = {
  waitlist: "Waitlist",
  whyEveryRun: "Why: every run",
  writeToThem: "Write to them",
  goesDownTheLineAnd:
    "Goes down the line and gives what is free to whoever it fits. It also runs by itself whenever tickets come free.",
  nobodyHasWaitedYet: "Nobody has waited yet",
  onceTheEventOrOne:
    "Once the event or one of its ticket types is sold out, people can wait for tickets here. Those that come free go to them first, in order of joining.",
  thisEventHasNoWaitlist: "This event has no waitlist: tickets that come free go straight back on sale.",
  nobodyMatches: "Nobody matches",
  namesAndMailAddressesAre: "Names and mail addresses are searched, in this list only.",
};

export const runRunsPage = {
  everyRun: "Every run",
  run: "Run",
  offerByHand: "Offer by hand",
  by: ", by ",
};

export const runsPage = {
  waitlist: "Waitlist",
  whyEveryRun: "Why: every run",
  aRunBeginsWheneverTickets:
    "A run begins whenever tickets come free. It serves whoever can use them, first come, first served, until nothing is left. Open one to read what each got, and why the first in line did not. Runs are kept until 90 days after the event.",
  noRunsAreKept: "No runs are kept",
  asSoonAsTicketsCome: "As soon as tickets come free while somebody waits, a run stands here.",
};

export const demandStats = {
  waiting: "Waiting",
  person: "person",
  people: "people",
  waitedFor: "Waited for",
  tickets: "tickets",
  of: (seats: string) => `${seats} of `,
  anyType: "any type",
  offered: "Offered",
  ticketsToWhoCanStill: (offered: string) => `tickets, to ${offered} who can still book`,
  freeNow: "Free now",
  keptForThoseWhoWait: (owed: string) => `${owed} kept for those who wait`,
  noneKeptForThoseWho: "none kept for those who wait",
};

export const entryList = {
  place: "Place ",
  theAccountWasClosedIt: "The account was closed: it is passed over.",
  anyType: "any type",
  noLongerSoldAskedBy: (typeClosedAt: string) =>
    `No longer sold. Asked by email on ${typeClosedAt} what to wait for instead.`,
  whyDecisionsAbout: (name: string) => `Why: decisions about ${name}`,
  why: "Why",
  joined: (joinedAt: string) => `Joined ${joinedAt}`,
  offerRunsUntil: (expiresAt: string) => ` · offer runs until ${expiresAt}`,
};

export const offerButton = {
  offerByHandTo: (name: string) => `Offer by hand to ${name}`,
  offerByHand: "Offer by hand",
  offerTo: "Offer to",
};

export const offerForm = {
  nothingIsFreeNowRaise: "Nothing is free now. Raise the capacity first, or wait until somebody cancels.",
  askedFor: (entry: string) => `Asked for ${entry}`,
  ofAnyType: ", of any type",
  of: ", of ",
  freeNow: (free: string) => `. Free now: ${free}.`,
  nextInLineNobodyIs: "Next in line: nobody is passed by.",
  thisPassesByWhoJoined: (earlier: string) =>
    `This passes by ${earlier} who joined earlier. Each keeps the place in line.`,
  freeTicketsAreBookedAt:
    "Free tickets are booked at once while they can still cancel. Otherwise they get an email and up to 12 hours to confirm.",
  why: "Why",
  yourTeamReadsItUnder: "Your team reads it under “Why”. The person does not.",
  offer: (quantity: string) => `Offer ${quantity}`,
  notNow: "Not now",
};

export const runButton = {
  runTheConversionNow: "Run the conversion now",
};

export const runList = {
  byHandBy: "By hand, by ",
  decidedAbout: (value: string) => `Decided about ${value}`,
};

export const waitlistFilters = {
  whichList: "Which list",
  searchTheWaitlist: "Search the waitlist",
  nameOrMail: "Name or mail",
};
