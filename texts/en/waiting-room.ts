export const queuePage = {
  waitingRoom: "Waiting room",
  yourBrowserKeepsNoCookies: "Your browser keeps no cookies from us",
  yourPlaceInTheQueue: "Your place in the queue is kept in one. Allow cookies for this site, then join again.",
};

export const admittedNote = {
  visitorsAreLetInOne: "Visitors are let in one after another.",
  goToTheWaitingRoom: "Go to the waiting room",
  itIsYourTurn: "It is your turn. ",
  leftToReserve: " left to reserve.",
};

export const roomNotice = {
  theLobbyIsOpen: "The lobby is open",
  thereIsQueueForThese: "There is a queue for these tickets",
  everybodyWhoIsThereWhen:
    "Everybody who is there when sales open gets a random place. It makes no difference who comes first.",
  everybodyIsLetInOne: "Everybody is let in one after another. You can choose now, or when it is your turn.",
  joinTheLobby: "Join the lobby",
  joinTheQueue: "Join the queue",
  noAccountIsNeededTo: "No account is needed to wait.",
};

export const roomStatus = {
  youAreInTheLobby: "You are in the lobby",
  salesOpenIn: "Sales open in ",
  theyOpenOnPlacesAre: (opensAt: string, gathered: string) =>
    `They open on ${opensAt}. Places are drawn at random then, among everybody who is here: it makes no difference who came first. ${gathered}`,
  itIsYourTurn: "It is your turn",
  leftToReserve: " left to reserve.",
  reserveByThenYourTurn: (until: string) => `Reserve by ${until}; then your turn goes to the next in line.`,
  chooseYourTickets: "Choose your tickets",
  theLobbyIsOpen: "The lobby is open",
  thereIsQueueForThese: "There is a queue for these tickets",
  salesOpenOnEverybodyWho: (opensAt: string) =>
    `Sales open on ${opensAt}. Everybody who is in the lobby then gets a random place.`,
  morePeopleWantToCome: "More people want to come than can choose at once, so everybody is let in one after another.",
  joinTheLobby: "Join the lobby",
  joinTheQueue: "Join the queue",
  salesHaveClosed: "Sales have closed",
  ticketsAreNotOnSale: "Tickets are not on sale yet",
  noMoreTicketsAreSold: "No more tickets are sold for this event, so there is no queue.",
  salesOpenOnThereIs: (opensAt: string) =>
    `Sales open on ${opensAt}. There is no queue until then: come back to the event’s page.`,
  itIsNotKnownYet: "It is not known yet when sales open. There is no queue until then.",
  goToTheEvent: "Go to the event",
  itIsEarlyYet: "It is early yet",
  salesOpenOnYouCan: (opensAt: string, LOBBY_MINUTES: number, lobbyAt: string) =>
    `Sales open on ${opensAt}. You can gather here from ${LOBBY_MINUTES} minutes before, on ${lobbyAt}. Coming earlier is no advantage: places are drawn at random when sales open.`,
  youHaveUsedYourTurn: "You have used your turn",
  yourTurnHasRunOut: "Your turn has run out",
  yourTicketsAreHeldUnder: "Your tickets are held under My bookings. To choose others, join at the end of the queue.",
  itWasNotUsedIn:
    "It was not used in time and has gone to the next in line. You can join again, at the end of the queue.",
  joinAgain: "Join again",
  myBookings: "My bookings",
  oneMoment: "One moment",
  weAreLookingForYour: "We are looking for your place. It is kept.",
  thereIsNoQueue: "There is no queue",
  nobodyHasToWaitAt: "Nobody has to wait at the moment. Go straight to the tickets.",
  goToTheTickets: "Go to the tickets",
};

export const roomSteps = {
  howItWorks: "How it works",
  yourPlaceBelongsToThis:
    "Your place belongs to this browser. Reload, close the lid or open a second tab: it stays yours.",
  whenItIsYourTurn: (admissionMinutes: number) =>
    `When it is your turn, this page takes you to the tickets. You have ${admissionMinutes} minutes to reserve.`,
  youSignInOnlyThen: "You sign in only then. No account is needed to wait.",
  ifYouAreAwayWhen: "If you are away when it is your turn, others go first, and you are next when you come back.",
};

export const roomView = {
  weCannotReachQuorix: "We cannot reach Quorix",
  yourPlaceIsKeptThis: "Your place is kept. This page goes on by itself once the connection is back.",
};

export const waitingStatus = {
  letInBeforeYou: "Let in before you",
  theQueueIsPaused: "The queue is paused",
  theOrganizerHasStoppedIt:
    "The organizer has stopped it for a moment. It goes on from where it is, and your place is kept.",
  everyTicketIsTakenAt: "Every ticket is taken at the moment",
  someAreStillInCheckouts:
    "Some are still in checkouts and may come back. If one does, the queue goes on; your place is kept.",
  atThePaceOfThe: " at the pace of the last minute",
  n1Ticket: "1 ticket",
  tickets: (left: string) => `${left} tickets`,
  leftThereMayBeNone: " left: there may be none when it is your turn",
  left: " left",
};
