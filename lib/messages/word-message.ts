import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import type { Viewer } from "@/lib/auth/viewer";
import { deliver, MailNotAccepted } from "@/lib/email/deliver";
import { renderMail } from "@/lib/email/render";
import { organizerMessage } from "@/lib/notifications/organizer-message";
import { factsOf } from "@/lib/notifications/preview";

type Words = { subject: string; body: string; replies: boolean };

/** A message as it looks in the mail, made out to whoever writes it. */
export async function wordMessage(event: EventForTeam, viewer: Viewer, words: Words) {
  const organizer = { id: event.organizerId, name: event.organizerName };
  const facts = { event: await factsOf(event.id), organizer, sender: { email: viewer.email }, recipient: viewer };
  const { template, ...headers } = organizerMessage(facts, words);
  return { ...headers, ...(await renderMail(template)) };
}

/** Mails a message to whoever writes it, and to nobody else. */
export async function sendTest(event: EventForTeam, viewer: Viewer, words: Words): Promise<boolean> {
  const { subject, ...mail } = await wordMessage(event, viewer, words);
  try {
    await deliver({
      ...mail,
      key: `message-test:${crypto.randomUUID()}`,
      to: { name: viewer.name, address: viewer.email },
      subject: `Test: ${subject}`,
      attachments: [],
      bookingId: null,
      eventId: null,
    });
    return true;
  } catch (error) {
    if (error instanceof MailNotAccepted) return false;
    throw error;
  }
}
