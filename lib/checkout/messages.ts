import type { AdmissionRefusal } from "@/lib/booking/results";
import { unreachableRefusal } from "@/lib/inventory/results";
import { formatInstant, formatInstantForNow } from "@/lib/time/format";
import { invalidInput, links, refusals, type unchanged } from "@/texts/booking-results";
import type { AnyRefusal, CheckoutFailure, RefusalCode } from "./action-state";

export type RefusalMessage = {
  title: string;
  text: string;
  /** Where to continue; without it, the form can be sent again. */
  next?: { label: string; href: string };
};

export type AttemptedStep = keyof typeof unchanged;

/** The step that was attempted, and the names a message may need. */
export type MessageContext = {
  doing: AttemptedStep;
  /** The event's zone: every time is shown in it. */
  timeZone: string;
  /** The event's page. */
  eventPath: string;
  ticketTypes?: { code: string; name: string }[];
  /** The chosen tickets, as `?tickets=` carries them. */
  choice?: string;
};

type RefusalOf = { [Code in RefusalCode]: Extract<AnyRefusal, { code: Code }> };

const browseLink = { label: links.findEvent, href: "/events" };
const myBookingsLink = { label: links.myBookings, href: "/bookings" };
const eventPageLink = ({ eventPath }: MessageContext) => ({ label: links.backToEvent, href: eventPath });

function typeName(code: string | null, { ticketTypes }: MessageContext) {
  return ticketTypes?.find((type) => type.code === code)?.name ?? null;
}

const withWaitlist = ({ text, waitlist }: { text: string; waitlist: string }, isEnabled: boolean) =>
  isEnabled ? `${text} ${waitlist}` : text;

const refusalMessages: {
  [Code in RefusalCode]: (refusal: RefusalOf[Code], context: MessageContext) => RefusalMessage;
} = {
  BOOKING_IN_PROGRESS: () => refusals.bookingInProgress,
  // An earlier attempt may have been done without an answer, so the message is only about this attempt.
  BUSY: ({ retryAfterSeconds }, { doing }) => ({
    title: refusals.busy.title,
    text: refusals.busy.text(doing, retryAfterSeconds),
  }),
  UNKNOWN: (_, { doing }) => ({ title: refusals.unknown.title, text: refusals.unknown.text(doing) }),
  ADMISSION_NEEDED: ({ reason }, { doing, eventPath, choice }) => ({
    title: refusals.admissionNeeded.titles[reason satisfies AdmissionRefusal["reason"]],
    text: refusals.admissionNeeded.text(doing),
    next: { label: links.waitingRoom, href: `${eventPath}/queue${choice ? `?tickets=${choice}` : ""}` },
  }),
  TOO_MANY_REQUESTS: ({ retryAfterSeconds }, { doing }) => ({
    title: refusals.tooManyRequests.title,
    text: refusals.tooManyRequests.text(doing, retryAfterSeconds),
  }),
  EVENT_NOT_FOUND: () => ({ ...refusals.eventNotFound, next: browseLink }),
  EVENT_CANCELLED: () => ({ ...refusals.eventCancelled, next: browseLink }),
  EVENT_STARTED: () => ({ ...refusals.eventStarted, next: browseLink }),
  EVENT_ENDED: () => ({ ...refusals.eventEnded, next: browseLink }),
  SALES_NOT_STARTED: ({ startsAt }, { timeZone }) => ({
    title: refusals.salesNotStarted.title,
    text: refusals.salesNotStarted.text(formatInstant(startsAt, timeZone)),
  }),
  SALES_CLOSED: ({ closedAt }, { timeZone }) => ({
    title: refusals.salesClosed.title,
    text: refusals.salesClosed.text(formatInstant(closedAt, timeZone)),
    next: browseLink,
  }),
  TICKET_TYPE_NOT_FOUND: (_, context) => ({ ...refusals.ticketTypeNotFound, next: eventPageLink(context) }),
  NOT_WAITING: (_, context) => ({ ...refusals.notWaiting, next: eventPageLink(context) }),
  TICKET_TYPE_NOT_ON_SALE: ({ ticketTypeCode }, context) => {
    const name = typeName(ticketTypeCode, context);
    const { title, titleOf, text } = refusals.ticketTypeNotOnSale;
    return { title: name ? titleOf(name) : title, text };
  },
  NO_TICKETS: () => refusals.noTickets,
  TOO_MANY_TICKETS: ({ limit }) => ({
    title: refusals.tooManyTickets.title(limit),
    text: refusals.tooManyTickets.text,
  }),
  ALREADY_BOOKED: ({ reference, status }) =>
    status === "confirmed"
      ? { ...refusals.alreadyBooked, next: { label: links.viewBooking, href: `/bookings/${reference}` } }
      : { ...refusals.alreadyHeld, next: { label: links.continueCheckout, href: `/checkout/${reference}` } },
  IDEMPOTENCY_KEY_REUSED: () => refusals.idempotencyKeyReused,
  SOLD_OUT: ({ ticketTypeCode, waitlistEnabled }, context) => {
    const name = typeName(ticketTypeCode, context);
    const { title, titleOf } = refusals.soldOut;
    return { title: name ? titleOf(name) : title, text: withWaitlist(refusals.soldOut, waitlistEnabled) };
  },
  NOT_ENOUGH_LEFT: ({ left, ticketTypeCode, waitlistEnabled }, context) => {
    const name = typeName(ticketTypeCode, context);
    const { title, titleOf, text, waitlist } = refusals.notEnoughLeft;
    return {
      title: name ? titleOf(left, name) : title(left),
      text: withWaitlist({ text: text(left), waitlist }, waitlistEnabled),
    };
  },
  BOOKING_NOT_FOUND: () => ({ ...refusals.bookingNotFound, next: myBookingsLink }),
  BOOKING_CANCELLED: (_, context) => ({ ...refusals.bookingCancelled, next: eventPageLink(context) }),
  HOLD_EXPIRED: ({ waitlistEnabled }, context) => ({
    title: refusals.holdExpired.title,
    text: withWaitlist(refusals.holdExpired, waitlistEnabled),
    next: eventPageLink(context),
  }),
  WRONG_NUMBER_OF_HOLDERS: ({ expected }) => ({
    title: refusals.wrongNumberOfHolders.title(expected),
    text: refusals.wrongNumberOfHolders.text,
  }),
  PAYMENT_NEEDED: () => refusals.paymentNeeded,
  PAYMENT_UNAVAILABLE: () => refusals.paymentUnavailable,
  NOTHING_TO_PAY: () => refusals.nothingToPay,
  ALREADY_CONFIRMED: () => ({ ...refusals.alreadyConfirmed, next: myBookingsLink }),
  CANCELLATION_CLOSED: ({ closedAt }, { timeZone }) => ({
    title: refusals.cancellationClosed.title,
    text: refusals.cancellationClosed.text(formatInstantForNow(closedAt, timeZone)),
  }),
  ALREADY_CHECKED_IN: () => refusals.alreadyCheckedIn,
  CAPACITY_BELOW_SOLD: ({ soldAndHeld }) => ({
    title: refusals.capacityBelowSold.title(soldAndHeld),
    text: refusals.capacityBelowSold.text,
  }),
  EVENT_IS_DRAFT: () => refusals.eventIsDraft,
  EVENT_OVER: () => refusals.eventOver,
  WAITLIST_DISABLED: () => refusals.waitlistDisabled,
  SEATS_AVAILABLE: ({ left }) => ({
    title: refusals.seatsAvailable.title(left),
    text: refusals.seatsAvailable.text,
  }),
  EVENT_CLOSED: () => ({ ...refusals.eventClosed, next: browseLink }),
};

/** What happened, what is true now, and what to do next. */
export function messageFor<Code extends RefusalCode>(
  refusal: RefusalOf[Code] & { code: Code },
  context: MessageContext,
): RefusalMessage {
  return refusalMessages[refusal.code](refusal, context);
}

/** The answer to a refused step. */
export function checkoutFailure(refusal: Parameters<typeof messageFor>[0], context: MessageContext): CheckoutFailure {
  const { title, text, next } = messageFor(refusal, context);
  const offersWaitlist = "waitlistEnabled" in refusal && refusal.waitlistEnabled;
  return { ok: false, code: refusal.code, title, message: text, next, offersWaitlist };
}

/** The answer to a step that reached its deadline. `wasDone` is unknown once the database has been asked to commit. */
export function lateFailure(wasDone: "unknown" | "no", context: MessageContext): CheckoutFailure {
  return checkoutFailure(wasDone === "unknown" ? { ok: false, code: "UNKNOWN" } : unreachableRefusal, context);
}

/** The answer to a rate-limited step. */
export const rateLimitFailure =
  (doing: AttemptedStep) =>
  ({ retryInSeconds }: { retryInSeconds: number }) =>
    checkoutFailure(
      { ok: false, code: "TOO_MANY_REQUESTS", retryAfterSeconds: retryInSeconds },
      { doing, timeZone: "UTC", eventPath: "/events" },
    );

/** The message above fields that failed validation. */
export const invalidInputMessage = (title: string) => ({ title, message: invalidInput.text });
