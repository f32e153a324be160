import Stripe from "stripe";

export type StripeClientOptions = {
  secretKey: string;
  /** Where the API is, if not at Stripe: the local stand-in. */
  apiBase?: string | undefined;
  timeoutMs?: number | undefined;
};

/** A request of a page, which itself has to answer, waits for it. */
const TIMEOUT_MS = 8_000;

/**
 * Calls are sent once, and repeated with the whole step, after a look-up. The SDK alone sends a second time
 * where the connection closes without an answer; every POST carries an idempotency key, which makes that harmless.
 */
export function createStripeClient({ secretKey, apiBase, timeoutMs = TIMEOUT_MS }: StripeClientOptions): Stripe {
  return new Stripe(secretKey, {
    // The types, and the events that are sent here, are of this version.
    apiVersion: "2026-10-28.endive",
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
    ...(apiBase ? addressOf(new URL(apiBase)) : {}),
  });
}

function addressOf({ protocol, hostname, port }: URL) {
  const isSecure = protocol === "https:";
  return {
    host: hostname,
    port: port || (isSecure ? "443" : "80"),
    protocol: isSecure ? ("https" as const) : ("http" as const),
  };
}
