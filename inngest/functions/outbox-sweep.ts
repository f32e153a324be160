import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { relayUndispatched } from "@/lib/outbox/relay";

/** What is not done by then is left for the next minute: a function has only so long to answer. */
const BUDGET_MS = 30_000;

/** Sends what a request committed and could not hand over. */
export const outboxSweep = inngest.createFunction(
  { id: "outbox-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) => step.run("relay", () => relayUndispatched(Date.now() + BUDGET_MS)),
);
