import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import type { Message } from "@/local/email-store";

/** Long enough for an executor's second retry and a sweep. */
const DELIVERY_TIMEOUT_MS = 240_000;
const POLL_MS = 1_000;

/** Waits until every confirmed booking of these events has its email, or until the time is over. */
export async function waitUntilAllSent(db: Queryable, eventIds: number[]) {
  const until = performance.now() + DELIVERY_TIMEOUT_MS;
  while (performance.now() < until) {
    const [row] = await db.execute<{ left: number }>(sql`
      select count(*)::int as left from bookings b
      where b.event_id in ${eventIds} and b.status = 'confirmed' and not exists (
        select 1 from email_deliveries d where d.booking_id = b.id and d.status = 'sent')`);
    if (row?.left === 0) return;
    await setTimeout(POLL_MS);
  }
}

type Delivered = Pick<Message, "to" | "messageId" | "deliveries">;

/** The emails delivered for each confirmed booking of an event. Its users get no other emails. */
export async function countEmails(db: Queryable, eventId: number, inbox: Delivered[]) {
  const rows = await db.execute<{ address: string }>(sql`
    select u.email as "address" from bookings b join users u on u.id = b.user_id
    where b.event_id = ${eventId} and b.status = 'confirmed'`);
  const counts = { sent: 0, missing: 0, second: 0, repeated: 0 };
  for (const { address } of rows) {
    const messages = inbox.filter(({ to }) => to.includes(address));
    if (messages.length === 0) counts.missing += 1;
    else counts.sent += 1;
    counts.second += new Set(messages.map(({ messageId }) => messageId)).size > 1 ? 1 : 0;
    counts.repeated += messages.reduce((sum, { deliveries }) => sum + deliveries - 1, 0);
  }
  return counts;
}

export type EmailCounts = Awaited<ReturnType<typeof countEmails>>;
