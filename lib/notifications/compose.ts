import { tokenUrl } from "@/lib/auth/tokens";
import type { Email, EmailAttachment, EmailTemplate } from "@/lib/email/email";
import { isSameTimeAndPlace, operationDetailSchemas } from "@/lib/operations/detail";
import { siteUrl } from "@/lib/site-url";
import { invitationPath } from "@/lib/team/invitation-link";
import { findOpenInvitation } from "@/lib/team/queries";
import { createCalendarAttachment, createQrAttachments } from "./attachments";
import { composeOrganizerMessage } from "./organizer-message";
import {
  type BookingEmailData,
  type EntryEmailData,
  getBookingEmailData,
  getCancellationEmailData,
  getEntryEmailData,
  getTokenEmailData,
} from "./queries/email-data";
import {
  getEventChange,
  getRecipientEmailData,
  type RecipientEmailData,
  wasCancelledWithEvent,
} from "./queries/operations";
import { getRefusedPayment, listOwners } from "./queries/refused-payment";
import { accountLink } from "./templates/account-link";
import { bookingCancelled } from "./templates/booking-cancelled";
import { bookingConfirmed } from "./templates/booking-confirmed";
import { clockKept } from "./templates/clock-kept";
import { eventCancelled } from "./templates/event-cancelled";
import { eventChanged } from "./templates/event-changed";
import { eventReminder } from "./templates/event-reminder";
import { paymentRefused, paymentRefusedTeam } from "./templates/payment-refused";
import { teamInvitation } from "./templates/team-invitation";
import { waitlistClosed } from "./templates/waitlist-closed";
import { waitlistConverted } from "./templates/waitlist-converted";
import { waitlistJoined } from "./templates/waitlist-joined";
import { waitlistOffer } from "./templates/waitlist-offer";
import { waitlistOfferExpired } from "./templates/waitlist-offer-expired";
import { waitlistTypeClosed } from "./templates/waitlist-type-closed";
import { listTypesOnSale } from "./types-on-sale";

/** Why an email is not sent: it would not, or no longer, be true. */
export type EmailSkipReason =
  | "NOT_FOUND"
  | "ACCOUNT_INACTIVE"
  | "BOOKING_NOT_CONFIRMED"
  | "BOOKING_NOT_CANCELLED"
  | "EVENT_CANCELLED"
  | "EVENT_NOT_CANCELLED"
  | "EVENT_STARTED"
  | "EVENT_MOVED"
  | "EVENT_UNCHANGED"
  | "ENTRY_NOT_WAITING"
  | "TYPE_CHOSEN_OR_OPEN"
  | "OFFER_OVER"
  | "OFFER_NOT_EXPIRED"
  | "PAYMENT_NOT_REFUSED"
  | "NOT_AN_OWNER"
  | "LINK_OVER"
  | "OPTED_OUT";

type EmailContent =
  | EmailSkipReason
  | ({ template: EmailTemplate; attachments?: EmailAttachment[] } & Pick<Email, "author" | "replyTo" | "headers">);
export type ComposedEmail = {
  recipient: { name: string; email: string };
  bookingId: number | null;
  eventId: number | null;
} & Exclude<EmailContent, EmailSkipReason>;

type Composer = (id: string, version: string) => Promise<EmailSkipReason | ComposedEmail>;

const composers = {
  "booking-confirmed": composeForBooking(async (booking) => {
    if (booking.status !== "confirmed") return "BOOKING_NOT_CONFIRMED";
    if (booking.event.status === "cancelled") return "EVENT_CANCELLED";
    // Its tickets are made, and this email sent, once the money has been taken.
    if (booking.payment.attempt === "authorized") return "BOOKING_NOT_CONFIRMED";
    return { template: bookingConfirmed(booking), attachments: await createTicketAttachments(booking) };
  }),
  "booking-cancelled": composeForBooking(async (booking) => {
    if (booking.status !== "cancelled") return "BOOKING_NOT_CANCELLED";
    const template = bookingCancelled(booking, await getCancellationEmailData(booking.id));
    return { template, attachments: [createCalendarAttachment(booking)] };
  }),
  "waitlist-converted": composeForBooking(async (booking) => {
    if (booking.status !== "confirmed") return "BOOKING_NOT_CONFIRMED";
    if (booking.event.status === "cancelled") return "EVENT_CANCELLED";
    return { template: waitlistConverted(booking), attachments: await createTicketAttachments(booking) };
  }),
  "waitlist-offer": composeForBooking(async (booking) => {
    const { status, expiresAt } = booking;
    if (status !== "pending" || !expiresAt || expiresAt <= new Date()) return "OFFER_OVER";
    return { template: waitlistOffer({ ...booking, expiresAt }) };
  }),
  "waitlist-joined": composeForEntry((entry) =>
    entry.status === "waiting" ? { template: waitlistJoined(entry) } : "ENTRY_NOT_WAITING",
  ),
  /** Version: the time of closing, so that each closing sends one email. */
  "waitlist-type-closed": composeForEntry(async (entry, closedAt) => {
    if (entry.status !== "waiting") return "ENTRY_NOT_WAITING";
    if (entry.event.status === "cancelled") return "EVENT_CANCELLED";
    if (entry.typeClosedAt?.getTime() !== Number(closedAt)) return "TYPE_CHOSEN_OR_OPEN";
    return { template: waitlistTypeClosed(entry, await listTypesOnSale(entry.event)) };
  }),
  "waitlist-offer-expired": composeForEntry((entry) => {
    if (entry.event.status === "cancelled") return "EVENT_CANCELLED";
    return entry.status === "expired" ? { template: waitlistOfferExpired(entry) } : "OFFER_NOT_EXPIRED";
  }),
  /** Version: the day it starts, so that a postponed event sends another reminder. */
  "event-reminder": composeForBooking(async (booking, startsOn) => {
    if (booking.status !== "confirmed") return "BOOKING_NOT_CONFIRMED";
    if (booking.event.status === "cancelled") return "EVENT_CANCELLED";
    if (booking.event.startsOn !== startsOn) return "EVENT_MOVED";
    if (booking.event.startsAt <= new Date()) return "EVENT_STARTED";
    return { template: eventReminder(booking), attachments: await createQrAttachments(booking.tickets) };
  }),
  /** Version: the operation of the change, so that each change sends one email. */
  "event-changed": composeForBooking(async (booking, operationId) => {
    const { event } = booking;
    if (booking.status !== "confirmed") return "BOOKING_NOT_CONFIRMED";
    if (event.status === "cancelled") return "EVENT_CANCELLED";
    const change = await getEventChange(operationId);
    if (!change || isSameTimeAndPlace(change.from, event)) return "EVENT_UNCHANGED";
    // If a later change was merged into it, it is an ordinary change.
    const template =
      change.keptClock && isSameTimeAndPlace(change.to, event)
        ? clockKept(booking)
        : eventChanged(booking, change.from);
    return { template, attachments: [createCalendarAttachment(booking)] };
  }),
  "event-cancelled": composeForBooking(async (booking) => {
    if (booking.event.status !== "cancelled") return "EVENT_NOT_CANCELLED";
    if (!(await wasCancelledWithEvent(booking.id))) return "BOOKING_NOT_CONFIRMED";
    return { template: eventCancelled(booking), attachments: [createCalendarAttachment(booking)] };
  }),
  /** Id: the event and the payment. */
  "payment-refused": async (id) => {
    const payment = await getRefusedPayment(parsePaymentId(id));
    if (!payment) return "PAYMENT_NOT_REFUSED";
    const compose = composeForBooking(async () => ({ template: paymentRefused(payment) }));
    return compose(String(payment.bookingId), "");
  },
  /** The same to an owner of the event's team, whose user id is the version. */
  "payment-refused-team": async (id, userId) => {
    const payment = await getRefusedPayment(parsePaymentId(id));
    if (!payment) return "PAYMENT_NOT_REFUSED";
    const owner = (await listOwners(payment.event.id)).find((one) => one.userId === Number(userId));
    if (!owner) return "NOT_AN_OWNER";
    if (!owner.isActive) return "ACCOUNT_INACTIVE";
    return { recipient: owner, bookingId: null, eventId: payment.event.id, template: paymentRefusedTeam(payment) };
  },
  "waitlist-closed": composeForOperation(({ event }) =>
    event.status === "cancelled" ? { template: waitlistClosed(event) } : "EVENT_NOT_CANCELLED",
  ),
  message: composeForOperation((data) => {
    if (data.optedOutAt) return "OPTED_OUT";
    return composeOrganizerMessage(data, operationDetailSchemas.message.parse(data.detail));
  }),
  /** Version: the time of expiry, which a resend changes. */
  "team-invitation": async (id, version) => {
    const invitation = await findOpenInvitation(id);
    if (!invitation || String(invitation.expiresAt.getTime()) !== version) return "LINK_OVER";
    return {
      recipient: { name: "", email: invitation.email },
      bookingId: null,
      eventId: null,
      template: teamInvitation(invitation, siteUrl(invitationPath(id))),
    };
  },
  "account-link": async (tokenId) => {
    const token = await getTokenEmailData(tokenId);
    if (!token) return "NOT_FOUND";
    if (!token.recipient.isActive) return "ACCOUNT_INACTIVE";
    if (token.usedAt || token.expiresAt <= new Date()) return "LINK_OVER";
    return {
      recipient: token.recipient,
      bookingId: null,
      eventId: null,
      template: accountLink(token, tokenUrl(token)),
    };
  },
} satisfies Record<string, Composer>;

type EmailKind = keyof typeof composers;

/** The permanent key of one email: its kind, the id of its subject, and a version if there can be several. */
export type EmailKey = `${EmailKind}:${string | number}`;

export function parseEmailKey(key: string): EmailKey {
  const kind = key.split(":", 1)[0] ?? "";
  if (!Object.hasOwn(composers, kind)) throw new Error(`No email has the key ${key}`);
  return key as EmailKey;
}

/** Composes the email of `key` from the present state, or tells why it is not sent. */
export function composeEmail(key: EmailKey): Promise<EmailSkipReason | ComposedEmail> {
  const [kind = "", id = "", version = ""] = key.split(":");
  const composer: Composer = composers[kind as EmailKind];
  return composer(id, version);
}

/** The id of the emails about a payment: its key starts with its event. */
export const paymentEmailId = ({ eventId, paymentId }: { eventId: number; paymentId: number }) =>
  `${eventId}-${paymentId}`;

function parsePaymentId(id: string) {
  const [eventId = 0, paymentId = 0] = id.split("-").map(Number);
  return { eventId, paymentId };
}

function composeForBooking(compose: (booking: BookingEmailData, version: string) => Promise<EmailContent>): Composer {
  return async (id, version) => {
    const booking = await getBookingEmailData(Number(id));
    if (!booking) return "NOT_FOUND";
    if (!booking.recipient.isActive) return "ACCOUNT_INACTIVE";
    const content = await compose(booking, version);
    if (typeof content === "string") return content;
    return { ...content, recipient: booking.recipient, bookingId: booking.id, eventId: booking.event.id };
  };
}

function composeForEntry(
  compose: (entry: EntryEmailData, version: string) => EmailContent | Promise<EmailContent>,
): Composer {
  return async (id, version) => {
    const entry = await getEntryEmailData(Number(id));
    if (!entry) return "NOT_FOUND";
    if (!entry.recipient.isActive) return "ACCOUNT_INACTIVE";
    const content = await compose(entry, version);
    if (typeof content === "string") return content;
    return { ...content, recipient: entry.recipient, bookingId: null, eventId: entry.event.id };
  };
}

/** Id: the operation; version: the recipient. */
function composeForOperation(compose: (data: RecipientEmailData) => EmailContent): Composer {
  return async (operationId, userId) => {
    const data = await getRecipientEmailData(operationId, Number(userId));
    if (!data) return "NOT_FOUND";
    if (!data.recipient.isActive) return "ACCOUNT_INACTIVE";
    const content = compose(data);
    if (typeof content === "string") return content;
    return { ...content, recipient: data.recipient, bookingId: data.bookingId, eventId: data.event.id };
  };
}

async function createTicketAttachments(booking: BookingEmailData) {
  return [...(await createQrAttachments(booking.tickets)), createCalendarAttachment(booking)];
}
