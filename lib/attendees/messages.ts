import type { AddGuestResult, CancelResult, ChangeTicketTypeResult } from "@/lib/booking/results";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { attendeeFailures as texts } from "@/texts/attendees";

type BookingFailure = Extract<AddGuestResult | CancelResult | ChangeTicketTypeResult, { ok: false }>;
type FailureCode = BookingFailure["code"];
type FailureByCode = { [C in FailureCode]: Extract<BookingFailure, { code: C }> };

/** What an organizer is told; for attendees see lib/checkout/messages.ts. */
const failureMessages: {
  [C in FailureCode]: (refusal: FailureByCode[C], typeName: (code: string) => string) => string;
} = {
  BOOKING_IN_PROGRESS: () => texts.inProgress,
  BUSY: () => texts.busy,
  UNKNOWN: () => texts.unknown,
  EVENT_NOT_FOUND: () => texts.eventNotFound,
  EVENT_IS_DRAFT: () => texts.draft,
  EVENT_CANCELLED: () => texts.cancelled,
  EVENT_OVER: () => texts.over,
  TICKET_TYPE_NOT_FOUND: () => texts.typeNotFound,
  TICKETS_NOT_FOUND: () => texts.ticketsNotFound,
  NO_TICKETS: () => texts.noTickets,
  GUEST_REFUSED: () => texts.guestRefused,
  ALREADY_BOOKED: ({ reference, status }) =>
    status === "confirmed" ? texts.alreadyBooked(reference) : texts.alreadyHolding(reference),
  IDEMPOTENCY_KEY_REUSED: () => texts.outdated,
  RESERVED_FOR_WAITLIST: ({ left, reserved }) => texts.reserved(left, reserved),
  SOLD_OUT: ({ ticketTypeCode }, typeName) =>
    ticketTypeCode === null ? texts.soldOut : texts.typeSoldOut(typeName(ticketTypeCode)),
  NOT_ENOUGH_LEFT: ({ left, ticketTypeCode }, typeName) =>
    ticketTypeCode === null ? texts.notEnough(left) : texts.notEnoughOfType(left, typeName(ticketTypeCode)),
  BOOKING_NOT_FOUND: () => texts.bookingNotFound,
  BOOKING_NOT_CONFIRMED: () => texts.notConfirmed,
  NOTHING_TO_UNDO: () => texts.nothingToUndo,
  ALREADY_CHECKED_IN: () => texts.checkedIn,
  CANCELLATION_CLOSED: () => texts.tooLateToCancel,
};

/** The form field that a refusal is about, if any. */
const failureFields: Partial<Record<FailureCode, string>> = {
  ALREADY_BOOKED: "email",
  GUEST_REFUSED: "email",
  TICKET_TYPE_NOT_FOUND: "ticketTypeCode",
  RESERVED_FOR_WAITLIST: "quantity",
  NOT_ENOUGH_LEFT: "quantity",
};

export function attendeeFailure<C extends FailureCode>(
  refusal: FailureByCode[C] & { code: C },
  ticketTypes: { code: string; name: string }[] = [],
): ActionFailure<C> {
  const typeName = (code: string) => ticketTypes.find((type) => type.code === code)?.name ?? texts.thisType;
  const message = failureMessages[refusal.code](refusal, typeName);
  const field = failureFields[refusal.code];
  return failure(refusal.code, message, field ? { fieldErrors: { [field]: message } } : {});
}
