import { deliver } from "@/lib/email/deliver";
import { renderEmail } from "@/lib/email/render";
import { log } from "@/lib/log";
import { composeEmail, type EmailKey, type EmailSkipReason } from "./compose";

export type SendResult = { ok: true; sent: boolean } | { ok: false; code: EmailSkipReason };

/**
 * Sends the email of `key` once, composed from the present state, or skips it if it is no longer true.
 * Throws if the mail server rejects it: the caller retries.
 */
export async function sendEmail(key: EmailKey): Promise<SendResult> {
  const composed = await composeEmail(key);
  if (typeof composed === "string") {
    log.info("email.delivery.skipped", { key, code: composed });
    return { ok: false, code: composed };
  }
  const { recipient, template, attachments = [], bookingId, eventId, author, replyTo, headers } = composed;
  return deliver({
    key,
    to: { name: recipient.name, address: recipient.email },
    ...(await renderEmail(template)),
    attachments,
    ...{ bookingId, eventId, author, replyTo, headers },
  });
}
