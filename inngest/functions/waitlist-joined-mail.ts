import { inngest } from "@/inngest/client";
import { waitlistJoined } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const waitlistJoinedMail = inngest.createFunction(
  { id: "waitlist-joined-mail", triggers: [waitlistJoined], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`waitlist-joined:${event.data.entryId}`)),
);
