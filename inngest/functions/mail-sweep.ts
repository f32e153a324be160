import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { takeUnsentMails } from "@/lib/notifications/due";
import { sendMail } from "@/lib/notifications/send";

const BATCH = 25;

/** Tries mails again whose sender died with the claim or ran out of retries, for as long as they are news. */
export const mailSweep = inngest.createFunction(
  { id: "mail-sweep", triggers: [cron("*/10 * * * *")], concurrency: 1, retries: 0 },
  async ({ step }) => {
    const keys = await step.run("take-unsent", () => takeUnsentMails(BATCH));
    let settled = 0;
    for (const key of keys) {
      try {
        await step.run(`send-${key}`, () => sendMail(key));
        settled += 1;
      } catch {
        // Logged where it failed. One mail that is refused must not hold up the ones behind it.
      }
    }
    return { unsent: keys.length, settled };
  },
);
