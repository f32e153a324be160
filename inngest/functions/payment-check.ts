import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { paymentCheckRequested } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { bookingManager } from "@/lib/booking/manager";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";

/** Ends the open payment of a booking that no longer wants it, and makes its refunds. Throttled to what providers allow. */
export const paymentCheck = inngest.createFunction(
  {
    id: "payment-check",
    triggers: [paymentCheckRequested],
    retries: WORK_RETRIES,
    throttle: { limit: 20, period: "1s", burst: 20 },
  },
  ({ event, step }) =>
    step.run("settle", async () => {
      const provider = paymentProvider();
      if (!provider) return { isSettled: false };
      const { isSettled, isAnswered } = await settleBooking({ manager: bookingManager, provider }, event.data);
      if (!isAnswered) throw new RetryAfterError("The payment provider did not answer", "10s");
      return { isSettled };
    }),
);
