import { env } from "@/lib/env";
import { perProcess } from "@/lib/per-process";
import type { PaymentProvider } from "./provider";
import { createStripeProvider } from "./stripe-provider";

/** The provider that takes payments online; null where none is configured, so that people pay at the venue. */
export function paymentProvider(): PaymentProvider | null {
  return perProcess("payment-provider", () => {
    const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecrets = [] } = env;
    return secretKey ? createStripeProvider({ secretKey, webhookSecrets, apiBase: env.STRIPE_API_BASE }) : null;
  });
}
