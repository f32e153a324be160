import { deliver } from "@/lib/email/deliver";
import { renderMail } from "@/lib/email/render";
import { log } from "@/lib/log";
import { compose, type MailKey, type Untrue } from "./compose";

export type SendResult = { ok: true; sent: boolean } | { ok: false; code: Untrue };

/**
 * Sends the mail named by `key` once, told from the state as it is now; not at all when it is no longer true.
 * Throws when the mail server does not take it: the caller retries.
 */
export async function sendMail(key: MailKey): Promise<SendResult> {
  const composed = await compose(key);
  if (typeof composed === "string") {
    log.info("mail.not_sent", { key, code: composed });
    return { ok: false, code: composed };
  }
  const { recipient, template, attachments = [], bookingId, eventId, author, replyTo, headers } = composed;
  return deliver({
    key,
    to: { name: recipient.name, address: recipient.email },
    ...(await renderMail(template)),
    attachments,
    ...{ bookingId, eventId, author, replyTo, headers },
  });
}
