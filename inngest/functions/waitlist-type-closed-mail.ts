import { inngest } from "@/inngest/client";
import { waitlistTypeClosed } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const waitlistTypeClosedMail = inngest.createFunction(
  { id: "waitlist-type-closed-mail", triggers: [waitlistTypeClosed], retries: MAIL_RETRIES },
  ({ event, step }) =>
    step.run("send", () => sendMail(`waitlist-type-closed:${event.data.entryId}:${event.data.closedAt}`)),
);
