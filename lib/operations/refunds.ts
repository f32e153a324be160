import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, payments, refunds, users } from "@/db/schema";
import { paymentCheckRequested } from "@/inngest/events";
import { announce } from "@/lib/outbox/outbox";

/** What cancelling an event returns to people, in minor units of `currency`. */
export type RefundConsequences = { bookings: number; online: number; venue: number; currency: string };

/** What is paid for an event's bookings and would be refunded; one row for each currency, none where nothing is paid. */
export async function countRefunds(eventId: number): Promise<RefundConsequences[]> {
  const rows = await db.execute<RefundConsequences>(sql`
    select count(distinct p.booking_id)::int as bookings, p.currency,
      coalesce(sum(p.captured_amount - p.refunded_amount) filter (where p.provider = 'stripe'), 0)::float8 as online,
      coalesce(sum(p.captured_amount - p.refunded_amount) filter (where p.provider = 'venue'), 0)::float8 as venue
    from payments p join bookings b on b.id = p.booking_id and b.event_id = ${eventId}
    where p.event_id = ${eventId} and p.captured_amount > p.refunded_amount and b.status in ('pending', 'confirmed')
    group by p.currency order by p.currency`);
  return [...rows];
}

export type OperationRefundState = "done" | "pending" | "handBack" | "failed";
type Sums = { count: number; amount: number; currency: string };
export type FailedRefund = {
  reference: string;
  name: string;
  amount: number;
  currency: string;
  failureReason: string | null;
};
export type OperationRefunds = { sums: Record<OperationRefundState, Sums[]>; failed: FailedRefund[] };

/** Failed refunds that the operation's page lists. */
export const MAX_FAILED_REFUNDS = 50;

/** Failed ones that were asked for again are left out. */
const isFailed = (operationId: string) =>
  and(eq(refunds.operationId, operationId), eq(refunds.status, "failed"), isNull(refunds.reviewedAt));

/** The refunds of a cancelled event, by state and currency; null where it has none. */
export async function getOperationRefunds(operationId: string): Promise<OperationRefunds | null> {
  const rows = await db.execute<Sums & { state: OperationRefundState }>(sql`
    select case when r.status = 'succeeded' then 'done' when r.status = 'failed' then 'failed'
        when p.provider = 'venue' then 'handBack' else 'pending' end as state,
      count(*)::int as count, sum(r.amount)::float8 as amount, p.currency
    from refunds r join payments p on p.event_id = r.event_id and p.id = r.payment_id
    where r.operation_id = ${operationId} and (r.status <> 'failed' or r.reviewed_at is null)
    group by 1, p.currency order by p.currency`);
  if (rows.length === 0) return null;
  const sums: OperationRefunds["sums"] = { done: [], pending: [], handBack: [], failed: [] };
  for (const { state, ...sum } of rows) sums[state].push(sum);
  return { sums, failed: sums.failed.length > 0 ? await listFailed(operationId) : [] };
}

function listFailed(operationId: string): Promise<FailedRefund[]> {
  return db
    .select({
      reference: bookings.reference,
      name: users.name,
      amount: refunds.amount,
      currency: payments.currency,
      failureReason: refunds.failureReason,
    })
    .from(refunds)
    .innerJoin(payments, and(eq(payments.eventId, refunds.eventId), eq(payments.id, refunds.paymentId)))
    .innerJoin(bookings, eq(bookings.id, refunds.bookingId))
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(isFailed(operationId))
    .orderBy(asc(refunds.failedAt), asc(refunds.id))
    .limit(MAX_FAILED_REFUNDS);
}

/** Refunds that one request asks for again. */
const BATCH_SIZE = 500;

/**
 * Asks for the failed refunds of an operation once more, each as a new one; relay `outboxIds` afterwards. Those whose
 * money was refunded in another way since stay as they are.
 */
export async function retryFailedRefunds(by: { operationId: string; actorId: number }) {
  const { operationId, actorId } = by;
  return db.transaction(async (tx) => {
    const again = await tx.execute<{ event_id: string; booking_id: string }>(sql`
      with failed as (
        select r.* from refunds r
        join payments p on p.event_id = r.event_id and p.id = r.payment_id and p.captured_amount - p.refunded_amount >= r.amount
        where r.operation_id = ${operationId} and r.status = 'failed' and r.reviewed_at is null
        order by r.id limit ${BATCH_SIZE} for no key update of r, p
      ), seen as (
        update refunds r set reviewed_at = now(), reviewed_by = ${actorId} from failed f
        where r.event_id = f.event_id and r.id = f.id
      )
      insert into refunds (event_id, payment_id, booking_id, amount, reason, note, operation_id, requested_by, key)
      select event_id, payment_id, booking_id, amount, reason, note, operation_id, ${actorId}::bigint, 'again:' || id
      from failed returning event_id, booking_id`);
    const outboxIds: string[] = [];
    for (const { event_id, booking_id } of again) {
      const about = { eventId: Number(event_id), bookingId: Number(booking_id) };
      outboxIds.push(await announce(tx, paymentCheckRequested, about));
    }
    return { refunds: again.length, outboxIds };
  });
}
