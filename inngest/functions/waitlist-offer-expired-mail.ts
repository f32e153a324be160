import { inngest } from "@/inngest/client";
import { waitlistOfferExpired } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const waitlistOfferExpiredMail = inngest.createFunction(
  { id: "waitlist-offer-expired-mail", triggers: [waitlistOfferExpired], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`waitlist-offer-expired:${event.data.entryId}`)),
);
