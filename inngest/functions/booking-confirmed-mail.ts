import { inngest } from "@/inngest/client";
import { bookingConfirmed } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const bookingConfirmedMail = inngest.createFunction(
  { id: "booking-confirmed-mail", triggers: [bookingConfirmed], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`booking-confirmed:${event.data.bookingId}`)),
);
