import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";

/** Everything of an event that is not at its end. */
async function readOpen(db: Queryable, eventId: number) {
  const [open] = await db.execute<Record<string, number>>(sql`select
    (select count(*)::int from payments where event_id = ${eventId} and status in ('created', 'authorized')) as payments,
    (select count(*)::int from refunds where event_id = ${eventId} and status in ('created', 'pending')) as refunds,
    (select count(*)::int from bookings where event_id = ${eventId} and status = 'pending') as holds,
    (select count(*)::int from provider_events where handled_at is null) as notifications,
    (select count(*)::int from outbox where dispatched_at is null) as announcements,
    (select count(*)::int from bookings b where b.event_id = ${eventId} and b.status = 'confirmed' and not exists (
      select from email_deliveries d where d.key = 'booking-confirmed:' || b.id and d.status = 'sent')) as emails`);
  return open ?? {};
}

/** Waits until nothing is open. Returns what still is when the time is over. */
export async function waitUntilSettled(db: Queryable, eventId: number, timeoutMs: number) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const open = Object.entries(await readOpen(db, eventId)).filter(([, count]) => count > 0);
    if (open.length === 0 || Date.now() > until) return open.map(([name, count]) => `${count} ${name}`);
    await sleep(1_000);
  }
}

/** Money, bookings and tickets of an event by its rows. */
export async function readRows(db: Queryable, eventId: number) {
  const [row] = await db.execute<
    Record<"captured" | "refunded" | "totals" | "seats" | "confirmed" | "valid" | "astray", number>
  >(sql`
    select p.captured, p.refunded, b.totals, b.seats, b.confirmed, t.valid, t.astray
    from (select coalesce(sum(captured_amount), 0)::int as captured, coalesce(sum(refunded_amount), 0)::int as refunded
        from payments where event_id = ${eventId}) p,
      (select coalesce(sum(total_price), 0)::int as totals, coalesce(sum(number_of_tickets), 0)::int as seats,
        count(*)::int as confirmed from bookings where event_id = ${eventId} and status = 'confirmed') b,
      (select count(*) filter (where k.status = 'valid' and b.status = 'confirmed')::int as valid,
        count(*) filter (where (k.status = 'valid') <> (b.status = 'confirmed'))::int as astray
        from tickets k join bookings b on b.id = k.booking_id where b.event_id = ${eventId}) t`);
  if (!row) throw new Error("no rows");
  return row;
}

/** Every booking of an event, with its buyer's address. */
export async function readBookings(db: Queryable, eventId: number) {
  return db.execute<{ reference: string; status: string; address: string; seats: number; valid: number }>(sql`
    select b.reference, b.status::text, u.email as address, b.number_of_tickets as seats,
      (select count(*)::int from tickets t where t.booking_id = b.id and t.status = 'valid') as valid
    from bookings b join users u on u.id = b.user_id where b.event_id = ${eventId}`);
}
