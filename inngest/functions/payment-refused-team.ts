import { inngest } from "@/inngest/client";
import { emailDue, paymentRefused } from "@/inngest/events";
import { listRefusalEmailsToTeam } from "@/lib/notifications/due";

/** Hands the emails over in which a payment that led to no tickets is reported to the team's owners. */
export const paymentRefusedTeam = inngest.createFunction(
  { id: "payment-refused-team-mail", triggers: [paymentRefused] },
  async ({ event, step }) => {
    const keys = await step.run("find-owners", () => listRefusalEmailsToTeam(event.data));
    // The id makes a repeated run idempotent; delivery is claimed by the same key.
    if (keys.length > 0) {
      await step.sendEvent(
        "hand-over",
        keys.map((key) => emailDue.create({ key }, { id: key })),
      );
    }
    return { emails: keys.length };
  },
);
