import { plural } from "./plural";

export const publishPage = {
  title: "Publish event",
  notReadyTitle: "Not ready to publish yet",
  missing: (count: number) => `${plural(count, { one: "thing is", other: "things are" })} missing:`,
  readyTitle: "Ready to publish",
  readyIntro: "This is what people will see. You can change dates and places later; attendees are notified.",
  back: "Back to draft",
  preview: "Preview",
  cancelledTitle: "This event was cancelled",
  cancelledText: "It can’t be published again. Duplicate it to run it again.",
  liveTitle: "Your event is live",
  liveIntro: "Anyone can find it now. Share its page and watch it sell.",
  viewEvent: "View event page",
  viewOverview: "Go to overview",
};

export const publishForm = {
  failedTitle: "Not published",
  failedText: (message: string) => `${message} Reload the page to see the saved version.`,
  submit: "Publish now",
};

export const publishSummary = {
  when: "When",
  where: "Where",
  tickets: "Tickets",
  price: (price: string, quota: string | null) => (quota === null ? price : `${price}, at most ${quota}`),
  payment: "Payment",
  seats: "Seats",
  seatsText: (capacity: string, maxPerBooking: number) => `${capacity} in total, up to ${maxPerBooking} per booking.`,
  waitlist: "A waitlist opens when it’s sold out.",
  noWaitlist: "No waitlist.",
  sales: "Sales",
  opensAt: "Sales open on {date}.",
  opensNow: "Sales open right away.",
  closesAt: "Sales close on {date}.",
  closesAtStart: "Sales close when the event starts.",
  closesAtEnd: "Sales close when the event ends.",
  waitingRoom: "Visitors go through a waiting room first.",
  cancelling: "Cancellation",
  cancelUntilStart: "People can cancel until the event starts.",
  cancelUntil: (hours: number) =>
    `People can cancel until ${plural(hours, { one: "hour", other: "hours" })} before the start.`,
};
