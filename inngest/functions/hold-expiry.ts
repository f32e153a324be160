import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { bookingCancelled, bookingConfirmed, bookingHeld, bookingReleased, waitlistOffered } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { expireHold, readHoldExpiry } from "@/lib/booking/holds";
import { bookingManager } from "@/lib/booking/manager";

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
    const until = await step.run("read-hold", () => readHoldExpiry(bookingId));
    if (!until) return { expired: false };
    await step.sleepUntil("until-it-runs-out", until);
    return step.run("expire", async () => {
      const result = await expireHold(bookingManager, { bookingId });
      if (!result.ok) throw new RetryAfterError(`Booking ${bookingId} could not be expired: ${result.code}`, "5s");
      return { expired: result.expired };
    });
  },
);
