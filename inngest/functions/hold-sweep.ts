import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { expireOverdueHolds } from "@/lib/booking/expire-overdue-holds";

/** Functions have a time limit. The next run continues. */
const BUDGET_MS = 30_000;

/** Ends overdue holds whose expiry run was lost. */
export const holdSweep = inngest.createFunction(
  { id: "hold-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) => step.run("expire-overdue", () => expireOverdueHolds(Date.now() + BUDGET_MS)),
);
