import { inngest } from "@/inngest/client";
import { teamInvited } from "@/inngest/events";
import { MAIL_RETRIES } from "@/inngest/retries";
import { sendMail } from "@/lib/notifications/send";

export const teamInvitationMail = inngest.createFunction(
  { id: "team-invitation-mail", triggers: [teamInvited], retries: MAIL_RETRIES },
  ({ event, step }) =>
    step.run("send", () => sendMail(`team-invitation:${event.data.invitationId}:${event.data.version}`)),
);
