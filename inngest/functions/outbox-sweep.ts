import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { relayOutbox } from "@/lib/outbox/relay";

/** Sends what a request committed and could not hand over. */
export const outboxSweep = inngest.createFunction(
  { id: "outbox-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) => step.run("relay", () => relayOutbox()),
);
