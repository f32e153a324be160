import "server-only";
import { and, asc, desc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, outbox } from "@/db/schema";
import { LEASE_MS } from "@/lib/email/deliver";

/** Younger rows are still being sent by the request that wrote them. */
const UNDISPATCHED_AFTER_MS = 60_000;

export const isUndispatched = (now: Date) =>
  and(isNull(outbox.dispatchedAt), lt(outbox.createdAt, new Date(now.getTime() - UNDISPATCHED_AFTER_MS)));

/** Not accepted, or claimed by a process that has died. */
export const isUnsent = (now: Date) =>
  and(
    ne(emailDeliveries.status, "sent"),
    or(eq(emailDeliveries.status, "failed"), lt(emailDeliveries.claimedAt, new Date(now.getTime() - LEASE_MS))),
  );

/** Unsent emails, latest first. */
export function listUnsentEmails(limit: number, now = new Date()) {
  return db
    .select({
      key: emailDeliveries.key,
      to: emailDeliveries.to,
      subject: emailDeliveries.subject,
      attempts: emailDeliveries.attempts,
      claimedAt: emailDeliveries.claimedAt,
    })
    .from(emailDeliveries)
    .where(isUnsent(now))
    .orderBy(desc(emailDeliveries.claimedAt))
    .limit(limit);
}

/** Outbox rows that have not reached Inngest, oldest first. */
export function listUndispatched(limit: number, now = new Date()) {
  return db
    .select({ id: outbox.id, name: outbox.name, attempts: outbox.attempts, createdAt: outbox.createdAt })
    .from(outbox)
    .where(isUndispatched(now))
    .orderBy(asc(outbox.createdAt))
    .limit(limit);
}
