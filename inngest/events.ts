import { eventType } from "inngest";
import { z } from "zod";

const booking = z.object({ bookingId: z.number() });
const entry = z.object({ entryId: z.number() });
const event = z.object({ eventId: z.number() });

/** Facts the application announces. They carry ids only: whoever handles one reads the state again. */
export const bookingHeld = eventType("booking/held", { schema: booking });
export const bookingConfirmed = eventType("booking/confirmed", { schema: booking });
export const bookingCancelled = eventType("booking/cancelled", { schema: booking });
/** A hold, or an offer, was given up before it ran out. */
export const bookingReleased = eventType("booking/released", { schema: booking });
/** An organizer wants a booking's mail sent once more, as this version of it. */
export const bookingEmailResendRequested = eventType("booking/mail.asked", {
  schema: booking.extend({ version: z.number() }),
});
export const waitlistJoined = eventType("waitlist/joined", { schema: entry });
export const waitlistOffered = eventType("waitlist/offered", { schema: entry.extend(booking.shape) });
export const waitlistConverted = eventType("waitlist/converted", { schema: entry.extend(booking.shape) });
export const waitlistOfferExpired = eventType("waitlist/offer.expired", { schema: entry });
/** What somebody waits for is no longer sold. */
export const waitlistTypeClosed = eventType("waitlist/type.closed", { schema: entry.extend({ closedAt: z.number() }) });
/** Seats came free that the waitlist may want. */
export const waitlistSeatsFreed = eventType("waitlist/seats.freed", { schema: event });
export const accountTokenIssued = eventType("account/token.issued", { schema: z.object({ tokenId: z.string() }) });

/** Long work for many people waits to be done; also announced to go on with it. */
export const operationStarted = eventType("operation/started", {
  schema: z.object({ operationId: z.string(), settled: z.literal("yes").optional() }),
});

export const teamInvited = eventType("team/invited", {
  schema: z.object({ invitationId: z.string(), version: z.number() }),
});

/** What Inngest itself says when a run gave up. */
export const functionFailed = eventType("inngest/function.failed", {
  schema: z.object({
    function_id: z.string(),
    run_id: z.string(),
    error: z.object({ name: z.string(), message: z.string() }),
    event: z.object({ name: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
  }),
});

/** One mail of many, named by its key: how a notice to everybody who booked is spread out. Not a fact, so not announced. */
export const emailDue = eventType("mail/due", { schema: z.object({ key: z.string() }) });

/** A process has started, with the rules of time zones of its runtime. Not a fact about anything sold, so not announced. */
export const clockRulesLoaded = eventType("clock-rules/loaded", { schema: z.object({ rules: z.string() }) });

/** What may be written into the outbox. */
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
  | typeof accountTokenIssued
  | typeof teamInvited
  | typeof operationStarted;
