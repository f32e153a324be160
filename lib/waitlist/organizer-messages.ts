import { waitlistRefusals, waitlistResults } from "@/texts/organizer-waitlist";
import type { ConvertResult, OfferManuallyResult } from "./results";

type RunSuccess = Extract<ConvertResult, { ok: true }>;
type OfferSuccess = Extract<OfferManuallyResult, { ok: true }>;
type Refusal = Extract<ConvertResult | OfferManuallyResult, { ok: false }>;

export function runMessageFor({ converted, offered, skipped, asked, releasedToPublic, more }: RunSuccess): string {
  const sentences = [
    converted > 0 ? waitlistResults.booked(converted) : "",
    offered > 0 ? waitlistResults.offered(offered) : "",
    skipped > 0 ? waitlistResults.skipped(skipped) : "",
    asked > 0 ? waitlistResults.asked(asked) : "",
    releasedToPublic > 0 ? waitlistResults.released(releasedToPublic) : "",
    more ? waitlistResults.more : "",
  ].filter(Boolean);
  return sentences.join(" ") || waitlistResults.nothing;
}

export function offerMessageFor({ outcome, seats, asked, passedBy }: OfferSuccess): string {
  const { manualBooked, manualOffered, fewer } = waitlistResults;
  return [
    outcome === "converted" ? manualBooked(seats) : manualOffered(seats),
    seats < asked ? fewer(asked) : "",
    passedBy > 0 ? waitlistResults.passedBy(passedBy) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const refusalMessages: { [Code in Refusal["code"]]: (refusal: Extract<Refusal, { code: Code }>) => string } = {
  BOOKING_IN_PROGRESS: () => waitlistRefusals.inProgress,
  BUSY: () => waitlistRefusals.busy,
  UNKNOWN: () => waitlistRefusals.unknown,
  EVENT_NOT_FOUND: () => waitlistRefusals.eventNotFound,
  EVENT_CLOSED: () => waitlistRefusals.closed,
  NOT_WAITING: () => waitlistRefusals.notWaiting,
  ACCOUNT_CLOSED: () => waitlistRefusals.accountClosed,
  HAS_BOOKING: () => waitlistRefusals.hasBooking,
  NOTHING_FREE: () => waitlistRefusals.nothingAvailable,
  DOES_NOT_FIT: ({ reason }) => waitlistRefusals.doesNotFit(reason),
};

export function refusalMessageFor<Code extends Refusal["code"]>(
  refusal: Extract<Refusal, { code: Code }> & { code: Code },
) {
  return refusalMessages[refusal.code](refusal);
}
