import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import type { Viewer } from "@/lib/auth/viewer";
import { deliver, EmailRejectedError } from "@/lib/email/deliver";
import { renderEmail } from "@/lib/email/render";
import { composeOrganizerMessage } from "@/lib/notifications/organizer-message";
import { getEventEmailData } from "@/lib/notifications/preview";
import { organizerMessageEmail } from "@/texts/emails";

type MessageContent = { subject: string; body: string; replies: boolean };

/** The email of a message, addressed to its author. */
export async function renderMessagePreview(event: EventForTeam, viewer: Viewer, content: MessageContent) {
  const organizer = { id: event.organizerId, name: event.organizerName };
  const data = {
    event: await getEventEmailData(event.id),
    organizer,
    sender: { email: viewer.email },
    recipient: viewer,
  };
  const { template, ...headers } = composeOrganizerMessage(data, content);
  return { ...headers, ...(await renderEmail(template)) };
}

/** Emails a message to its author only. False if the mail server rejects it. */
export async function sendTestEmail(event: EventForTeam, viewer: Viewer, content: MessageContent): Promise<boolean> {
  const { subject, ...email } = await renderMessagePreview(event, viewer, content);
  try {
    await deliver({
      ...email,
      key: `message-test:${crypto.randomUUID()}`,
      to: { name: viewer.name, address: viewer.email },
      subject: organizerMessageEmail.testSubject(subject),
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
