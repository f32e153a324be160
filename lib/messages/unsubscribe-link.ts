import { sealedIds } from "@/lib/auth/sealed-ids";
import { link } from "@/lib/email/link";

/** Who wants no messages, and from whom. */
export type Subscription = { organizerId: number; userId: number };

const tokens = sealedIds("message opt-outs");

/** Works for good: a mail is opened years later, too. */
export function unsubscribeToken({ organizerId, userId }: Subscription): string {
  return tokens.seal(organizerId, userId);
}

/** Null for anything that we have not written ourselves. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const [organizerId, userId] = tokens.open(token) ?? [];
  return organizerId === undefined || userId === undefined ? null : { organizerId, userId };
}

/** Where a person reads what it is about, and where a mail program posts to without asking (RFC 8058). */
export function unsubscribeLinks(subscription: Subscription) {
  const token = unsubscribeToken(subscription);
  return { page: link(`/unsubscribe?token=${token}`), oneClick: link(`/api/unsubscribe?token=${token}`) };
}
