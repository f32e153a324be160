import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { providerNotified } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { bookingManager } from "@/lib/booking/manager";
import { handleProviderEvent } from "@/lib/payments/provider-events";
import { paymentProvider } from "@/lib/payments/provider-of-process";

/** Handles a notification of the payment provider, which was stored before it was answered. */
export const providerNotification = inngest.createFunction(
  { id: "provider-notification", triggers: [providerNotified], retries: WORK_RETRIES },
  ({ event, step }) =>
    step.run("handle", async () => {
      const provider = paymentProvider();
      if (!provider) return { about: "nothing" };
      const result = await handleProviderEvent({ manager: bookingManager, provider }, event.data.id);
      if (!result.ok) throw new RetryAfterError("The payment provider did not answer", "10s");
      return { about: result.about };
    }),
);
