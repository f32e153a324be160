import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { bookingCancelled, bookingConfirmed, bookingHeld, bookingReleased, waitlistOffered } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { expireHold, readHoldExpiry } from "@/lib/booking/holds";
import { bookingManager } from "@/lib/booking/manager";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";

/** A hold lasts longer once its owner begins to pay; then the run sleeps again. */
const MAX_ROUNDS = 3;

/** Ends a hold or an offer when it expires. `expireHold` announces the follow-up events. */
export const holdExpiry = inngest.createFunction(
  {
    id: "hold-expiry",
    triggers: [bookingHeld, waitlistOffered],
    retries: WORK_RETRIES,
    cancelOn: [
      { event: bookingConfirmed, match: "data.bookingId" },
      { event: bookingReleased, match: "data.bookingId" },
      { event: bookingCancelled, match: "data.bookingId" },
    ],
  },
  async ({ event, step }) => {
    const { bookingId } = event.data;
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
      // The first round has the names of runs that began before there were more.
      const name = (of: string) => (round === 1 ? of : `${of}-${round}`);
      const until = await step.run(name("read-hold"), () => readHoldExpiry(bookingId));
      if (!until) return { expired: false };
      await step.sleepUntil(name("until-it-runs-out"), until);
      const { expired, isExtended } = await step.run(name("expire"), () => expire(bookingId, new Date(until)));
      if (!isExtended) return { expired };
    }
    return { expired: false };
  },
);

/** `isExtended`: it has become longer since `until` was read. */
async function expire(bookingId: number, until: Date): Promise<{ expired: boolean; isExtended: boolean }> {
  const result = await expireHold(bookingManager, { bookingId });
  if (!result.ok) throw new RetryAfterError(`Booking ${bookingId} could not be expired: ${result.code}`, "5s");
  const { expired, expiresAt, paying } = result;
  if (expired || !expiresAt) return { expired, isExtended: false };
  if (expiresAt > until && expiresAt > new Date()) return { expired, isExtended: true };
  const provider = paymentProvider();
  // The payment is ended at the provider first. Whatever is not settled then is left to the payment sweep.
  if (paying && provider) await settleBooking({ manager: bookingManager, provider }, paying);
  return { expired, isExtended: false };
}
