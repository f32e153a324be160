import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { messageOptouts, organizers, users } from "@/db/schema";
import { readUnsubscribeToken, type Subscription } from "@/lib/notifications/unsubscribe-link";

/** The subscription of an unsubscribe link, and whether it is stopped; null for an invalid link. */
export async function findSubscriptionByToken(token: string) {
  const subscription = readUnsubscribeToken(token);
  if (!subscription) return null;
  const [found] = await db
    .select({ organizer: organizers.name, email: users.email, stoppedAt: messageOptouts.createdAt })
    .from(organizers)
    .innerJoin(users, eq(users.id, subscription.userId))
    .leftJoin(messageOptouts, toOptoutCondition(subscription))
    .where(eq(organizers.id, subscription.organizerId));
  if (!found) return null;
  return { organizer: found.organizer, email: maskEmail(found.email), isStopped: found.stoppedAt !== null };
}

/** Emails and their links get forwarded: only the owner recognises the masked address. */
function maskEmail(email: string) {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 2)}…@${domain}`;
}

/** Stops or resumes an organizer's messages to a person. False if the link is invalid, or the organizer or person is gone. */
export async function setSubscription(token: string, isStopped: boolean): Promise<boolean> {
  const subscription = readUnsubscribeToken(token);
  if (!subscription || !(await findSubscriptionByToken(token))) return false;
  if (isStopped) await db.insert(messageOptouts).values(subscription).onConflictDoNothing();
  else await db.delete(messageOptouts).where(toOptoutCondition(subscription));
  return true;
}

function toOptoutCondition({ organizerId, userId }: Subscription) {
  return and(eq(messageOptouts.organizerId, organizerId), eq(messageOptouts.userId, userId));
}
