import "server-only";
import { and, asc, desc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, outbox } from "@/db/schema";
import { LEASE_MS } from "@/lib/email/deliver";

/** Younger rows are still in the hands of the request that wrote them. */
const LEFT_BEHIND_AFTER_MS = 60_000;

export const leftBehind = (now: Date) =>
  and(isNull(outbox.dispatchedAt), lt(outbox.createdAt, new Date(now.getTime() - LEFT_BEHIND_AFTER_MS)));

/** Not accepted, or claimed by a process that is gone. */
export const unsent = (now: Date) =>
  and(
    ne(emailDeliveries.status, "sent"),
    or(eq(emailDeliveries.status, "failed"), lt(emailDeliveries.claimedAt, new Date(now.getTime() - LEASE_MS))),
  );

/** Mails that were not accepted, latest first. */
export function unsentMails(limit: number, now = new Date()) {
  return db
    .select({
      key: emailDeliveries.key,
      to: emailDeliveries.to,
      subject: emailDeliveries.subject,
      attempts: emailDeliveries.attempts,
      claimedAt: emailDeliveries.claimedAt,
    })
    .from(emailDeliveries)
    .where(unsent(now))
    .orderBy(desc(emailDeliveries.claimedAt))
    .limit(limit);
}

/** Announcements that have not reached Inngest, oldest first. */
export function undispatched(limit: number, now = new Date()) {
  return db
    .select({ id: outbox.id, name: outbox.name, attempts: outbox.attempts, createdAt: outbox.createdAt })
    .from(outbox)
    .where(leftBehind(now))
    .orderBy(asc(outbox.createdAt))
    .limit(limit);
}
