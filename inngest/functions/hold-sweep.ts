import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { overdueHolds } from "@/lib/booking/holds";
import { bookingManager } from "@/lib/booking/manager";

const BATCH = 100;

/** Frees holds whose own expiry was lost. One that is locked right now is left for the next minute. */
export const holdSweep = inngest.createFunction(
  { id: "hold-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) =>
    step.run("expire-overdue", async () => {
      let expired = 0;
      for (const bookingId of await overdueHolds(BATCH)) {
        const result = await bookingManager.expire({ bookingId });
        if (result.ok && result.expired) expired += 1;
      }
      return { expired };
    }),
);
