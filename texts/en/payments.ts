import { plural } from "./plural";

export const paymentMethodNames = { venue: "At the venue", online: "Online" };

export const paymentFields = {
  methodHints: {
    venue: "People book now and pay when they come. You mark bookings as paid.",
    online: "People pay when they book, by card and other methods. A change applies to bookings from now on.",
  },
  onlineUnavailable: "Online (not available here)",
  noProviderHint: "Paying online isn’t set up here. The operator of this site can connect a payment provider.",
  minutesHint: "Online only. Tickets stay held this long while someone pays.",
};

/** What the page before publishing says about paying, by method. */
export const publishPayment = {
  venue: (_minutes: number) => "People pay at the venue.",
  online: (minutes: number) =>
    `People pay online when they book, and have ${plural(minutes, { one: "minute", other: "minutes" })} to pay.`,
};

/** Why tickets can’t be paid for online. */
export const chargeErrors = {
  noProvider: "Paying online isn’t set up here. Choose payment at the venue.",
  currency: (currency: string) => `${currency} can’t be paid online. Choose another currency, or payment at the venue.`,
  step: (step: string) => `Online, this price can only be paid in steps of ${step}.`,
  minimum: (least: string) => `Online, a ticket costs ${least} or more, or is free.`,
};
