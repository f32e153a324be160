import { ticketCount } from "./plural";

/** Labels and buttons that several emails share. */
export const emailShared = {
  when: "When",
  where: "Where",
  booking: "Booking",
  bookingDetail: (reference: string, tickets: string) => `${reference}, ${tickets}`,
  toPay: "To pay at the venue",
  viewBooking: "View booking",
  viewEvent: "View event",
  viewPosition: "View your position",
  findEvents: "Find other events",
  organizerWrites: "Message from the organizer",
  waitingFor: "Waiting for",
  qrCode: (ticket: string) => `QR code of ticket ${ticket}`,
  calendarRemoval:
    "The attached file removes the event from your calendar. If it’s still there afterwards, delete it yourself.",
};

/** Why the email was sent. */
export const emailFooters = {
  booked: (reference: string) => `You’re getting this email because you booked with Quorix. Booking ${reference}.`,
  guest: (reference: string) =>
    `You’re getting this email because an organizer on Quorix booked for you. Booking ${reference}.`,
  waitlist: "You’re getting this email because you joined a waitlist on Quorix.",
};

export const accountLinkEmails = {
  expiry: (until: string) => `The link works once, until ${until}.`,
  verify_email: {
    subject: "Confirm your email address",
    preheader: "One step left: confirm that this address is yours.",
    title: "Confirm your email address",
    text: "Open the link to confirm that this address is yours and finish signing up.",
    action: "Confirm address",
    footer: "Someone signed up to Quorix with this address. If it wasn’t you, you can ignore this email.",
  },
  sign_in: {
    subject: "Your sign-in link",
    preheader: "Sign in to Quorix without a password.",
    title: "Sign in to Quorix",
    text: "Open the link to sign in. You don’t need a password.",
    action: "Sign in",
    footer: "Someone asked to sign in with this address. If it wasn’t you, you can ignore this email.",
  },
  create_account: {
    subject: "Your sign-in link",
    preheader: "One step to your Quorix account, without a password.",
    title: "Welcome to Quorix",
    text: "Open the link to create your account with this address and sign in. You don’t need a password.",
    action: "Create account",
    footer:
      "Someone asked to sign in with this address. If it wasn’t you, you can ignore this email: no account is created without the link.",
  },
  reset_password: {
    subject: "Reset your password",
    preheader: "Choose a new password for Quorix.",
    title: "Reset your password",
    text: "Open the link to choose a new password. You’ll be signed out everywhere else.",
    action: "Choose a new password",
    footer:
      "Someone asked to reset the password of this account. If it wasn’t you, you can ignore this email: your password stays the same.",
  },
};

export const bookingConfirmedEmail = {
  subject: (event: string) => `Your tickets: ${event}`,
  preheader: (start: string, venue: string, reference: string) => `${start}, ${venue}. Booking ${reference}.`,
  title: "Your booking is confirmed",
  text: "Show the QR code of each ticket at the door, from this email or your booking page. Add the attached file to your calendar.",
  guestTitle: "You’re on the guest list",
  guestText:
    "The organizer booked for you. Show the QR code of each ticket at the door, from this email or your booking page. Add the attached file to your calendar.",
};

export const bookingCancelledEmail = {
  subject: (event: string) => `Booking cancelled: ${event}`,
  preheader: (reference: string) => `Booking ${reference} is cancelled. Its tickets are no longer valid.`,
  title: "Your booking is cancelled",
  text: "Your tickets are no longer valid. Other people can book them.",
  byOrganizerText: "The organizer cancelled your booking. Your tickets are no longer valid.",
  booking: "Cancelled booking",
};

export const eventReminderEmail = {
  subject: (event: string) => `Coming up: ${event}`,
  preheader: (start: string, venue: string) => `${start}, ${venue}. Your tickets are inside.`,
  title: "See you soon",
  text: "It starts on {start}. Here are your tickets for the door.",
};

export const eventChangedEmail = {
  subject: (event: string) => `Changed: ${event}`,
  preheader: (start: string, venue: string) => `It’s now on ${start}, ${venue}. Your tickets are still valid.`,
  dateAndPlaceTitle: "A new date and venue",
  dateTitle: "A new date",
  placeTitle: "A new venue",
  text: "The organizer changed the event you booked. Your tickets are still valid. Open the attached file to update your calendar.",
  oldDate: "Old date",
  newDate: "New date",
  oldPlace: "Old venue",
  newPlace: "New venue",
};

export const clockKeptEmail = {
  subject: (event: string) => `Check your calendar: ${event}`,
  preheader: (start: string) => `It still starts on ${start}, as your ticket says.`,
  title: "The time on your ticket is right",
  text: "Clock rules have changed where this event takes place. It still starts at the time on your ticket, but your calendar may show a different one. Open the attached file to correct it.",
};

export const eventCancelledEmail = {
  subject: (event: string) => `Event cancelled: ${event}`,
  preheader: "The organizer has cancelled the event you booked.",
  title: "The event is cancelled",
  text: "We’re sorry: the organizer has cancelled the event you booked. Your tickets are no longer valid. You don’t need to do anything.",
  booking: "Your booking",
};

export const waitlistClosedEmail = {
  subject: eventCancelledEmail.subject,
  preheader: "The organizer has cancelled the event you were waiting for. The waitlist is closed.",
  title: eventCancelledEmail.title,
  text: "We’re sorry: the organizer has cancelled the event you were waiting for. The waitlist is closed. You don’t need to do anything.",
};

export const waitlistJoinedEmail = {
  subject: (event: string) => `You’re on the waitlist: ${event}`,
  preheader: (count: number) =>
    `We’ll email you when ${ticketCount(count)} ${count === 1 ? "is" : "are"} available for you.`,
  title: "You’re on the waitlist",
  text: "Tickets are offered in the order people joined. We’ll email you as soon as it’s your turn.",
  leaveNote: "You can leave the waitlist there at any time.",
};

/** What a person on the waitlist waits for; `{type}` is the name of the ticket type. */
export const waitlistRequest = (
  count: number,
  { hasType, acceptsFewer }: { hasType: boolean; acceptsFewer: boolean },
) => `${ticketCount(count)}${hasType ? ", {type}" : ""}${acceptsFewer ? " (or fewer)" : ""}`;

export const waitlistConvertedEmail = {
  subject: (event: string) => `You’re in, from the waitlist: ${event}`,
  preheader: (count: number, start: string, venue: string) => `${ticketCount(count)} for ${start}, ${venue}.`,
  title: "You’ve got tickets",
  text: (count: number) =>
    `Tickets became available. Your place on the waitlist is now a confirmed booking of ${ticketCount(count)}. You don’t need to do anything.`,
  cancelText: (count: number) =>
    `Tickets became available. Your place on the waitlist is now a confirmed booking of ${ticketCount(count)}. If you can’t come, cancel the booking so that someone else can.`,
};

export const waitlistOfferEmail = {
  subject: (event: string, until: string) => `Tickets for you until ${until}: ${event}`,
  preheader: (count: number) => `We’re holding ${ticketCount(count)} for you. Confirm before someone else gets them.`,
  title: "Tickets are available for you",
  text: (count: number) =>
    `We’re holding ${ticketCount(count)} for you until {until}. Confirm the booking before then to keep them.`,
  payPreheader: (count: number) => `We’re holding ${ticketCount(count)} for you. Pay before someone else gets them.`,
  payText: (count: number) =>
    `We’re holding ${ticketCount(count)} for you until {until}. Pay for the booking before then to keep them.`,
  held: "Held for you",
  submit: "Confirm booking",
  paySubmit: "Continue to payment",
  terms: (terms: string) =>
    `${terms} Don’t want them any more? Release them on that page so that the next person doesn’t have to wait.`,
};

export const waitlistOfferExpiredEmail = {
  subject: (event: string) => `Your offer has expired: ${event}`,
  preheader: "The tickets we held for you go to the next person. You can join the waitlist again.",
  title: "Your offer has expired",
  text: "The tickets weren’t booked in time, so they go to the next person. You’re no longer on the waitlist. You can join it again.",
};

export const waitlistTypeClosedEmail = {
  subject: (event: string) => `What would you like to wait for? ${event}`,
  preheader: (type: string) => `${type} is no longer on sale. You keep your place on the waitlist.`,
  title: "{type} is no longer on sale",
  everyType: "Every ticket type",
  text: "You keep your place on the waitlist, but we can’t offer you these tickets any more. You can wait for any ticket type, choose one of those below, or leave the waitlist.",
  nothingOnSaleText:
    "You keep your place on the waitlist in case sales open again. If you’d rather not wait, you can leave the waitlist.",
  onSale: "Still on sale",
  onSaleItem: (price: string) => `{type}, ${price}`,
  choose: "Choose what to wait for",
  note: "Until you choose, tickets go to other people first. You won’t lose your place.",
};

export const organizerMessageEmail = {
  preheader: (organizer: string, event: string, start: string) => `${organizer} about ${event}, ${start}`,
  reference: (start: string) => `{organizer}, about {event}, ${start}`,
  footer:
    "{organizer} sent this to people who booked or joined the waitlist for one of its events on Quorix. Replies to this email aren’t read. {unsubscribe}",
  repliesFooter:
    "{organizer} sent this to people who booked or joined the waitlist for one of its events on Quorix. You can reply to this email. {unsubscribe}",
  unsubscribe: "Unsubscribe from this organizer",
  testSubject: (subject: string) => `Test: ${subject}`,
};

export const teamInvitationEmail = {
  subject: (organizer: string) => `Join the team of ${organizer}`,
  preheader: (invitedBy: string, role: string) => `${invitedBy} invited you as ${role}.`,
  footer: (invitedBy: string, organizer: string) =>
    `${invitedBy} invited this address to the team of ${organizer}. If you don’t know them, you can ignore this email.`,
  title: "Join the team of {organizer}",
  text: {
    owner:
      "{invitedBy} invited you as an owner. You’d run everything together: events, attendees, the team and its public page.",
    manager: "{invitedBy} invited you as a manager. You’d run events: tickets, attendees, waitlists and messages.",
    door_staff: "{invitedBy} invited you as door staff. You’d check tickets in with your phone.",
  },
  submit: "View invitation",
  note: (until: string) =>
    `The invitation expires on ${until}. To accept it, sign in with this address. A sign-in link by email is enough, and creates your account if you don’t have one.`,
};
