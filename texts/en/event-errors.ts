import { plural } from "./plural";

export const editorErrors = {
  notReady: (count: number) =>
    `Not ready to publish yet: ${plural(count, { one: "thing is", other: "things are" })} missing`,
  notSaved: "Not saved: some fields need attention",
};

/** Why an event was not saved or published. */
export const saveMessages = {
  EVENT_NOT_FOUND: "This event no longer exists.",
  EVENT_CANCELLED: "This event was cancelled, so it can’t be changed any more.",
  NOT_A_DRAFT: "This draft has been published. Open it again from your events. What you typed stays on this page.",
  NOT_PUBLISHED: "This event is a draft. Reload the page to continue.",
  BUSY: "We’re very busy right now, so nothing was saved. Try again in a moment.",
  UNKNOWN: "This took too long, so we don’t know whether it was saved. Try again.",
  BOOKING_IN_PROGRESS: "Another change is still in progress. Try again in a moment.",
  CONFLICT: "Someone else has saved this event since you opened it.",
  MOVES_BOOKINGS: "People have booked. Confirm that they’ll be notified of the new date or place.",
  INVALID: "Some fields need attention.",
};

/** What is wrong with a field of an event. */
export const fieldErrors = {
  tooLong: (max: string) => `Use at most ${max} characters.`,
  wholeNumber: (from: string, to: string) => `Enter a whole number from ${from} to ${to}.`,
  name: "Give the event a name.",
  category: "Choose a category.",
  timeZone: "Choose a time zone.",
  venue: "Enter a venue.",
  city: "Enter a city.",
  country: "Choose a country.",
  currency: "Choose a currency.",
  currencyInUse: (currency: string) => `Bookings were made in ${currency}, so the currency can’t change.`,
  paymentMinutes: "Enter how many minutes people have to pay.",
  capacity: "Enter a capacity.",
  seatsTaken: (count: number) =>
    `${plural(count, { one: "seat is", other: "seats are" })} sold or held. Enter at least that many, or cancel bookings first.`,
  maxTicketsPerBooking: "Enter how many tickets one booking can have.",
  holdMinutes: "Enter how many minutes a checkout can take.",
  cancellationCutoffHours: "Enter how many hours before the start cancellation ends.",
  ticketTypesMissing: "Add at least one ticket type.",
  ticketTypesTooMany: (max: number) => `An event can have up to ${max} ticket types.`,
  ticketTypeDuplicate: "This ticket type is listed twice. Remove one.",
  ticketTypeBooked: (name: string) => `${name} has bookings, so you can stop its sales but not delete it.`,
  ticketTypeOnWaitlist: (name: string) =>
    `People are or were on the waitlist for ${name}, so you can stop its sales but not delete it.`,
  ticketTypeName: "Name this ticket type.",
  price: "Enter a price, or 0 for free.",
  amount: (example: string) => `Enter an amount such as ${example}.`,
  amountTooHigh: (max: string) => `A ticket can cost at most ${max}.`,
  quota: "Enter a whole number from 1, or leave it empty.",
  quotaTaken: (count: number) =>
    `${plural(count, { one: "ticket is", other: "tickets are" })} sold or held. Enter at least that many, or cancel bookings first.`,
  date: "Enter a valid date and time.",
  startsAt: "Enter when it starts.",
  startInPast: "The start is in the past. Choose a later time.",
  endsAt: "Enter when it ends.",
  endBeforeStart: "It ends before it starts. Choose a later time.",
  salesEndBeforeStart: "Sales close before they open. Choose a later time.",
  salesEndAfterEvent: "Sales close after the event has ended. Choose an earlier time.",
  salesEndInPast: "Sales would already be closed. Choose a later time.",
  salesStartAfterEvent: "Sales open after the event has started. Choose an earlier time.",
  salesStartAfterSales: "Sales open after the event’s sales have closed. Choose an earlier time.",
};

/** The question what changed clock rules do to a booked event. */
export const clockRules = {
  invalid: "Choose one of the two.",
  notAsked: "This was already settled, or the event has changed.",
  endsAt: (time: string) => `an end at ${time}`,
};
