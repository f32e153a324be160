import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { EmailRejectedError } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import { parseEmailKey } from "@/lib/notifications/compose";
import { takeUnsentEmails } from "@/lib/notifications/due";
import { sendEmail } from "@/lib/notifications/send";

/** Handed over together, as many at a time as the mail transport has connections: soon enough for a function to answer. */
const BATCH_SIZE = 25;

/** Tries mails again whose sender died with the claim or ran out of retries, for as long as they are news. */
export const emailSweep = inngest.createFunction(
  { id: "mail-sweep", triggers: [cron("*/10 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const keys = await step.run("take-unsent", () => takeUnsentEmails(BATCH_SIZE));
    return step.run("send", async () => {
      const results = await Promise.allSettled(keys.map(async (key) => sendEmail(parseEmailKey(key))));
      for (const [at, result] of results.entries()) {
        // What the mail server did not take was logged there.
        if (result.status === "fulfilled" || result.reason instanceof EmailRejectedError) continue;
        const error = result.reason instanceof Error ? result.reason.name : "unknown";
        log.error("email-sweep.email.failed", { key: keys[at], error });
      }
      return { unsent: keys.length, settled: results.filter(({ status }) => status === "fulfilled").length };
    });
  },
);
