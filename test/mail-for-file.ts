import { afterAll } from "vitest";
import { startTestMail } from "./services";

/**
 * A mail server for the file that imports this before anything else: with a bare
 * `import "@/test/mail-for-file"` on top, lib/env sees its address.
 */
export const mail = await startTestMail();
process.env.SMTP_URL = mail.smtpUrl;

afterAll(async () => {
  const { smtp } = await import("@/lib/email/transport");
  smtp().close();
  await mail.close();
});
