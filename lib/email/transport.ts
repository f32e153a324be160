import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

/** A pooled SMTP transport whose every wait ends well before the lease of a claimed mail does. */
export function createEmailTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // A connection lost in the middle is the caller's to know: the retry has to go through the claim again.
    maxRequeues: 0,
    dnsTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

export type EmailTransport = ReturnType<typeof createEmailTransport>;

const globalForTransport = globalThis as typeof globalThis & { quorixMailTransport?: EmailTransport };

/** The application's own transport, opened by the first mail. */
export function getEmailTransport(): EmailTransport {
  globalForTransport.quorixMailTransport ??= createEmailTransport(env.SMTP_URL);
  return globalForTransport.quorixMailTransport;
}
