import { afterAll } from "vitest";
import { startTestEmail } from "./services";

/**
 * An email server for the file that imports this before anything else: with a bare
 * `import "@/test/email-for-file"` on top, lib/env sees its address.
 */
export const emailServer = await startTestEmail();
process.env.SMTP_URL = emailServer.smtpUrl;

afterAll(async () => {
  const { getEmailTransport } = await import("@/lib/email/transport");
  getEmailTransport().close();
  await emailServer.close();
});
