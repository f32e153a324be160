import { eventType } from "inngest";
import { z } from "zod";

const booking = z.object({ bookingId: z.number() });
const entry = z.object({ entryId: z.number() });
const event = z.object({ eventId: z.number() });

/** Announcements of the application. They carry ids only: handlers read the present state. */
export const bookingHeld = eventType("booking/held", { schema: booking });
export const bookingConfirmed = eventType("booking/confirmed", { schema: booking });
export const bookingCancelled = eventType("booking/cancelled", { schema: booking });
/** A hold or an offer was released before it expired. */
export const bookingReleased = eventType("booking/released", { schema: booking });
/** An organizer resends a booking's email, as this version. */
export const bookingEmailResendRequested = eventType("booking/mail.asked", {
  schema: booking.extend({ version: z.number() }),
});
export const waitlistJoined = eventType("waitlist/joined", { schema: entry });
export const waitlistOffered = eventType("waitlist/offered", { schema: entry.extend(booking.shape) });
export const waitlistConverted = eventType("waitlist/converted", { schema: entry.extend(booking.shape) });
export const waitlistOfferExpired = eventType("waitlist/offer.expired", { schema: entry });
/** The ticket type of an entry is no longer on sale. */
export const waitlistTypeClosed = eventType("waitlist/type.closed", { schema: entry.extend({ closedAt: z.number() }) });
/** Seats became available that the waitlist may get. */
export const waitlistSeatsFreed = eventType("waitlist/seats.freed", { schema: event });
/** A booking's payments and refunds are to agree with their provider again. */
export const paymentCheckRequested = eventType("payment/check.requested", {
  schema: z.object({ eventId: z.number(), bookingId: z.number() }),
});
/** A buyer's money came too late, or could not be taken: see lib/payments/fulfil.ts. */
export const paymentRefused = eventType("payment/refused", {
  schema: z.object({ eventId: z.number(), paymentId: z.number() }),
});
/** A provider's notification was stored. */
export const providerNotified = eventType("payment/provider.notified", { schema: z.object({ id: z.string() }) });
export const accountTokenIssued = eventType("account/token.issued", { schema: z.object({ tokenId: z.string() }) });

/** Starts or continues an operation. */
export const operationStarted = eventType("operation/started", {
  schema: z.object({ operationId: z.string(), settled: z.literal("yes").optional() }),
});

export const teamInvited = eventType("team/invited", {
  schema: z.object({ invitationId: z.string(), version: z.number() }),
});

/** Inngest's own event for a run that failed on its last attempt. */
export const functionFailed = eventType("inngest/function.failed", {
  schema: z.object({
    function_id: z.string(),
    run_id: z.string(),
    error: z.object({ name: z.string(), message: z.string() }),
    event: z.object({ name: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
  }),
});

/** One of many emails, by its key. Sent directly, not announced through the outbox. */
export const emailDue = eventType("mail/due", { schema: z.object({ key: z.string() }) });

/** A process started with these time zone rules. Sent directly, not announced through the outbox. */
export const clockRulesLoaded = eventType("clock-rules/loaded", { schema: z.object({ rules: z.string() }) });

/** Events that may be written into the outbox. */
export type Announcement =
  | typeof bookingHeld
  | typeof bookingConfirmed
  | typeof bookingCancelled
  | typeof bookingReleased
  | typeof bookingEmailResendRequested
  | typeof waitlistJoined
  | typeof waitlistOffered
  | typeof waitlistConverted
  | typeof waitlistOfferExpired
  | typeof waitlistTypeClosed
  | typeof waitlistSeatsFreed
  | typeof paymentCheckRequested
  | typeof paymentRefused
  | typeof providerNotified
  | typeof accountTokenIssued
  | typeof teamInvited
  | typeof operationStarted;
