import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { MailNotAccepted } from "@/lib/email/deliver";
import { log } from "@/lib/log";
import { parseMailKey } from "@/lib/notifications/compose";
import { takeUnsentMails } from "@/lib/notifications/due";
import { sendMail } from "@/lib/notifications/send";

/** Handed over together, as many at a time as the mail transport has connections: soon enough for a function to answer. */
const BATCH = 25;

/** Tries mails again whose sender died with the claim or ran out of retries, for as long as they are news. */
export const mailSweep = inngest.createFunction(
  { id: "mail-sweep", triggers: [cron("*/10 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const keys = await step.run("take-unsent", () => takeUnsentMails(BATCH));
    return step.run("send", async () => {
      const results = await Promise.allSettled(keys.map(async (key) => sendMail(parseMailKey(key))));
      for (const [at, result] of results.entries()) {
        // What the mail server did not take was logged there.
        if (result.status === "fulfilled" || result.reason instanceof MailNotAccepted) continue;
        const error = result.reason instanceof Error ? result.reason.name : "unknown";
        log.error("mail-sweep.failed", { key: keys[at], error });
      }
      return { unsent: keys.length, settled: results.filter(({ status }) => status === "fulfilled").length };
    });
  },
);
