import { inngest } from "@/inngest/client";
import { functionFailed } from "@/inngest/events";
import { recordFailedRun } from "@/lib/admin/record-failed-run";

/** Writes down every run that gave up. Inngest says so of this one, too, which is for its own dashboard to tell. */
export const failedRun = inngest.createFunction(
  { id: "failed-run", triggers: [functionFailed], concurrency: 1, retries: 3 },
  ({ event, step }) =>
    step.run("record", async () => {
      if (event.data.event.name === functionFailed.name) return { recorded: false };
      await recordFailedRun(event.data);
      return { recorded: true };
    }),
);
