import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

/** A pooled SMTP transport. All its timeouts are shorter than the lease of a claim. */
export function createEmailTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // No retries of its own: after a lost connection the caller has to claim the email again.
    maxRequeues: 0,
    dnsTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

export type EmailTransport = ReturnType<typeof createEmailTransport>;

const globalForTransport = globalThis as typeof globalThis & { quorixEmailTransport?: EmailTransport };

/** The application's transport, created on first use. */
export function getEmailTransport(): EmailTransport {
  globalForTransport.quorixEmailTransport ??= createEmailTransport(env.SMTP_URL);
  return globalForTransport.quorixEmailTransport;
}
