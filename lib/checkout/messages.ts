import type { AdmissionRefusal } from "@/lib/booking/results";
import { unreachableRefusal } from "@/lib/inventory/results";
import { formatInstant } from "@/lib/time/format";
import { type AnyRefusal, type CheckoutFailure, noTicketsChosen, type RefusalCode } from "./action-state";
import { checkedInMessage } from "./cancellation-messages";

export type RefusalMessage = {
  title: string;
  text: string;
  /** Where to go next; without it, the form that was sent is the place to go on. */
  next?: { label: string; href: string };
};

export type AttemptedStep = "reserve" | "confirm" | "cancel" | "join" | "change-wish" | "leave" | "organize";

/** What was being done, and the names a message may need. */
export type MessageContext = {
  doing: AttemptedStep;
  /** The event's zone: every time is told in it. */
  timeZone: string;
  /** The event's page. */
  eventPath: string;
  ticketTypes?: { code: string; name: string }[];
  /** What was chosen, as `?tickets=` carries it. */
  choice?: string;
};

type RefusalOf = { [Code in RefusalCode]: Extract<AnyRefusal, { code: Code }> };

/** What is true after a refusal that says nothing about the booking itself. */
const unchangedMessages: Record<AttemptedStep, string> = {
  reserve: "Nothing was booked.",
  confirm: "Your tickets are still held.",
  cancel: "Your booking is unchanged.",
  join: "You are not on the waitlist yet.",
  "change-wish": "Your place on the waitlist is unchanged.",
  leave: "You are still on the waitlist.",
  organize: "Nothing was changed.",
};

/** What is true where nobody knows whether the first attempt was done. */
const retryMessages: Record<AttemptedStep, string> = {
  reserve: "if your tickets are held already, you get those, and are not booked twice.",
  confirm: "if your booking is confirmed already, you get that one, and are not booked twice.",
  cancel: "if it is done already, nothing more happens.",
  join: "if you are on the waitlist already, you keep your place.",
  "change-wish": "if it is changed already, nothing more happens.",
  leave: "if you left already, nothing more happens.",
  organize: "if it is done already, nothing more happens.",
};

const browseLink = { label: "Find another event", href: "/events" };
const eventPageLink = ({ eventPath }: MessageContext) => ({ label: "Back to the event", href: eventPath });

function typeName(code: string | null, { ticketTypes }: MessageContext) {
  return ticketTypes?.find((type) => type.code === code)?.name ?? null;
}

const formatWait = (seconds: number) => (seconds === 1 ? "a second" : `${seconds} seconds`);

const waitlistHint = (isEnabled: boolean) =>
  isEnabled ? " Join the waitlist: tickets that come free go to it first." : "";

const admissionTitles: Record<AdmissionRefusal["reason"], string> = {
  none: "There is a queue for these tickets",
  used: "This turn has been used",
  over: "Your turn has run out",
};

const refusalMessages: {
  [Code in RefusalCode]: (refusal: RefusalOf[Code], context: MessageContext) => RefusalMessage;
} = {
  BOOKING_IN_PROGRESS: () => ({
    title: "Your last request is still running",
    text: "Give it a few seconds, then try again. You will not be booked twice.",
  }),
  // An earlier attempt may have been done without an answer: this says what this one did.
  BUSY: ({ retryAfterSeconds }) => ({
    title: "We could not get to it in time",
    text: `This attempt changed nothing. Please try again in ${formatWait(retryAfterSeconds)}.`,
  }),
  UNKNOWN: (_, { doing }) => ({
    title: "We can't tell yet whether that worked",
    text: `The answer took too long. Please try again: ${retryMessages[doing]}`,
  }),
  ADMISSION_NEEDED: ({ reason }, { doing, eventPath, choice }) => ({
    title: admissionTitles[reason],
    text: `${unchangedMessages[doing]} So many people want to come that everybody is let in one after another. Your choice is kept.`,
    next: { label: "Go to the waiting room", href: `${eventPath}/queue${choice ? `?tickets=${choice}` : ""}` },
  }),
  TOO_MANY_REQUESTS: ({ retryAfterSeconds }, { doing }) => ({
    title: "That was too often in a short time",
    text: `${unchangedMessages[doing]} You can try again in ${formatWait(retryAfterSeconds)}.`,
  }),
  EVENT_NOT_FOUND: () => ({
    title: "This event is not here any more",
    text: "The organizer may have taken it down. Nothing was booked.",
    next: browseLink,
  }),
  EVENT_CANCELLED: () => ({
    title: "This event was cancelled",
    text: "The organizer cancelled it, so there are no tickets to book.",
    next: browseLink,
  }),
  EVENT_STARTED: () => ({
    title: "This event has started",
    text: "Tickets are sold here until it starts. Nothing was booked.",
    next: browseLink,
  }),
  EVENT_ENDED: () => ({
    title: "This event is over",
    text: "Tickets are no longer sold. Nothing was booked.",
    next: browseLink,
  }),
  SALES_NOT_STARTED: ({ startsAt }, { timeZone }) => ({
    title: "Sales have not opened yet",
    text: `They open on ${formatInstant(startsAt, timeZone)}. This page opens by itself.`,
  }),
  SALES_CLOSED: ({ closedAt }, { timeZone }) => ({
    title: "Sales have closed",
    text: `They closed on ${formatInstant(closedAt, timeZone)}. Nothing was booked.`,
    next: browseLink,
  }),
  TICKET_TYPE_NOT_FOUND: (_, context) => ({
    title: "The tickets have changed",
    text: "The organizer changed what is on sale. Reload the page and choose again.",
    next: eventPageLink(context),
  }),
  NOT_WAITING: (_, context) => ({
    title: "You are not on the waitlist",
    text: "You left it, or it was your turn in the meantime. Reload the page to see where you stand.",
    next: eventPageLink(context),
  }),
  TICKET_TYPE_NOT_ON_SALE: ({ ticketTypeCode }, context) => ({
    title: `${typeName(ticketTypeCode, context) ?? "This ticket type"} is not on sale right now`,
    text: "Nothing was booked. Choose another ticket type, or come back when its sale is open.",
  }),
  NO_TICKETS: () => ({ title: noTicketsChosen.title, text: noTicketsChosen.message }),
  TOO_MANY_TICKETS: ({ limit }) => ({
    title: `At most ${limit} ${limit === 1 ? "ticket" : "tickets"} per booking`,
    text: "Choose fewer. Nothing was booked.",
  }),
  ALREADY_BOOKED: ({ reference, status }) =>
    status === "confirmed"
      ? {
          title: "You already have tickets",
          text: "There is one booking per person for each event, and yours is confirmed.",
          next: { label: "View booking", href: `/bookings/${reference}` },
        }
      : {
          title: "You already hold tickets",
          text: "Finish that checkout, or release its tickets to choose again.",
          next: { label: "Continue checkout", href: `/checkout/${reference}` },
        },
  IDEMPOTENCY_KEY_REUSED: () => ({
    title: "This page was out of date",
    text: "Nothing was booked. Please try again.",
  }),
  SOLD_OUT: ({ ticketTypeCode, waitlistEnabled }, context) => {
    const name = typeName(ticketTypeCode, context);
    return {
      title: name ? `${name} has just sold out` : "Just sold out",
      text: `Somebody else took the last tickets before you. Nothing was booked.${waitlistHint(waitlistEnabled)}`,
    };
  },
  NOT_ENOUGH_LEFT: ({ left, ticketTypeCode, waitlistEnabled }, context) => {
    const name = typeName(ticketTypeCode, context);
    return {
      title: name ? `Only ${left} left of ${name}` : `Only ${left} left`,
      text: `You asked for more than that, so nothing was booked. Choose ${left === 1 ? "one" : `${left} or fewer`}.${
        waitlistEnabled ? " For more, join the waitlist." : ""
      }`,
    };
  },
  BOOKING_NOT_FOUND: () => ({
    title: "We cannot find this booking",
    text: "It may belong to another account. Your own bookings are all in one place.",
    next: { label: "My bookings", href: "/bookings" },
  }),
  BOOKING_CANCELLED: (_, context) => ({
    title: "These tickets were given up",
    text: "They were released or cancelled, perhaps in another tab. Choose again if you still want to come.",
    next: eventPageLink(context),
  }),
  HOLD_EXPIRED: ({ waitlistEnabled }, context) => ({
    title: "Your hold ran out and the tickets are gone",
    text: `They could not be kept for you any longer. Nothing was booked.${waitlistHint(waitlistEnabled)}`,
    next: eventPageLink(context),
  }),
  WRONG_NUMBER_OF_HOLDERS: ({ expected }) => ({
    title: expected === 1 ? "One name is needed" : `${expected} names are needed`,
    text: `Every ticket has a name on it. ${unchangedMessages.confirm}`,
  }),
  ALREADY_CONFIRMED: () => ({
    title: "This booking is confirmed",
    text: "It was confirmed meanwhile, perhaps in another tab. You can still cancel it under My bookings.",
    next: { label: "My bookings", href: "/bookings" },
  }),
  CANCELLATION_CLOSED: ({ closedAt }, { timeZone }) => ({
    title: "It is too late to cancel here",
    text: `This booking could be cancelled until ${formatInstant(closedAt, timeZone)}. It is unchanged, and your tickets are valid. If you can't come, please tell the organizer.`,
  }),
  ALREADY_CHECKED_IN: () => ({
    title: "This booking is in use",
    text: `${checkedInMessage} ${unchangedMessages.cancel}`,
  }),
  CAPACITY_BELOW_SOLD: ({ soldAndHeld }) => ({
    title: `At least ${soldAndHeld} seats are needed`,
    text: "So many are sold or held. Cancel bookings first, or choose a higher capacity.",
  }),
  EVENT_IS_DRAFT: () => ({
    title: "This event is a draft",
    text: "It was never published, so nobody has booked it and there is nobody to tell.",
  }),
  EVENT_OVER: () => ({
    title: "This event is over",
    text: "It has taken place, so there is nothing left to cancel. Its bookings stay as they are.",
  }),
  WAITLIST_DISABLED: () => ({
    title: "This event has no waitlist",
    text: "Tickets that come free go straight back on sale here.",
  }),
  SEATS_AVAILABLE: ({ left }) => ({
    title: left === 1 ? "One ticket is available now" : `${left} tickets are available now`,
    text: "There is no need to wait: reserve them.",
  }),
  EVENT_CLOSED: () => ({
    title: "The waitlist is closed",
    text: "Sales have ended or the event has started, so no more tickets are handed out.",
    next: browseLink,
  }),
};

/** The words for a refusal: what happened, what is true now, and what to do next. */
export function messageFor<Code extends RefusalCode>(
  refusal: RefusalOf[Code] & { code: Code },
  context: MessageContext,
): RefusalMessage {
  return refusalMessages[refusal.code](refusal, context);
}

/** The answer to a step that was understood and refused. */
export function checkoutFailure(refusal: Parameters<typeof messageFor>[0], context: MessageContext): CheckoutFailure {
  const { title, text, next } = messageFor(refusal, context);
  const offersWaitlist = "waitlistEnabled" in refusal && refusal.waitlistEnabled;
  return { ok: false, code: refusal.code, title, message: text, next, offersWaitlist };
}

/** The answer to a step that was not done by its deadline, as the database did not answer, or that may have been done. */
export function lateFailure(wasDone: "unknown" | "no", context: MessageContext): CheckoutFailure {
  return checkoutFailure(wasDone === "unknown" ? { ok: false, code: "UNKNOWN" } : unreachableRefusal, context);
}

/** The answer to a step that was tried too often. */
export const rateLimitFailure =
  (doing: AttemptedStep) =>
  ({ retryInSeconds }: { retryInSeconds: number }) =>
    checkoutFailure(
      { ok: false, code: "TOO_MANY_REQUESTS", retryAfterSeconds: retryInSeconds },
      { doing, timeZone: "UTC", eventPath: "/events" },
    );

/** The words for fields that did not pass. */
export const invalidInputMessage = (title: string) => ({
  title,
  message: "Look at the fields marked below; nothing was lost. If none is, reload the page.",
});
