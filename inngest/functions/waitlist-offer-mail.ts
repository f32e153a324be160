import { inngest } from "@/inngest/client";
import { waitlistOffered } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const waitlistOfferMail = inngest.createFunction(
  { id: "waitlist-offer-mail", triggers: [waitlistOffered], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`waitlist-offer:${event.data.bookingId}`)),
);
