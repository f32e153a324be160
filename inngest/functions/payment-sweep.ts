import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { bookingManager } from "@/lib/booking/manager";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { sweepPayments } from "@/lib/payments/sweep";

/** Functions have a time limit. The next run continues. */
const BUDGET_MS = 30_000;

/** Settles payments and refunds that neither a return to our page nor a notification has settled. */
export const paymentSweep = inngest.createFunction(
  { id: "payment-sweep", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
  ({ step }) =>
    step.run("settle", async () => {
      const provider = paymentProvider();
      if (!provider) return { settled: 0, left: 0 };
      return sweepPayments({ manager: bookingManager, provider }, Date.now() + BUDGET_MS);
    }),
);
