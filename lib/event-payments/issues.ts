import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { encodeOpaqueId } from "@/lib/names/opaque-id";

/** What needs a person, the most pressing first. */
export const issueKinds = [
  "dispute",
  "unused",
  "refund_failed",
  "hand_back",
  "pending",
  "refund_pending",
  "amounts_differ",
  "provider_refund",
  "late",
] as const;
export type IssueKind = (typeof issueKinds)[number];

export type PaymentIssue = {
  kind: IssueKind;
  reference: string;
  name: string;
  /** Minor units of `currency`. */
  amount: number;
  /** The booking's price, to compare with. */
  total: number;
  currency: string;
  at: Date;
  /** Until when a dispute can be answered. */
  answerBy: Date | null;
  /** The provider's code of what went wrong. */
  code: string | null;
  /** What is marked as solved, tried again or handed back; null for what only the provider can settle. */
  payment: string | null;
  refund: string | null;
};

const PENDING_FOR = sql`interval '1 hour'`;

/** A page shows at most this many of a kind. */
export const MAX_ISSUES_OF_KIND = 50;

type Row = Omit<PaymentIssue, "at" | "answerBy" | "payment" | "refund"> & {
  at: string;
  answerBy: string | null;
  paymentId: string | null;
  refundId: string | null;
};

type Source = { payment?: SQL; refund?: SQL; amount: SQL; at: SQL; answerBy?: SQL; code?: SQL; from: SQL };

const none = sql`null`;

/** `from` has the booking as `b` and a payment as `p`. */
function issueQuery(kind: IssueKind, { payment, refund, amount, at, answerBy, code, from }: Source): SQL {
  return sql`(select ${kind} as kind, b.reference, u.name, ${amount}::float8 as amount, b.total_price::float8 as total,
      b.currency, ${at} as at, ${answerBy ?? none}::timestamptz as "answerBy", ${code ?? none}::text as code,
      ${payment ?? none}::text as "paymentId", ${refund ?? none}::text as "refundId"
    from ${from} order by ${at} limit ${MAX_ISSUES_OF_KIND + 1})`;
}

// Named for bookings, too, the event keeps the planner from reading those of all events.
const bookingOf = (eventId: number, row: SQL) =>
  sql`join bookings b on b.id = ${row}.booking_id and b.event_id = ${eventId} join users u on u.id = b.user_id`;

/** What needs a person about an event's money. One query; at most one more of each kind than a page shows. */
export async function listPaymentIssues(eventId: number): Promise<PaymentIssue[]> {
  const refund = { refund: sql`r.id`, amount: sql`r.amount`, at: sql`r.created_at`, code: sql`r.failure_reason` };
  const ofPayment = bookingOf(eventId, sql`p`);
  const refundsWhere = (condition: SQL) => sql`refunds r
    join payments p on p.event_id = r.event_id and p.id = r.payment_id ${bookingOf(eventId, sql`r`)}
    where r.event_id = ${eventId} and ${condition}`;
  const queries = [
    issueQuery("dispute", {
      ...{ amount: sql`d.amount`, at: sql`d.opened_at`, answerBy: sql`d.answer_by`, code: sql`d.reason` },
      from: sql`disputes d join payments p on p.event_id = d.event_id and p.id = d.payment_id ${ofPayment}
        where d.event_id = ${eventId} and d.status in ('needs_response', 'under_review')`,
    }),
    // Each such payment asks for a refund in the same transaction, so this finds what went wrong otherwise. Failed
    // refunds have an entry of their own.
    issueQuery("unused", {
      ...{ payment: sql`p.id`, amount: sql`p.captured_amount - p.refunded_amount`, at: sql`p.created_at` },
      from: sql`payments p ${ofPayment} where p.event_id = ${eventId} and p.captured_amount > p.refunded_amount
        and p.reviewed_at is null and b.status <> 'confirmed'
        and not exists (select from refunds f where f.event_id = p.event_id and f.payment_id = p.id and f.status = 'failed')`,
    }),
    issueQuery("refund_failed", { ...refund, from: refundsWhere(sql`r.status = 'failed' and r.reviewed_at is null`) }),
    issueQuery("hand_back", { ...refund, from: refundsWhere(sql`r.status = 'created' and p.provider = 'venue'`) }),
    issueQuery("pending", {
      ...{ amount: sql`p.amount`, at: sql`p.created_at`, code: sql`p.failure_reason` },
      from: sql`payments p ${ofPayment} where p.event_id = ${eventId} and p.status in ('created', 'authorized')
        and (p.status = 'authorized' or b.expires_at < now()) and p.created_at < now() - ${PENDING_FOR}`,
    }),
    issueQuery("refund_pending", {
      ...refund,
      from: refundsWhere(sql`r.status = 'created' and p.provider = 'stripe' and r.created_at < now() - ${PENDING_FOR}`),
    }),
    amountsDifferQuery(eventId),
    issueQuery("provider_refund", {
      ...refund,
      from: refundsWhere(
        sql`r.reason = 'provider' and r.status <> 'failed' and r.reviewed_at is null and b.status = 'confirmed'`,
      ),
    }),
    issueQuery("late", {
      ...refund,
      from: refundsWhere(sql`r.key like 'unused:%' and r.status <> 'failed' and r.reviewed_at is null`),
    }),
  ];
  const rows = await db.execute<Row>(sql.join(queries, sql` union all `));
  return rows.map(({ at, answerBy, paymentId, refundId, ...issue }) => ({
    ...issue,
    at: new Date(at),
    answerBy: answerBy === null ? null : new Date(answerBy),
    payment: paymentId === null ? null : encodeOpaqueId(Number(paymentId), "payment"),
    refund: refundId === null ? null : encodeOpaqueId(Number(refundId), "refund"),
  }));
}

/**
 * Bookings that were paid online with another amount than they cost, as after a change of ticket types. What the team or
 * the provider's dashboard refunded is left out: the one was meant, the other has an entry of its own.
 */
function amountsDifferQuery(eventId: number): SQL {
  return issueQuery("amounts_differ", {
    ...{ payment: sql`p.id`, amount: sql`p.kept`, at: sql`p.created_at` },
    from: sql`(
        select s.*, s.captured - coalesce((
          select sum(r.amount) from refunds r where r.event_id = ${eventId} and r.booking_id = s.booking_id
            and r.status <> 'failed' and r.reason not in ('team', 'provider')), 0) as kept
        from (
          select booking_id, sum(captured_amount) as captured, max(id) filter (where status = 'captured') as id,
            max(created_at) as created_at, bool_or(provider = 'stripe' and status = 'captured') as is_online,
            bool_or(status in ('created', 'authorized')) as is_open, max(reviewed_at) as reviewed_at
          from payments where event_id = ${eventId} group by booking_id) s
        where s.is_online and not s.is_open and s.reviewed_at is null) p
      ${bookingOf(eventId, sql`p`)} where b.status = 'confirmed' and p.kept <> b.total_price`,
  });
}
