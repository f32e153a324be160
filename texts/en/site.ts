export const page = {
  goodEveningsStartHere: "Good evenings start here.",
  concertsTalksTastingsAndLong:
    "Concerts, talks, tastings and long runs. Pick your seats, and we hold them while you decide.",
  events: "/events",
  byDate: "By date",
  free: "Free",
  nothingIsOnYet: "Nothing is on yet",
  asSoonAsAnOrganizer: "As soon as an organizer publishes an event, it appears here.",
  featured: "Featured",
  onNow: "On now",
  soonToSellOut: "Soon to sell out",
  comingUp: "Coming up",
};

export const termsPage = {
  terms: "Terms",
  whatYouAgreeToWhen: "What you agree to when you book, in plain words.",
};

export const unsubscribePage = {
  messagesAreStopped: "Messages are stopped",
  stopMessages: "Stop messages?",
  thisLinkIsNotComplete: "This link is not complete. Open it from the mail again, or copy the whole of it.",
};

export const globalError = {
  thatDidNotWorkQuorix: "That did not work · Quorix",
};

export const layout = {
  skipToContent: "Skip to content",
};

export const errorNotice = {
  thatDidNotWork: "That did not work",
  somethingOnOurSideFailed:
    "Something on our side failed, or the connection dropped. Opening a page never books or changes anything.",
  ifYouHadJustSent:
    "If you had just sent a form, it may have gone through all the same. Trying again never books you twice, and a booking that was confirmed stays confirmed.",
  tryAgain: "Try again",
};

export const clockChangeNotice = {
  use: (value: string) => `Use ${value}`,
  comesTwiceOnThisDay: (value: string) => `${value} comes twice on this day: clocks go back. Which one?`,
};

export const dateTimeField = {
  timeOf: (label: string) => `Time of ${label}`,
};

export const failureNotice = {
  reload: "Reload",
};

export const markdownField = {
  writeOrPreview: (label: string) => `${label}: write or preview`,
  loadingThePreview: "Loading the preview…",
  markdownBoldItalicHeadingList: "Markdown: **bold**, *italic*, # heading, - list, [link](https://…)",
  charactersTooMany: (value: number) => `${value} characters too many`,
  charactersLeft: (left: number) => `${left} characters left`,
};

export const markdownPreview = {
  nothingWrittenYet: "Nothing written yet.",
};

export const timeList = {
  chooseTime: "Choose a time",
};

export const footerText = {
  ticketsWithoutTheRush: "Tickets without the rush.",
  footer: "Footer",
};

export const headerText = {
  quorix: "Quorix",
  main: "Main",
  findEvents: "Find events",
};

export const notFoundBody = {
  thereIsNothingHere: "There is nothing here",
  theAddressMayBeMistyped:
    "The address may be mistyped, or what was here has been taken down. Your bookings are not affected.",
  findEvents: "Find events",
  myBookings: "My bookings",
};

export const offlineHint = {
  youAreOfflineWhatYou: "You are offline. What you see may be out of date, and booking has to wait.",
};

export const siteImage = {
  quorix: "Quorix",
  goodEvenings: "Good evenings",
  startHere: "start here.",
};

export const countdown = {
  lessThanMinuteLeft: "Less than a minute left",
};

export const dialogText = {
  close: "Close",
};

export const pager = {
  pages: "Pages",
  previous: "Previous",
  next: "Next",
};

export const progress = {
  of: (done: string, total: string) => `${done} of ${total}`,
};

export const quantityStepper = {
  oneLess: (label: string) => `One less, ${label}`,
  oneMore: (label: string) => `One more, ${label}`,
};

export const searchInput = {
  search: "Search",
};

export const subscriptionForm = {
  youGetNoMoreMessages: "You get no more messages",
  cannotWriteTo: " cannot write to",
  anyMore: "any more.",
  writesTo: "writes to",
  aboutItsEvents: "about its events.",
  ticketsAndNewsAboutBooking: "Tickets, and news about a booking of yours such as a new date, are sent all the same.",
  getMessagesAgain: "Get messages again",
  stopMessages: "Stop messages",
};
