import { inngest } from "@/inngest/client";
import { bookingMailAsked } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { askedMail } from "@/lib/attendees/resend";
import { sendMail } from "@/lib/notifications/send";

export const bookingMailAgain = inngest.createFunction(
  { id: "booking-mail-again", triggers: [bookingMailAsked], retries: MAIL_RETRIES },
  ({ event, step }) =>
    step.run("send", async () => {
      const key = await askedMail(event.data.bookingId, event.data.version);
      return key ? sendMail(key) : { ok: false, code: "NOT_FOUND" };
    }),
);
