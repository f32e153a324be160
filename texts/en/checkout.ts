export const referenceCheckoutPage = {
  checkout: "Checkout",
  theseTicketsAreWaitingFor: "These tickets are waiting for you",
  youAlreadyHoldTheseTickets: "You already hold these tickets",
  confirmThemHereOrRelease: "Confirm them here, or release them to choose again.",
};

export const checkoutClosed = {
  myBookings: "My bookings",
};

export const checkoutForm = {
  whoIsComing: "Who is coming",
  ticket: (value: number) => `Ticket ${value} · `,
  name: "Name",
  payment: "Payment",
  terms: "Terms",
  iAcceptTheseAndThe: "I accept these and the",
  generalTerms: "general terms",
  confirmBooking: "Confirm booking",
};

export const closedNote = {
  opensIn: "Opens in ",
  onSaleFrom: (timeZone: string) => `On sale from ${timeZone}.`,
  manyPeopleAreExpectedYou: (LOBBY_MINUTES: number) =>
    ` Many people are expected: you can gather in a lobby from ${LOBBY_MINUTES} minutes before, and places are drawn at random when sales open.`,
  thisPageOpensByItself: " This page opens by itself.",
};

export const eventSummary = {
  when: "When: ",
  where: "Where: ",
};

export const holdClock = {
  theseTicketsAreNoLonger: "These tickets are no longer held for you.",
  theOfferHasRunOut: "The offer has run out",
  yourHoldHasRunOut: "Your hold has run out",
  theTicketsAreNotKept:
    "The tickets are not kept for you any more. If nobody has taken them yet, you can still confirm below; otherwise",
  tryAgain: "try again",
  itIsYourTurnThese: (keptUntil: string) => `It is your turn. These tickets are kept for you until ${keptUntil}.`,
  theseTicketsAreHeldFor: "These tickets are held for you.",
  until: (keptUntil: string) => `Until ${keptUntil}`,
  left: " left",
};

export const payment = {
  free: "Free",
  payAtTheVenue: "Pay at the venue",
  thereIsNothingToPay: "There is nothing to pay.",
  nothingIsChargedNowYou: (amount: string) =>
    `Nothing is charged now. You pay ${amount} to the organizer when you arrive.`,
};

export const priceBreakdown = {
  total: "Total",
};

export const releaseForm = {
  release: "Release",
};

export const reserveBar = {
  chooseYourTickets: "Choose your tickets",
  reserve: "Reserve",
  yourChoiceIsStillHere: "Your choice is still here. Reserve to hold it.",
  heldForMinutesWhileYou: (holdMinutes: number) => `Held for ${holdMinutes} minutes while you check out.`,
};

export const termsText = {
  yourAgreementIsWithThe: "Your agreement is with the organizer, ",
  eachTicketLetsOnePerson: ". Each ticket lets one person in, once.",
};

export const ticketPanel = {
  tickets: "Tickets",
  onNow: "On now",
  yourPlaceOnTheWaitlist: (position: number) => `Your place on the waitlist: ${position}`,
};

export const ticketRow = {
  quantity: "Quantity",
};

export const viewerStatusNotice = {
  youAreGoing: "You are going",
  confirmed: (numberOfTickets: string) => `${numberOfTickets}, confirmed.`,
  viewBooking: "View booking",
  leftToConfirm: " left to confirm.",
  goToCheckout: "Go to checkout",
  continueCheckout: "Continue checkout",
  youAreNumberInLine: (position: number) => `You are number ${position} in line`,
  for: (quantity: string) => `For ${quantity}`,
  ticketsThatBecomeAvailableGo:
    "Tickets that become available go to the waitlist first. We email you as soon as it is your turn, so you don't have to keep this page open. You can leave at any time.",
  whatIsOnSaleNow:
    "What is on sale now is fewer than you wait for, or of another type. If you book it, you leave the waitlist.",
};

export const closedTypeForm = {
  everyTicketType: "Every ticket type",
  isNoLongerSoldYou: " is no longer sold. You keep your place in case the sale opens again.",
  yourTicketType: "Your ticket type",
  isNoLongerSoldWhat: " is no longer sold. What would you like to wait for?",
  anyTicketType: "Any ticket type",
  keepMyPlace: "Keep my place",
};

export const joinForm = {
  waitForTickets: "Wait for tickets",
  ticketsThatComeFreeGo:
    "Tickets that come free go to the waitlist first, in the order of joining. Free ones are booked for you while you could still cancel; all others are held for you until you confirm.",
  ticketType: "Ticket type",
  anyTicketType: "Any ticket type",
  quantity: "Quantity",
  fewerIsFine: "Fewer is fine",
  youAreNumberInLine: (position: number) => `You are number ${position} in line`,
  weWillMailYouAs: "We will mail you as soon as it is your turn.",
  joinWaitlist: "Join waitlist",
};

export const leaveForm = {
  leaveWaitlist: "Leave waitlist",
};

export const waitlistAside = {
  youAreOnTheWaitlist: "You are on the waitlist",
  lookingForOtherTicketsOr: "Looking for other tickets, or for more?",
};
