import { inngest } from "@/inngest/client";
import { mailDue } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { parseMailKey } from "@/lib/notifications/compose";
import { sendMail } from "@/lib/notifications/send";

/** One of a notice to many. Throttled, so that a large event's notice does not hold up everybody's confirmations. */
export const noticeMail = inngest.createFunction(
  { id: "notice-mail", triggers: [mailDue], retries: MAIL_RETRIES, throttle: { limit: 20, period: "1s", burst: 20 } },
  ({ event, step }) => step.run("send", () => sendMail(parseMailKey(event.data.key))),
);
