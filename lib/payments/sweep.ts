import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { log } from "@/lib/log";
import type { PaymentProvider } from "./provider";
import { handleProviderEvent } from "./provider-events";
import { storeCheckOfBooking } from "./rows";
import { settleBooking } from "./settle";

const PAGE_SIZE = 100;
/** Bookings at a time: the provider limits requests per second. */
const CONCURRENCY = 5;

/**
 * Asks the provider about payments and refunds that nobody has brought to an end, those not asked about for longest first,
 * until `until` (milliseconds since 1970). It alone is enough: no return to our page and no notification is needed.
 */
export async function sweepPayments(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  until: number,
  startedAt = new Date(),
): Promise<{ settled: number; left: number }> {
  const counts = { settled: 0, left: 0 };
  while (Date.now() < until) {
    const page = await findUnsettledBookings(startedAt);
    for (let at = 0; at < page.length && Date.now() < until; at += CONCURRENCY) {
      const group = page.slice(at, at + CONCURRENCY);
      const results = await Promise.allSettled(group.map((booking) => settleBooking(deps, booking)));
      for (const [index, result] of results.entries()) {
        if (result.status === "fulfilled" && result.value.isSettled) counts.settled += 1;
        else counts.left += 1;
        const booking = group[index];
        if (booking && !(result.status === "fulfilled" && result.value.isSettled)) await storeCheckOfBooking(booking);
        if (result.status === "fulfilled") continue;
        const error = result.reason instanceof Error ? result.reason.message : "unknown";
        log.error("payment-sweep.booking.failed", { bookingId: group[index]?.bookingId, error });
      }
    }
    if (page.length < PAGE_SIZE) break;
  }
  // Afterwards: what they are about has mostly been settled by now.
  await handleStoredEvents(deps, until, startedAt);
  return counts;
}

/** Open attempts are asked about every minute, refunds that a bank works on every hour. */
async function findUnsettledBookings(startedAt: Date): Promise<{ eventId: number; bookingId: number }[]> {
  const now = startedAt.toISOString();
  const rows = await db.execute<{ event_id: string; booking_id: string }>(sql`
    select event_id, booking_id from (
      select event_id, booking_id, checked_at from payments
      where status in ('created', 'authorized') and provider = 'stripe' and created_at < ${now}::timestamptz - interval '20 seconds'
        and (checked_at is null or checked_at < ${now}::timestamptz - interval '30 seconds')
      union all
      select r.event_id, r.booking_id, r.checked_at from refunds r
      join payments p on p.event_id = r.event_id and p.id = r.payment_id and p.provider = 'stripe'
      where r.status in ('created', 'pending') and (r.checked_at is null or r.checked_at < ${now}::timestamptz
        - case when r.status = 'created' then interval '30 seconds' else interval '1 hour' end)
    ) open group by event_id, booking_id order by min(checked_at) nulls first limit ${PAGE_SIZE}`);
  return rows.map((row) => ({ eventId: Number(row.event_id), bookingId: Number(row.booking_id) }));
}

async function handleStoredEvents(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  until: number,
  startedAt: Date,
) {
  const rows = await db.execute<{ id: string }>(sql`
    select id from provider_events where handled_at is null
      and received_at < ${startedAt.toISOString()}::timestamptz - interval '30 seconds'
    order by received_at limit ${PAGE_SIZE}`);
  for (const { id } of rows) {
    if (Date.now() >= until) return;
    await handleProviderEvent(deps, id).catch((error: unknown) => {
      log.error("payment-sweep.notification.failed", { id, error: error instanceof Error ? error.message : "unknown" });
    });
  }
}
