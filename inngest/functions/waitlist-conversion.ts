import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { waitlistSeatsFreed } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { bookingManager } from "@/lib/booking/manager";
import { convertWaitlist } from "@/lib/waitlist/convert";

/** Not done, or unknown. Repeating a run is safe: it finds nothing left to do. */
const retryableCodes = new Set(["BUSY", "BOOKING_IN_PROGRESS", "UNKNOWN"]);

/** Gives available seats to the waitlist, one run per event at a time. */
export const waitlistConversion = inngest.createFunction(
  {
    id: "waitlist-conversion",
    triggers: [waitlistSeatsFreed],
    retries: WORK_RETRIES,
    concurrency: { limit: 1, key: "event.data.eventId" },
  },
  ({ event, step }) =>
    step.run("convert", async () => {
      const { eventId } = event.data;
      const result = await convertWaitlist(bookingManager, { eventId });
      if (!result.ok && retryableCodes.has(result.code)) {
        throw new RetryAfterError(`The waitlist of event ${eventId} could not be converted: ${result.code}`, "5s");
      }
      return result;
    }),
);
