import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { waitlistSeatsFreed } from "@/inngest/events";
import { findEventsToConvert } from "@/lib/waitlist/events-to-convert";

/** Starts conversions whose announcement was lost, or after the sale of a ticket type has closed by time. */
export const waitlistSweep = inngest.createFunction(
  { id: "waitlist-sweep", triggers: [cron("*/5 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const eventIds = await step.run("find-events", () => findEventsToConvert());
    if (eventIds.length === 0) return { events: 0 };
    await step.sendEvent(
      "start-conversions",
      eventIds.map((eventId) => waitlistSeatsFreed.create({ eventId })),
    );
    return { events: eventIds.length };
  },
);
