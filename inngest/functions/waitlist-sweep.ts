import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { waitlistSeatsFreed } from "@/inngest/events";
import { eventsOwingSeats } from "@/lib/waitlist/owed-seats";

/** Starts a conversion for events that owe their waitlist seats, in case the announcement was lost. */
export const waitlistSweep = inngest.createFunction(
  { id: "waitlist-sweep", triggers: [cron("*/5 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const eventIds = await step.run("find-owed-seats", eventsOwingSeats);
    if (eventIds.length === 0) return { events: 0 };
    await step.sendEvent(
      "start-conversions",
      eventIds.map((eventId) => waitlistSeatsFreed.create({ eventId })),
    );
    return { events: eventIds.length };
  },
);
