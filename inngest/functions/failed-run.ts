import { inngest } from "@/inngest/client";
import { functionFailed } from "@/inngest/events";
import { recordFailedRun } from "@/lib/admin/record-failed-run";

/** Records every failed run, except failures of this function itself, which only Inngest shows. */
export const failedRun = inngest.createFunction(
  { id: "failed-run", triggers: [functionFailed], concurrency: 1, retries: 3 },
  ({ event, step }) =>
    step.run("record", async () => {
      if (event.data.event.name === functionFailed.name) return { recorded: false };
      await recordFailedRun(event.data);
      return { recorded: true };
    }),
);
