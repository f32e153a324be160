import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { relayUndispatched } from "@/lib/outbox/relay";

/** Functions have a time limit. The next run continues. */
const BUDGET_MS = 30_000;

/** Sends outbox rows that their request committed but could not send. */
export const outboxSweep = inngest.createFunction(
  { id: "outbox-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) => step.run("relay", () => relayUndispatched(Date.now() + BUDGET_MS)),
);
