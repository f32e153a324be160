import { inngest } from "@/inngest/client";
import { waitlistConverted } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const waitlistConvertedMail = inngest.createFunction(
  { id: "waitlist-converted-mail", triggers: [waitlistConverted], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`waitlist-converted:${event.data.bookingId}`)),
);
