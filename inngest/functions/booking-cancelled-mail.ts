import { inngest } from "@/inngest/client";
import { bookingCancelled } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const bookingCancelledMail = inngest.createFunction(
  { id: "booking-cancelled-mail", triggers: [bookingCancelled], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`booking-cancelled:${event.data.bookingId}`)),
);
