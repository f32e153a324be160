import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import type { Viewer } from "@/lib/auth/viewer";
import { deliver, EmailRejectedError } from "@/lib/email/deliver";
import { renderEmail } from "@/lib/email/render";
import { composeOrganizerMessage } from "@/lib/notifications/organizer-message";
import { getEventEmailData } from "@/lib/notifications/preview";

type MessageContent = { subject: string; body: string; replies: boolean };

/** A message as it looks in the mail, made out to whoever writes it. */
export async function renderMessagePreview(event: EventForTeam, viewer: Viewer, words: MessageContent) {
  const organizer = { id: event.organizerId, name: event.organizerName };
  const facts = {
    event: await getEventEmailData(event.id),
    organizer,
    sender: { email: viewer.email },
    recipient: viewer,
  };
  const { template, ...headers } = composeOrganizerMessage(facts, words);
  return { ...headers, ...(await renderEmail(template)) };
}

/** Mails a message to whoever writes it, and to nobody else. */
export async function sendTestEmail(event: EventForTeam, viewer: Viewer, words: MessageContent): Promise<boolean> {
  const { subject, ...mail } = await renderMessagePreview(event, viewer, words);
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
    if (error instanceof EmailRejectedError) return false;
    throw error;
  }
}
