import type { AddGuestResult, CancelResult, MoveResult } from "@/lib/booking/results";
import { type ActionFailure, failure } from "@/lib/requests/result";

type Refusal = Extract<AddGuestResult | CancelResult | MoveResult, { ok: false }>;
type Code = Refusal["code"];
type RefusalOf = { [C in Code]: Extract<Refusal, { code: C }> };

const nothing = "Nothing was changed.";
const tickets = (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`);

/** What an organizer is told; the attendee's words for the same are in lib/checkout/messages.ts. */
const words: { [C in Code]: (refusal: RefusalOf[C], typeName: (code: string) => string) => string } = {
  BOOKING_IN_PROGRESS: () => `This attendee is booking just now. ${nothing} Try again in a moment.`,
  BUSY: () => `We could not get to it in time. ${nothing} Try again in a moment.`,
  UNKNOWN: () => "The answer took too long, so it may or may not be done. Try again: nothing is done twice.",
  EVENT_NOT_FOUND: () => "This event is not here any more.",
  EVENT_IS_DRAFT: () => "This event is still a draft. Publish it first; then there are tickets to give away.",
  EVENT_CANCELLED: () => `This event is cancelled. ${nothing}`,
  EVENT_OVER: () => "This event is over, so nobody can be added to it.",
  TICKET_TYPE_NOT_FOUND: () => `This ticket type is not here any more. ${nothing} Reload the page.`,
  TICKETS_NOT_FOUND: () => `The tickets have changed meanwhile. ${nothing} Reload the page.`,
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
      ? `There is no free seat left. ${nothing}`
      : `${typeName(ticketTypeCode)} has no room left. ${nothing} Raise its quota, or choose another type.`,
  NOT_ENOUGH_LEFT: ({ left, ticketTypeCode }, typeName) =>
    `There is room for ${tickets(left)}${ticketTypeCode === null ? "" : ` of ${typeName(ticketTypeCode)}`}. ${nothing}`,
  BOOKING_NOT_FOUND: () => "This booking is not one of this event's.",
  BOOKING_NOT_CONFIRMED: () => `Only a confirmed booking has tickets. ${nothing} Reload the page.`,
  NOTHING_TO_UNDO: () => "There is nothing left to undo. Somebody else may have been here meanwhile; reload the page.",
  ALREADY_CHECKED_IN: () => `Somebody was checked in with one of its tickets. ${nothing}`,
  CANCELLATION_CLOSED: () => `It is too late to cancel. ${nothing}`,
};

/** Which field a refusal is about, where it is about one. */
const fields: Partial<Record<Code, string>> = {
  ALREADY_BOOKED: "email",
  GUEST_REFUSED: "email",
  TICKET_TYPE_NOT_FOUND: "ticketTypeCode",
  OWED_TO_WAITLIST: "quantity",
  NOT_ENOUGH_LEFT: "quantity",
};

export function refusalOf<C extends Code>(
  refusal: RefusalOf[C] & { code: C },
  ticketTypes: { code: string; name: string }[] = [],
): ActionFailure<C> {
  const typeName = (code: string) => ticketTypes.find((type) => type.code === code)?.name ?? "This ticket type";
  const message = words[refusal.code](refusal, typeName);
  const field = fields[refusal.code];
  return failure(refusal.code, message, field ? { fieldErrors: { [field]: message } } : {});
}
