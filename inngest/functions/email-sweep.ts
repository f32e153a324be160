import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { EmailRejectedError } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import { parseEmailKey } from "@/lib/notifications/compose";
import { takeUnsentEmails } from "@/lib/notifications/due";
import { sendEmail } from "@/lib/notifications/send";

/** Few enough to be sent within the time limit of a function. */
const BATCH_SIZE = 25;

/** Retries emails whose process died or whose retries were used up, for three days. */
export const emailSweep = inngest.createFunction(
  { id: "mail-sweep", triggers: [cron("*/10 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const keys = await step.run("take-unsent", () => takeUnsentEmails(BATCH_SIZE));
    return step.run("send", async () => {
      const results = await Promise.allSettled(keys.map(async (key) => sendEmail(parseEmailKey(key))));
      for (const [at, result] of results.entries()) {
        // `deliver` has logged rejections.
        if (result.status === "fulfilled" || result.reason instanceof EmailRejectedError) continue;
        const error = result.reason instanceof Error ? result.reason.name : "unknown";
        log.error("email-sweep.email.failed", { key: keys[at], error });
      }
      return { unsent: keys.length, settled: results.filter(({ status }) => status === "fulfilled").length };
    });
  },
);
