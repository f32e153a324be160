import { inngest } from "@/inngest/client";
import { accountTokenIssued } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const accountMail = inngest.createFunction(
  { id: "account-mail", triggers: [accountTokenIssued], retries: MAIL_RETRIES },
  ({ event, step }) => step.run("send", () => sendMail(`account-link:${event.data.tokenId}`)),
);
