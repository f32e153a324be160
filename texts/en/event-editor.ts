import { plural } from "./plural";

/** The fields of an event, as every page and message names them. */
export const fieldLabels = {
  name: "Name",
  summary: "Summary",
  category: "Category",
  startsAt: "Starts",
  endsAt: "Ends",
  timeZone: "Time zone",
  venue: "Venue",
  address: "Street address",
  city: "City",
  country: "Country",
  description: "Description",
  coverImage: "Cover picture",
  currency: "Currency",
  paymentMethod: "How tickets are paid for",
  paymentMinutes: "Time to pay (minutes)",
  capacity: "Capacity",
  maxTicketsPerBooking: "Tickets per booking",
  holdMinutes: "Checkout time (minutes)",
  cancellationCutoffHours: "Cancellation deadline (hours before)",
  waitlistEnabled: "Waitlist",
  waitingRoom: "Waiting room",
  salesStartAt: "Sales open",
  salesEndAt: "Sales close",
  ticketTypes: "Ticket types",
};

export const sections = {
  basics: "Basics",
  when: "When",
  where: "Where",
  description: "Description",
  cover: "Cover",
  tickets: "Tickets",
  rules: "Booking rules",
  sales: "Sales window",
};

/** Stand in for names that are still empty. */
export const placeholders = {
  eventName: "Untitled event",
  ticketType: (number: number) => `Ticket type ${number}`,
  organizer: "Someone else",
};

export const editPage = {
  title: "Edit event",
  hints: {
    draft: "Draft: saved as you type. Only your team can see it.",
    published: "This event is live. Changes are public as soon as you save.",
    past: "This event has ended. You can still edit its description and cover.",
  },
  cancelledTitle: "This event was cancelled",
  cancelledText: "It can’t be changed any more. Duplicate it to run it again.",
};

export const previewPage = {
  title: "Preview",
  noticeTitle: "Draft preview",
  noticeText: "This is how the event page will look. Only your team can see it.",
  back: "Back to draft",
  publish: "Publish…",
};

export const newEventPage = {
  title: "New event",
  intro: "It’s a draft until you publish it. Only your team can see it.",
};

export const basicSections = {
  choose: "Choose…",
  summaryHint: "One sentence for lists and link previews. Optional.",
  datesHint: "All times use the event’s time zone.",
  optional: "Optional.",
  aboutLabel: "About the event",
};

export const conflictDialog = {
  title: "This event has changed",
  intro:
    "{name} saved it at {time}, after you opened it. Choose what to keep. Where only one of you made a change, it’s already selected.",
  keepMine: "Keep all mine",
  keepTheirs: "Keep all theirs",
  mine: "Mine",
  submit: "Save these choices",
  remaining: (count: number) => `${plural(count, { one: "choice", other: "choices" })} left`,
  empty: "Empty",
};

export const coverField = {
  dropLabel: "Drop or paste a picture",
  hint: "Drop a picture here or choose one: JPEG, PNG, WebP or AVIF, up to 8 MB, at least 640 × 400 pixels. It’s cropped to 16:10.",
  unsavedHint: "You can add a picture once the draft is saved.",
  fallbackHint: "Without one, people see this drawing.",
  replace: "Replace picture",
  choose: "Choose picture",
  remove: "Remove",
  uploading: "Uploading picture",
  processing: "Processing…",
  cancel: "Cancel",
  wrongType: "Choose a JPEG, PNG, WebP or AVIF picture.",
  tooLarge: "This picture is too large. Choose one of up to 8 MB.",
  tooLargeBy: (megabytes: string) => `This picture is ${megabytes} MB. Choose one of up to 8 MB.`,
};

export const duplicateButton = {
  submit: "Duplicate",
};

export const editorDate = {
  lasts: (length: string) => `Lasts ${length}`,
  days: (count: number) => plural(count, { one: "day", other: "days" }),
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
};

export const eventEditor = {
  restoredTitle: "We restored your changes",
  restoredText: "You left this page before they were saved.",
  discard: "Discard changes",
};

export const leaveDialog = {
  title: "Leave without saving?",
  text: "Your changes aren’t saved yet. This tab keeps them until you come back. Nobody else can see them.",
  stay: "Keep editing",
  leave: "Leave",
};

export const moveConsequences = {
  booked: (bookings: number, tickets: number) =>
    `${plural(bookings, { one: "person has", other: "people have" })} booked ${plural(tickets, { one: "ticket", other: "tickets" })}. Each gets one email.`,
  holds: (count: number) =>
    `${plural(count, { one: "person is", other: "people are" })} checking out now and will see the change.`,
  waiting: (count: number) =>
    `${plural(count, { one: "person is", other: "people are" })} on the waitlist and won’t be emailed.`,
  subjectLine: "Subject: {subject}",
  subject: (name: string) => `Changed: ${name}`,
  emailContent:
    "It gives the old and new date and place, says that tickets stay valid, and states the cancellation deadline.",
};

export const moveDialog = {
  title: "Notify attendees?",
  text: "Emails are sent in the background, two minutes after you save. They can’t be recalled.",
  submit: "Save and notify attendees",
  cancel: "Keep editing",
};

export const organizerField = {
  label: "Organizer",
  fixedHint: "The draft belongs to this organizer.",
};

export const postedFormResult = {
  saved: "Saved",
  conflictTitle: (name: string) => `Not saved: ${name} has saved this event since you opened it`,
  conflictText: "What you entered is below. If you save again, it replaces these values:",
  value: "{label}: {value}",
  empty: "empty",
};

export const previewPanel = {
  title: "Tickets",
  empty: "No ticket types yet.",
  note: "People will choose their tickets here once the event is published.",
};

export const ruleSections = {
  capacityHint: "Total seats across all ticket types. It can’t go below tickets sold and held.",
  maxTicketsHint: "The most one person can book.",
  holdHint: "Tickets are held this long, then go back on sale.",
  cutoffHint: "Enter 0 to allow cancelling until the start. You can cancel bookings at any time.",
  waitlistLabel: "Open a waitlist when sold out",
  waitlistHint: "Tickets that become available are offered in the order people joined.",
  salesHint:
    "Leave empty to open sales when you publish and close them when the event starts, or when it ends if it lasts over 24 hours.",
  waitingRoomLabel: "Waiting room for a big on-sale",
  waitingRoomHint: (minutes: number) =>
    `For high demand. Visitors can join from ${minutes} minutes before sales open. Then each gets a random place and is let in when it’s their turn.`,
};

export const saveBar = {
  compare: "Compare",
  preview: "Preview",
  saveDraft: "Save draft",
  publish: "Publish…",
  saveChanges: "Save changes",
};

export const saveStatus = {
  draftIdle: "Saved as you type",
  idle: "No changes",
  draftUnsaved: "Saving in a moment…",
  unsaved: "Unsaved changes",
  saving: "Saving…",
  saved: (time: string) => `Saved at ${time}`,
  failed: (message: string) => `Not saved: ${message}`,
  conflict: (name: string, time: string) => `Not saved: ${name} saved at ${time}.`,
};

export const sectionNav = {
  label: "Sections",
};

export const ticketTypeItem = {
  moveUp: (title: string) => `Move ${title} up`,
  moveDown: (title: string) => `Move ${title} down`,
  remove: (title: string) => `Remove ${title}`,
  nameLabel: "Ticket name",
  priceLabel: (currency: string) => `Price (${currency})`,
  priceHint: "Enter 0 for a free ticket.",
  bookedPriceHint: (price: string, currency: string) => `Existing bookings keep their price of ${price} ${currency}.`,
  quotaLabel: "Quota",
  soldHint: (count: number) => `${count} sold or held.`,
  quotaHint: "Leave empty for no limit.",
  details: "Description and sales window",
  descriptionLabel: "What it includes",
  optional: "Optional.",
  salesStartLabel: "On sale from",
  salesEndLabel: "On sale until",
};

export const ticketTypeSale = {
  closed: "Closed",
  closedHint: "No longer on sale. Its bookings stay valid.",
  openHint: "It has bookings, so you can stop its sales but not delete it.",
  reopen: "Resume sales",
  close: "Stop sales",
};

export const ticketTypesSection = {
  hint: "People choose from these, in this order. A quota limits one ticket type; the capacity limits all of them.",
  empty: "No ticket types yet. Add one; for free tickets, set the price to 0.",
  add: "Add ticket type",
  added: (title: string) => `${title} added.`,
  moved: (title: string, position: number, count: number) => `${title} is now number ${position} of ${count}.`,
  removed: (title: string) => `${title} removed.`,
};

/** The differences between two versions of an event. */
export const formDiff = {
  on: "On",
  off: "Off",
  unnamed: "Unnamed",
  ticketType: (name: string) => `Ticket type ${name}`,
  unnamedTicketType: "Unnamed ticket type",
  namedPrice: (name: string, price: string, currency: string) => `${name}: ${price} ${currency}`,
  quota: (quota: string) => `quota ${quota}`,
  noQuota: "no quota",
  from: (time: string) => `from ${time}`,
  until: (time: string) => `until ${time}`,
  order: "Order of the ticket types",
};
