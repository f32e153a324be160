import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { overdueHolds } from "@/lib/booking/holds";
import { bookingManager } from "@/lib/booking/manager";
import { log } from "@/lib/log";

const BATCH = 100;
/** What is not done by then is left for the next minute: a function has only so long to answer. */
const BUDGET_MS = 30_000;

/** Frees holds whose own expiry was lost. One that is locked, or fails, does not hold up the others. */
export const holdSweep = inngest.createFunction(
  { id: "hold-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) =>
    step.run("expire-overdue", async () => {
      let expired = 0;
      const deadline = Date.now() + BUDGET_MS;
      for (const bookingId of await overdueHolds(BATCH)) {
        if (Date.now() > deadline) break;
        try {
          const result = await bookingManager.expire({ bookingId });
          if (result.ok && result.expired) expired += 1;
        } catch (error) {
          log.error("hold-sweep.failed", { bookingId, error: error instanceof Error ? error.message : "unknown" });
        }
      }
      return { expired };
    }),
);
