import { and, asc, eq, gt, inArray, lt, lte, ne, notExists, notLike, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, emailDeliveries, events } from "@/db/schema";
import { type EmailKey, paymentEmailId } from "./compose";
import { listOwners } from "./queries/refused-payment";

const DAY_MS = 24 * 3_600_000;
const OWN_RUN_RETRIES_MS = 10 * 60_000;
const GIVEN_UP_AFTER_MS = 3 * DAY_MS;

/** Operations retry these emails themselves, and record each outcome. */
const operationEmailKinds = ["event-cancelled", "event-changed", "waitlist-closed", "message", "message-test"];

type PageRequest = { after: number; limit: number };

/**
 * Bookings to remind of an event that starts within a day, by id. People who booked within that day get no reminder:
 * they have just received their tickets.
 */
export async function listDueReminders({ after, limit }: PageRequest): Promise<{ bookingId: number; key: EmailKey }[]> {
  const now = new Date();
  const key = sql`'event-reminder:' || ${bookings.id} || ':' || ${events.startsOn}`;
  const rows = await db
    .select({ bookingId: bookings.id, startsOn: events.startsOn })
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(
      and(
        eq(bookings.status, "confirmed"),
        eq(events.status, "published"),
        gt(events.startsAt, now),
        lte(events.startsAt, new Date(now.getTime() + DAY_MS)),
        sql`${bookings.confirmedAt} <= ${events.startsAt} - interval '24 hours'`,
        gt(bookings.id, after),
        notExists(db.select({ key: emailDeliveries.key }).from(emailDeliveries).where(eq(emailDeliveries.key, key))),
      ),
    )
    .orderBy(asc(bookings.id))
    .limit(limit);
  return rows.map(({ bookingId, startsOn }) => ({
    bookingId,
    key: `event-reminder:${bookingId}:${startsOn}` as const,
  }));
}

/** The emails in which a payment that led to no tickets is reported to the team's owners. */
export async function listRefusalEmailsToTeam(payment: { eventId: number; paymentId: number }): Promise<EmailKey[]> {
  const owners = await listOwners(payment.eventId);
  return owners.map(({ userId }) => `payment-refused-team:${paymentEmailId(payment)}:${userId}` as const);
}

/**
 * Takes emails that were claimed but not sent, and whose own retries have ended. Taking one moves it to the end of the
 * queue, so that emails which are never sent don't block others.
 */
export async function takeUnsentEmails(limit: number): Promise<string[]> {
  const now = Date.now();
  const leastRecent = db
    .select({ key: emailDeliveries.key })
    .from(emailDeliveries)
    .where(
      and(
        ne(emailDeliveries.status, "sent"),
        lt(emailDeliveries.claimedAt, new Date(now - OWN_RUN_RETRIES_MS)),
        gt(emailDeliveries.createdAt, new Date(now - GIVEN_UP_AFTER_MS)),
        ...operationEmailKinds.map((kind) => notLike(emailDeliveries.key, `${kind}:%`)),
      ),
    )
    .orderBy(asc(emailDeliveries.claimedAt))
    .limit(limit)
    .for("no key update", { skipLocked: true });
  const rows = await db
    .update(emailDeliveries)
    .set({ status: "failed", claimedAt: new Date(now) })
    .where(inArray(emailDeliveries.key, leastRecent))
    .returning({ key: emailDeliveries.key });
  return rows.map((row) => row.key);
}
