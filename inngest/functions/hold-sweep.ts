import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { expireOverdueHolds } from "@/lib/booking/expire-overdue-holds";

/** What is not done by then is left for the next minute: a function has only so long to answer. */
const BUDGET_MS = 30_000;

/** Frees holds whose own expiry was lost. */
export const holdSweep = inngest.createFunction(
  { id: "hold-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) => step.run("expire-overdue", () => expireOverdueHolds(Date.now() + BUDGET_MS)),
);
