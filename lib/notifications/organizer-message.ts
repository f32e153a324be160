import type { OperationDetail } from "@/lib/operations/detail";
import type { RecipientEmailData } from "./queries/operations";
import { message } from "./templates/message";
import { unsubscribeLinks } from "./unsubscribe-link";

type MessageData = Pick<RecipientEmailData, "event" | "organizer" | "sender"> & { recipient: { id: number } };
type Message = Pick<OperationDetail["message"], "subject" | "body" | "replies">;

/** An organizer's message to one person, with its author and the unsubscribe headers. */
export function composeOrganizerMessage(
  { event, organizer, sender, recipient }: MessageData,
  { subject, body, replies }: Message,
) {
  const unsubscribe = unsubscribeLinks({ organizerId: organizer.id, userId: recipient.id });
  return {
    template: message({ subject, body, event, organizer, replies, unsubscribeUrl: unsubscribe.page }),
    author: organizer.name,
    replyTo: replies ? sender.email : undefined,
    headers: {
      "List-Unsubscribe": `<${unsubscribe.oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
