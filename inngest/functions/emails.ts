import type { EventType } from "inngest";
import type { z } from "zod";
import { inngest } from "@/inngest/client";
import {
  accountTokenIssued,
  bookingCancelled,
  bookingConfirmed,
  bookingMailAsked,
  mailDue,
  teamInvited,
  waitlistConverted,
  waitlistJoined,
  waitlistOfferExpired,
  waitlistOffered,
  waitlistTypeClosed,
} from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { askedMail } from "@/lib/attendees/resend";
import { type MailKey, parseMailKey } from "@/lib/notifications/compose";
import { sendMail } from "@/lib/notifications/send";

type Key = MailKey | null;

/** Throttled, so that a large event's notice does not hold up everybody's confirmations. */
const oneOfMany = { throttle: { limit: 20, period: "1s", burst: 20 } } as const;

/** Which mail each event asks for. The ids are those that Inngest knows sleeping and failed runs by. */
export const emails = [
  email("account-mail", accountTokenIssued, (data) => `account-link:${data.tokenId}`),
  email("booking-cancelled-mail", bookingCancelled, (data) => `booking-cancelled:${data.bookingId}`),
  email("booking-confirmed-mail", bookingConfirmed, (data) => `booking-confirmed:${data.bookingId}`),
  email("booking-mail-again", bookingMailAsked, (data) => askedMail(data.bookingId, data.version)),
  email("notice-mail", mailDue, (data) => parseMailKey(data.key), oneOfMany),
  email("team-invitation-mail", teamInvited, (data) => `team-invitation:${data.invitationId}:${data.version}`),
  email("waitlist-converted-mail", waitlistConverted, (data) => `waitlist-converted:${data.bookingId}`),
  email("waitlist-joined-mail", waitlistJoined, (data) => `waitlist-joined:${data.entryId}`),
  email("waitlist-offer-expired-mail", waitlistOfferExpired, (data) => `waitlist-offer-expired:${data.entryId}`),
  email("waitlist-offer-mail", waitlistOffered, (data) => `waitlist-offer:${data.bookingId}`),
  email(
    "waitlist-type-closed-mail",
    waitlistTypeClosed,
    (data) => `waitlist-type-closed:${data.entryId}:${data.closedAt}`,
  ),
];

function email<Name extends string, Data extends Record<string, unknown>>(
  id: string,
  event: EventType<Name, z.ZodType<Data, Data>>,
  keyOf: (data: Data) => Key | Promise<Key>,
  limits: Partial<typeof oneOfMany> = {},
) {
  return inngest.createFunction(
    { id, triggers: [event], retries: MAIL_RETRIES, ...limits },
    ({ event: { data }, step }) =>
      step.run("send", async () => {
        const key = await keyOf(data as Data);
        return key ? sendMail(key) : ({ ok: false, code: "NOT_FOUND" } as const);
      }),
  );
}
