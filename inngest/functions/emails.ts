import type { EventType } from "inngest";
import type { z } from "zod";
import { inngest } from "@/inngest/client";
import {
  accountTokenIssued,
  bookingCancelled,
  bookingConfirmed,
  bookingEmailResendRequested,
  emailDue,
  paymentRefused,
  teamInvited,
  waitlistConverted,
  waitlistJoined,
  waitlistOfferExpired,
  waitlistOffered,
  waitlistTypeClosed,
} from "@/inngest/events";
import { EMAIL_RETRIES } from "@/inngest/retries";
import { emailToResend } from "@/lib/attendees/resend";
import { type EmailKey, parseEmailKey, paymentEmailId } from "@/lib/notifications/compose";
import { sendEmail } from "@/lib/notifications/send";

type Key = EmailKey | null;

/** Throttled, so that the emails of a large event don't delay booking confirmations. */
const bulkThrottle = { throttle: { limit: 20, period: "1s", burst: 20 } } as const;

/** The email of each event. Stable ids: Inngest identifies sleeping and failed runs by them. */
export const emails = [
  createEmailFunction("account-mail", accountTokenIssued, (data) => `account-link:${data.tokenId}`),
  createEmailFunction("booking-cancelled-mail", bookingCancelled, (data) => `booking-cancelled:${data.bookingId}`),
  createEmailFunction("booking-confirmed-mail", bookingConfirmed, (data) => `booking-confirmed:${data.bookingId}`),
  createEmailFunction("booking-mail-again", bookingEmailResendRequested, (data) =>
    emailToResend(data.bookingId, data.version),
  ),
  createEmailFunction("notice-mail", emailDue, (data) => parseEmailKey(data.key), bulkThrottle),
  createEmailFunction("payment-refused-mail", paymentRefused, (data) => `payment-refused:${paymentEmailId(data)}`),
  createEmailFunction(
    "team-invitation-mail",
    teamInvited,
    (data) => `team-invitation:${data.invitationId}:${data.version}`,
  ),
  createEmailFunction("waitlist-converted-mail", waitlistConverted, (data) => `waitlist-converted:${data.bookingId}`),
  createEmailFunction("waitlist-joined-mail", waitlistJoined, (data) => `waitlist-joined:${data.entryId}`),
  createEmailFunction(
    "waitlist-offer-expired-mail",
    waitlistOfferExpired,
    (data) => `waitlist-offer-expired:${data.entryId}`,
  ),
  createEmailFunction("waitlist-offer-mail", waitlistOffered, (data) => `waitlist-offer:${data.bookingId}`),
  createEmailFunction(
    "waitlist-type-closed-mail",
    waitlistTypeClosed,
    (data) => `waitlist-type-closed:${data.entryId}:${data.closedAt}`,
  ),
];

function createEmailFunction<Name extends string, Data extends Record<string, unknown>>(
  id: string,
  event: EventType<Name, z.ZodType<Data, Data>>,
  keyOf: (data: Data) => Key | Promise<Key>,
  limits: Partial<typeof bulkThrottle> = {},
) {
  return inngest.createFunction(
    { id, triggers: [event], retries: EMAIL_RETRIES, ...limits },
    ({ event: { data }, step }) =>
      step.run("send", async () => {
        const key = await keyOf(data as Data);
        return key ? sendEmail(key) : ({ ok: false, code: "NOT_FOUND" } as const);
      }),
  );
}
