import type { OperationDetail } from "@/lib/operations/detail";
import type { RecipientFacts } from "./queries/operations";
import { message } from "./templates/message";
import { unsubscribeLinks } from "./unsubscribe-link";

type Facts = Pick<RecipientFacts, "event" | "organizer" | "sender"> & { recipient: { id: number } };
type Message = Pick<OperationDetail["message"], "subject" | "body" | "replies">;

/** An organizer's message to one person: what it says, and how it says who wrote it and how to stop it. */
export function organizerMessage({ event, organizer, sender, recipient }: Facts, { subject, body, replies }: Message) {
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
