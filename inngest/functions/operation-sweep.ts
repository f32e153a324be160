import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { operationStarted } from "@/inngest/events";
import { findStalledOperations } from "@/lib/operations/operation";

/** Resumes operations whose run was lost, or used up its retries while the database was down. */
export const operationSweep = inngest.createFunction(
  { id: "operation-sweep", triggers: [cron("*/10 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const stalled = await step.run("find-stalled", () => findStalledOperations());
    if (stalled.length === 0) return { operations: 0 };
    await step.sendEvent(
      "go-on",
      stalled.map((operationId) => operationStarted.create({ operationId, settled: "yes" })),
    );
    return { operations: stalled.length };
  },
);
