import { formatNumber, plural } from "./plural";

const minutes = (count: number) => plural(count, { one: "minute", other: "minutes" });

const waitingRoom = "Waiting room";
const yourTurn = "It’s your turn";
const timeLeft = "{time} left to reserve.";
const joinLobby = "Join the lobby";
const joinQueue = "Join the queue";
const lobbyTitle = "The lobby is open";
const queueTitle = "There’s a queue for these tickets";
const inLobby = "You’re in the lobby";
const turnExpired = "Your turn has expired";
const turnUsed = "You’ve used your turn";
const queuePaused = "The queue is paused";
const allTaken = "All tickets are taken right now";
const opensIn = "Sales open in {time}";
const nextInQueue = "You’re next";

export const queuePage = {
  title: waitingRoom,
  noCookies: {
    title: "Your browser doesn’t accept our cookies",
    text: "Your place in the queue is kept in one. Allow cookies for this site, then join again.",
  },
};

export const admittedNote = {
  intro: "Visitors are let in gradually.",
  goToWaitingRoom: "Go to the waiting room",
  yourTurn: `${yourTurn}.`,
  timeLeft,
};

export const roomNotice = {
  lobby: {
    title: lobbyTitle,
    text: "Everyone in the lobby when sales open gets a random place in the queue. It makes no difference who comes first.",
    join: joinLobby,
  },
  queue: {
    title: queueTitle,
    text: "Visitors are let in gradually. You can choose your tickets now, or when it’s your turn.",
    join: joinQueue,
  },
  noAccount: "You don’t need an account to wait.",
};

export const roomStatus = {
  opensIn,
  lobby: {
    title: inLobby,
    text: "Sales open on {opening}. Everyone here then gets a random place in the queue: it makes no difference who came first.",
    gathered: (people: number) =>
      people <= 1 ? "You’re the first one here." : `${plural(people, { one: "person is", other: "people are" })} here.`,
  },
  admitted: {
    title: yourTurn,
    timeLeft,
    until: "Reserve by {until}; after that, your turn goes to the next person.",
    chooseTickets: "Choose your tickets",
  },
  lobbyOpen: {
    title: lobbyTitle,
    text: "Sales open on {opening}. Everyone in the lobby then gets a random place in the queue.",
    join: joinLobby,
  },
  queueOpen: {
    title: queueTitle,
    text: "More people want tickets than can choose at once, so visitors are let in gradually.",
    join: joinQueue,
  },
  salesClosed: {
    title: "Sales have closed",
    text: "No more tickets are sold for this event, so there’s no queue.",
  },
  notYet: {
    title: "Tickets are not on sale yet",
    text: "Sales open on {opening}. There’s no queue until then: come back to the event’s page.",
    textWithoutDate: "The opening of sales hasn’t been announced yet. There’s no queue until then.",
  },
  goToEvent: "Go to the event",
  early: {
    title: "You’re early",
    text: (lobbyMinutes: number) =>
      `Sales open on {opening}. The lobby opens ${minutes(lobbyMinutes)} before, on {lobbyOpening}. There’s no advantage in coming early: places are drawn at random when sales open.`,
  },
  used: {
    title: turnUsed,
    text: "Your tickets are held under My bookings. To choose others, join at the end of the queue.",
  },
  expired: {
    title: turnExpired,
    text: "You didn’t use it in time, so it went to the next person. You can join again at the end of the queue.",
  },
  joinAgain: "Join again",
  myBookings: "My bookings",
  unsure: {
    title: "One moment",
    text: "We’re looking for your place. It’s kept for you.",
  },
  none: {
    title: "There’s no queue",
    text: "No one has to wait right now. You can go straight to the tickets.",
    goToTickets: "Go to the tickets",
  },
};

export const roomSteps = {
  title: "How it works",
  place:
    "Your place belongs to this browser. Reload the page, lock your device or open a second tab: you keep your place.",
  turn: (admissionMinutes: number) =>
    `When it’s your turn, this page takes you to the tickets. You have ${minutes(admissionMinutes)} to reserve.`,
  signIn: "You only need to sign in when it’s your turn.",
  away: "If you’re away when it’s your turn, others go first, and you’re next when you come back.",
};

export const roomView = {
  offline: {
    title: "We can’t reach Quorix",
    text: "Your place is kept. This page continues automatically once the connection is back.",
  },
};

export const waitingStatus = {
  progressLabel: "Let in before you",
  paused: {
    title: queuePaused,
    text: "The organizer has paused it for a moment. It will pick up where it left off. Your place is kept.",
  },
  soldOut: {
    title: allTaken,
    text: "Some are still being checked out and may become available. If they do, the queue continues. Your place is kept.",
  },
  estimate: "{wait} at the current pace",
  tickets: (left: number) => plural(left, { one: "ticket", other: "tickets" }),
  left: "{tickets} left",
  scarce: "{tickets} left: there may be none when it’s your turn",
};

export const roomMessages = {
  waits: {
    short: "Less than a minute",
    upTo: (to: number) => `Up to ${minutes(to)}`,
    about: (about: number) => `About ${minutes(about)}`,
    range: (from: number, to: number) => `About ${from} to ${minutes(to)}`,
    hours: (from: number, to: number) => `About ${from} to ${plural(to, { one: "hour", other: "hours" })}`,
  },
  ahead: (people: number) =>
    people === 0 ? nextInQueue : `${plural(people, { one: "person is", other: "people are" })} ahead of you`,
  tabTitles: {
    admitted: yourTurn,
    waiting: (people: number) => (people === 0 ? nextInQueue : `${formatNumber(people)} ahead of you`),
    lobby: "In the lobby",
    other: waitingRoom,
  },
  announcements: {
    admitted: `${yourTurn}. You can choose your tickets now.`,
    lobby: `${inLobby}. Places are drawn when sales open.`,
    paused: `${queuePaused}. Your place is kept.`,
    soldOut: `${allTaken}. Your place is kept.`,
    next: `${nextInQueue}.`,
    waiting: (wait: string) => `You’re in the queue. ${wait}`,
    expired: `${turnExpired}.`,
    used: `${turnUsed}.`,
  },
};
