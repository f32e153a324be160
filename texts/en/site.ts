import { plural } from "./plural";

export const site = {
  name: "Quorix",
  title: "Quorix: tickets without the rush",
  titleTemplate: "%s · Quorix",
  tagline: "Tickets without the rush.",
  description: "Find an event, hold your tickets while you decide, and get them by email.",
};

export const layout = {
  skipToContent: "Skip to content",
};

export const globalError = {
  documentTitle: "Something went wrong · Quorix",
  home: "Go to the home page",
};

export const errorPage = {
  myBookings: "My bookings",
};

export const errorNotice = {
  title: "Something went wrong",
  text: "Something failed on our side, or the connection dropped. Opening a page never books or changes anything.",
  afterForm:
    "If you just submitted a form, it may still have gone through. Trying again won’t book twice, and a confirmed booking stays confirmed.",
  retry: "Try again",
};

export const notFoundBody = {
  title: "Page not found",
  text: "The address may be mistyped, or the page was taken down. Your bookings aren’t affected.",
  findEvents: "Find events",
  myBookings: "My bookings",
};

export const offlineHint = {
  text: "You’re offline. What you see may be out of date, and you can’t book until you’re back online.",
};

export const footerText = {
  label: "Footer",
  allEvents: "All events",
  myBookings: "My bookings",
  account: "Account",
  terms: "Terms",
};

export const headerText = {
  label: "Main",
  findEvents: "Find events",
};

export const siteImage = {
  alt: "Quorix: good evenings start here",
  firstLine: "Good evenings",
  secondLine: "start here.",
};

export const termsPage = {
  title: "Terms",
  intro: "What you agree to when you book, in plain English.",
  description: "What you agree to when you book tickets through Quorix.",
  sections: [
    {
      title: "Who you’re dealing with",
      text: "Quorix takes bookings on behalf of event organizers. The event itself is the organizer’s responsibility, and the agreement about it is between you and them. Their name is on every event page and every booking.",
    },
    {
      title: "Holding tickets",
      text: "Reserving holds tickets for you for the time shown. Nothing is agreed until you confirm or pay: you can release the tickets, or let the hold expire.",
    },
    {
      title: "Confirming",
      text: "Selecting Confirm booking books the tickets. Where you pay online, they’re booked once your payment is authorized. You have one booking per event, with a name on each ticket. A ticket admits one person, once.",
    },
    {
      title: "Paying",
      text: "Tickets are free, paid to the organizer at the venue, or paid online: the event’s page says which. You pay the price shown at checkout, and Quorix adds nothing. Online payments are made on the page of our payment provider; we never see your card’s details. You’re charged only once your seats are booked. If a payment arrives when the tickets are gone, you get all of it back automatically.",
    },
    {
      title: "Cancelling",
      text: "You can cancel a booking until the deadline shown at checkout and on the booking. After that it’s binding, and only the organizer can release you from it. If you paid online and cancel in time, you get back what you paid, the way you paid. It usually takes 5–10 days until it’s in your account.",
    },
    {
      title: "The waitlist",
      text: "Tickets that become available go to the waitlist in the order people joined. If there aren’t enough for you, you keep your position. Free tickets are booked for you automatically while there’s time to cancel them. All others are held for you for the time we tell you, then offered to the next person. You can leave at any time.",
    },
    {
      title: "If the event changes",
      text: "If the organizer moves or cancels an event, we’ll email you. If it’s cancelled, your booking ends, there’s nothing to pay, and you get back what you paid online.",
    },
    {
      title: "Your data",
      text: "The organizer sees your name, your email address and the names on your tickets, to let you in and to contact you about the event. Emails about your bookings come from us.",
    },
  ],
};

export const unsubscribePage = {
  documentTitle: "Messages",
  title: "Stop messages?",
  stoppedTitle: "Messages stopped",
  incompleteTitle: "This link is incomplete",
  incompleteLink: "Open it from the email again, or copy all of it.",
};

export const subscriptionForm = {
  stoppedTitle: "You won’t get any more messages",
  stopped: "{organizer} can no longer send messages to {email}.",
  subscribed: "{organizer} sends messages about its events to {email}.",
  exception: "You’ll still get tickets and updates about your bookings, such as a new date.",
  resume: "Get messages again",
  stop: "Stop messages",
};

/** Plain text that an email program is given. */
export const unsubscribeRoute = {
  done: "You won’t get any more messages from this organizer.",
  incompleteLink: "This link isn’t complete.",
};

export const clockChangeNotice = {
  use: (time: string) => `Use ${time}`,
  skipped: (time: string, date: string, next: string) =>
    `${time} doesn’t exist on ${date}: clocks go forward. Next: ${next}.`,
  timeOnDate: (time: string, date: string) => `${time} on ${date}`,
  question: (time: string) => `${time} happens twice on this day: clocks go back. Which one?`,
  first: (zone: string) => `The first, ${zone}`,
  second: (zone: string) => `The second, ${zone}`,
};

export const dateTimeField = {
  timeOf: (label: string) => `Time of ${label}`,
};

export const timeList = {
  choose: "Choose a time",
};

export const markdownField = {
  tabsLabel: (label: string) => `${label}: write or preview`,
  write: "Write",
  preview: "Preview",
  loading: "Loading the preview…",
  hint: "Markdown: **bold**, *italic*, # heading, - list, [link](https://…)",
  tooLong: (count: number) => `${plural(count, { one: "character", other: "characters" })} too many`,
  left: (count: number) => `${plural(count, { one: "character", other: "characters" })} left`,
};

export const markdownPreview = {
  empty: "Nothing to preview yet.",
};

export const failureNotice = {
  reload: "Reload",
};

export const countdown = {
  days: (days: number, hours: number) => `${plural(days, { one: "day", other: "days" })} ${hours} h`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  lastMinute: "Less than a minute left",
};

export const dialogText = {
  close: "Close",
};

export const pager = {
  label: "Pages",
  previous: "Previous",
  next: "Next",
};

export const progress = {
  count: (done: string, total: string) => `${done} of ${total}`,
};

export const quantityStepper = {
  decrease: (label: string) => `One less, ${label}`,
  increase: (label: string) => `One more, ${label}`,
};

export const searchInput = {
  submit: "Search",
};

/** Why a request was refused. */
export const requestFailures = {
  invalid: "Check the highlighted fields.",
  tooManyAttempts: (minutes: number) =>
    `Too many attempts. Try again in ${plural(minutes, { one: "minute", other: "minutes" })}.`,
  unreachable: "We couldn’t reach Quorix. Check your connection and try again. Nothing you typed is lost.",
  outdatedTitle: "This page was updated",
  outdated: "Reload to continue. What you typed is kept.",
  otherSite: "Only pages of this site can send this request.",
  wrongType: (type: string) => `This takes ${type}.`,
  tooLarge: (bytes: string) => `This takes at most ${bytes} bytes.`,
  badSignature: "The signature doesn’t fit this body, or is too old.",
  notJson: "This isn’t valid JSON.",
  notFound: "Not found.",
  invalidCallback: "The callback address isn’t valid.",
};

export const coverProblems = {
  NOT_A_PICTURE: "This isn’t a JPEG, PNG, WebP or AVIF image, or it’s damaged.",
  TOO_MANY_PIXELS: "This image has too many pixels. Choose one of at most 64 megapixels.",
  TOO_SMALL: "This image is too small. Choose one of at least 640 × 400 pixels.",
  STORAGE_FAILED: "The image couldn’t be saved. Try again in a moment.",
};

export const currencyProblems = {
  notOffered: "This currency is no longer in use. Choose another one.",
};
