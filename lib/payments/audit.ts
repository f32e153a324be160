import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { compareWithProvider } from "./audit-provider";
import type { MoneyDifference, MoneyDifferenceKind } from "./money-difference";
import type { PaymentProvider } from "./provider";

export type MoneyAudit =
  | {
      ok: true;
      differences: MoneyDifference[];
      /** Refunds that the provider has not finished: their money is on its way. */
      refundsOnTheWay: { reference: string; amount: number; currency: string }[];
      compared: { bookings: number; payments: number; atProvider: number };
    }
  /** The provider did not answer: nothing is known of what it has. */
  | { ok: false; code: "UNAVAILABLE"; reason: string };

/**
 * Compares bookings with their payments and refunds, and these with what the provider has, page by page. `provider` null:
 * rows only. `since`: payments from then on, and the bookings that they are for.
 */
export async function auditMoney(
  db: Queryable,
  { provider, since, pageSize = 100 }: { provider: PaymentProvider | null; since: Date; pageSize?: number },
): Promise<MoneyAudit> {
  const differences = await findRowDifferences(db, since);
  const refundsOnTheWay = await findOpenRefunds(db, since);
  const compared = await countRows(db, since);
  if (!provider) return { ok: true, differences, refundsOnTheWay, compared: { ...compared, atProvider: 0 } };
  const found = await compareWithProvider(db, provider, { since, pageSize });
  if (!found.ok) return found;
  return {
    ok: true,
    differences: [...differences, ...found.differences],
    refundsOnTheWay,
    compared: { ...compared, atProvider: found.count },
  };
}

/** Sums of the payments of each booking. */
const paid = sql`
  select p.event_id, p.booking_id, sum(p.captured_amount) as captured, sum(p.captured_amount - p.refunded_amount) as kept,
    count(*) filter (where p.provider = 'stripe' and p.captured_amount > p.refunded_amount) as kept_online,
    bool_or(p.status in ('created', 'authorized')) as is_open, bool_or(p.provider = 'stripe') as is_online
  from payments p group by p.event_id, p.booking_id`;

/** Each selects `reference`, `payment_id` and `detail`. */
const rowChecks: Partial<Record<MoneyDifferenceKind, (since: string) => SQL>> = {
  KEPT_WITHOUT_BOOKING: (since) => sql`
    select b.reference, null as payment_id, b.status || ': ' || m.kept || ' kept' as detail
    from (${paid}) m join bookings b on b.id = m.booking_id
    where b.booked_at >= ${since}::timestamptz and b.status <> 'confirmed' and m.kept > 0`,
  PAID_TWICE: (since) => sql`
    select b.reference, null as payment_id, m.kept || ' kept by ' || m.kept_online || ' payments' as detail
    from (${paid}) m join bookings b on b.id = m.booking_id
    where b.booked_at >= ${since}::timestamptz and m.kept_online > 1`,
  // What an event sold before it was paid for online has no attempt, and neither has a ticket that became a dearer one.
  CONFIRMED_WITHOUT_PAYMENT: (since) => sql`
    select b.reference, null as payment_id, 'nothing captured of ' || b.total_price as detail
    from bookings b join events e on e.id = b.event_id left join (${paid}) m on m.event_id = b.event_id and m.booking_id = b.id
    where b.booked_at >= ${since}::timestamptz and b.status = 'confirmed' and b.total_price > 0 and b.source <> 'organizer'
      and coalesce(m.captured, 0) = 0 and not coalesce(m.is_open, false) and case when m.booking_id is null
        then e.payment_method = 'online' and not exists (
          select from ticket_moves v join tickets t on t.id = v.ticket_id where t.booking_id = b.id)
          and b.booked_at > (select min(p.created_at) from payments p where p.event_id = e.id and p.provider = 'stripe')
        else m.is_online and b.intended_holders is not null end`,
  REFUNDED_AMOUNT: (since) => sql`
    select b.reference, p.id as payment_id, p.refunded_amount || ' noted, refunds of ' || coalesce(r.amount, 0) as detail
    from payments p join bookings b on b.id = p.booking_id left join (
      select event_id, payment_id, sum(amount) as amount from refunds where status <> 'failed' group by event_id, payment_id
    ) r on r.event_id = p.event_id and r.payment_id = p.id
    where p.created_at >= ${since}::timestamptz and p.refunded_amount <> coalesce(r.amount, 0)`,
  IS_PAYING_WITHOUT_ATTEMPT: (since) => sql`
    select b.reference, null as payment_id, b.status::text as detail from bookings b
    where b.booked_at >= ${since}::timestamptz and b.is_paying and not exists (
      select from payments p where p.event_id = b.event_id and p.booking_id = b.id and p.status in ('created', 'authorized'))`,
  ATTEMPT_WITHOUT_IS_PAYING: (since) => sql`
    select b.reference, p.id as payment_id, p.status::text as detail from payments p join bookings b on b.id = p.booking_id
    where p.created_at >= ${since}::timestamptz and p.status in ('created', 'authorized') and not b.is_paying`,
  TICKETS_WITHOUT_PAYMENT: (since) => sql`
    select b.reference, p.id as payment_id, 'authorized, with tickets' as detail
    from payments p join bookings b on b.id = p.booking_id
    where p.created_at >= ${since}::timestamptz and p.status = 'authorized'
      and exists (select from tickets t where t.booking_id = b.id and t.status = 'valid')`,
};

async function findRowDifferences(db: Queryable, since: Date): Promise<MoneyDifference[]> {
  const differences: MoneyDifference[] = [];
  for (const [kind, check] of Object.entries(rowChecks)) {
    const rows = await db.execute<{ reference: string; payment_id: string | null; detail: string }>(
      sql`${check(since.toISOString())} order by 1, 2`,
    );
    for (const { reference, payment_id: id, detail } of rows) {
      const paymentId = id === null ? null : Number(id);
      differences.push({ kind: kind as MoneyDifferenceKind, reference, paymentId, detail });
    }
  }
  return differences;
}

async function findOpenRefunds(db: Queryable, since: Date) {
  const rows = await db.execute<{ reference: string; amount: string; currency: string }>(sql`
    select b.reference, r.amount, b.currency from refunds r join bookings b on b.id = r.booking_id
    where r.created_at >= ${since.toISOString()}::timestamptz and r.status in ('created', 'pending') order by r.id`);
  return rows.map(({ reference, amount, currency }) => ({ reference, amount: Number(amount), currency }));
}

async function countRows(db: Queryable, since: Date) {
  const [row] = await db.execute<{ bookings: number; payments: number }>(sql`
    select count(distinct booking_id)::int as bookings, count(*)::int as payments from payments
    where created_at >= ${since.toISOString()}::timestamptz`);
  return row ?? { bookings: 0, payments: 0 };
}
