import { randomBytes } from "node:crypto";
import type { Redis } from "@upstash/redis";
import postgres from "postgres";
import type { ReserveInput } from "@/lib/booking/reserve";
import { withRedisLock } from "./redis-lock";

const CONNECTIONS = 16;

/** Its pool of connections. */
export const openPool = (databaseUrl: string) => postgres(databaseUrl, { max: CONNECTIONS, onnotice: () => {} });

type EventRow = {
  organizerId: string;
  status: string;
  startsAt: Date;
  salesStartAt: Date | null;
  salesEndAt: Date | null;
  currency: string;
  availableTickets: number;
  maxTicketsPerBooking: number;
  holdMinutes: number;
};
type TicketTypeRow = { id: string; code: string; price: number; quota: number | null; sold: number };

/**
 * The reference for Quorix: the reservation as one usually writes it, a transaction per request that locks the event,
 * checks, inserts, counts and commits, behind the same Redis lock. It is written well: every statement is prepared, and
 * those that need no answer of each other travel together, so that a reservation costs five round trips.
 */
export function reserve(sql: postgres.Sql, redis: Redis, input: ReserveInput): Promise<string> {
  return withRedisLock(redis, `booking_lock:${input.eventId}:${input.userId}`, async () => {
    const tx = await sql.reserve();
    try {
      const code = await reserveIn(tx, input);
      await tx`commit`;
      return code;
    } catch (error) {
      await tx`rollback`;
      throw error;
    } finally {
      tx.release();
    }
  });
}

async function reserveIn(
  tx: postgres.ReservedSql,
  { eventId, userId, items, idempotencyKey }: ReserveInput,
): Promise<string> {
  const [, , [event]] = await Promise.all([
    tx`begin`,
    tx`set local lock_timeout = 2000`,
    tx<EventRow[]>`
      select organizer_id as "organizerId", status, starts_at as "startsAt", sales_start_at as "salesStartAt",
             sales_end_at as "salesEndAt", currency, available_tickets as "availableTickets",
             max_tickets_per_booking as "maxTicketsPerBooking", hold_minutes as "holdMinutes"
      from events where id = ${eventId} for no key update`,
  ]);
  const now = new Date();
  if (event?.status !== "published") return "EVENT_NOT_FOUND";
  if (now >= event.startsAt) return "EVENT_STARTED";
  if (event.salesStartAt && now < event.salesStartAt) return "SALES_NOT_STARTED";
  if (event.salesEndAt && now >= event.salesEndAt) return "SALES_CLOSED";

  const [earlier, types] = await Promise.all([
    tx<{ idempotencyKey: string }[]>`
      select idempotency_key as "idempotencyKey" from bookings
      where user_id = ${userId} and (idempotency_key = ${idempotencyKey}
        or (event_id = ${eventId} and status in ('pending', 'confirmed')))`,
    tx<TicketTypeRow[]>`
      select id, code, price, quota, sold from ticket_types where event_id = ${eventId} order by position, id`,
  ]);
  if (earlier.length > 0) return "ALREADY_BOOKED";
  const wanted = items.map(({ ticketTypeCode, quantity }) => {
    const type = types.find((candidate) => candidate.code === ticketTypeCode);
    return type && (type.quota === null || type.sold + quantity <= type.quota) ? { type, quantity } : null;
  });
  const chosen = wanted.filter((item) => item !== null);
  const seats = chosen.reduce((sum, item) => sum + item.quantity, 0);
  if (chosen.length < items.length || seats > event.availableTickets) return "SOLD_OUT";
  if (seats < 1 || seats > event.maxTicketsPerBooking) return "TOO_MANY_TICKETS";

  const total = chosen.reduce((sum, item) => sum + item.quantity * item.type.price, 0);
  const expiresAt = new Date(now.getTime() + event.holdMinutes * 60_000);
  const typeIds = chosen.map((item) => item.type.id);
  const quantities = chosen.map((item) => item.quantity);
  const [booking] = await tx<{ id: string }[]>`
    with booking as (
      insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
        idempotency_key, booked_at, expires_at)
      values (${randomBytes(6).toString("hex")}, ${eventId}, ${userId}, 'pending', ${seats}, ${total},
        ${event.currency}, 'checkout', ${idempotencyKey}, ${now}, ${expiresAt})
      returning id), items as (
      insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
      select booking.id, item.* from booking, unnest(${typeIds}::bigint[], ${quantities}::int[],
        ${chosen.map((item) => item.type.price)}::int[]) item)
    select id from booking`;
  const bookingId = booking?.id ?? "";
  await Promise.all([
    tx`update events set available_tickets = available_tickets - ${seats} where id = ${eventId}`,
    tx`update ticket_types set sold = sold + taken.quantity
       from unnest(${typeIds}::bigint[], ${quantities}::int[]) taken (id, quantity) where ticket_types.id = taken.id`,
    tx`insert into audit_log (action, organizer_id, event_id, booking_id, actor_id, at)
       values ('booking.held', ${event.organizerId}, ${eventId}, ${bookingId}, ${userId}, ${now})`,
    tx`insert into outbox (id, name, data)
       values (${crypto.randomUUID()}, 'booking/held', jsonb_build_object('bookingId', ${bookingId}::bigint))`,
  ]);
  return "BOOKED";
}
