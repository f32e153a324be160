import type { AddGuestResult, CancelResult, ChangeTicketTypeResult } from "@/lib/booking/results";
import { type ActionFailure, failure } from "@/lib/requests/result";

type BookingFailure = Extract<AddGuestResult | CancelResult | ChangeTicketTypeResult, { ok: false }>;
type FailureCode = BookingFailure["code"];
type FailureByCode = { [C in FailureCode]: Extract<BookingFailure, { code: C }> };

const nothingChanged = "Nothing was changed.";
const formatTicketCount = (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`);

/** What an organizer is told; the attendee's words for the same are in lib/checkout/messages.ts. */
const failureMessages: {
  [C in FailureCode]: (refusal: FailureByCode[C], typeName: (code: string) => string) => string;
} = {
  BOOKING_IN_PROGRESS: () => `This attendee is booking just now. ${nothingChanged} Try again in a moment.`,
  BUSY: () => `We could not get to it in time. ${nothingChanged} Try again in a moment.`,
  UNKNOWN: () => "The answer took too long, so it may or may not be done. Try again: nothing is done twice.",
  EVENT_NOT_FOUND: () => "This event is not here any more.",
  EVENT_IS_DRAFT: () => "This event is still a draft. Publish it first; then there are tickets to give away.",
  EVENT_CANCELLED: () => `This event is cancelled. ${nothingChanged}`,
  EVENT_OVER: () => "This event is over, so nobody can be added to it.",
  TICKET_TYPE_NOT_FOUND: () => `This ticket type is not here any more. ${nothingChanged} Reload the page.`,
  TICKETS_NOT_FOUND: () => `The tickets have changed meanwhile. ${nothingChanged} Reload the page.`,
  NO_TICKETS: () => "Choose at least one ticket.",
  GUEST_REFUSED: () => "No booking can be made for this address. Use another one of this guest.",
  ALREADY_BOOKED: ({ reference, status }) =>
    status === "confirmed"
      ? `This address already has booking ${reference} for this event. There is one for each person.`
      : `This address holds tickets just now (${reference}). Once they are booked or given up, try again.`,
  IDEMPOTENCY_KEY_REUSED: () => "This page was out of date. Nothing was booked; try again.",
  OWED_TO_WAITLIST: ({ left, owed }) =>
    `${left === 0 ? "No seat is" : `Only ${left} of the seats are`} free for guests: ${owed} more came free and are owed to the waitlist. Raise the capacity, or see what the waitlist leaves.`,
  SOLD_OUT: ({ ticketTypeCode }, typeName) =>
    ticketTypeCode === null
      ? `There is no free seat left. ${nothingChanged}`
      : `${typeName(ticketTypeCode)} has no room left. ${nothingChanged} Raise its quota, or choose another type.`,
  NOT_ENOUGH_LEFT: ({ left, ticketTypeCode }, typeName) =>
    `There is room for ${formatTicketCount(left)}${ticketTypeCode === null ? "" : ` of ${typeName(ticketTypeCode)}`}. ${nothingChanged}`,
  BOOKING_NOT_FOUND: () => "This booking is not one of this event's.",
  BOOKING_NOT_CONFIRMED: () => `Only a confirmed booking has tickets. ${nothingChanged} Reload the page.`,
  NOTHING_TO_UNDO: () => "There is nothing left to undo. Somebody else may have been here meanwhile; reload the page.",
  ALREADY_CHECKED_IN: () => `Somebody was checked in with one of its tickets. ${nothingChanged}`,
  CANCELLATION_CLOSED: () => `It is too late to cancel. ${nothingChanged}`,
};

/** Which field a refusal is about, where it is about one. */
const failureFields: Partial<Record<FailureCode, string>> = {
  ALREADY_BOOKED: "email",
  GUEST_REFUSED: "email",
  TICKET_TYPE_NOT_FOUND: "ticketTypeCode",
  OWED_TO_WAITLIST: "quantity",
  NOT_ENOUGH_LEFT: "quantity",
};

export function attendeeFailure<C extends FailureCode>(
  refusal: FailureByCode[C] & { code: C },
  ticketTypes: { code: string; name: string }[] = [],
): ActionFailure<C> {
  const typeName = (code: string) => ticketTypes.find((type) => type.code === code)?.name ?? "This ticket type";
  const message = failureMessages[refusal.code](refusal, typeName);
  const field = failureFields[refusal.code];
  return failure(refusal.code, message, field ? { fieldErrors: { [field]: message } } : {});
}
