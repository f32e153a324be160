import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { refundReason, refundStatus } from "@/db/schema/payments";
import { decodeOpaqueId, encodeOpaqueId } from "@/lib/names/opaque-id";
import { type Page, toPage } from "@/lib/paging/keyset";
import type { LedgerSearch } from "./ledger-search";

export type LedgerRow = {
  kind: "payment" | "refund";
  cursor: string;
  reference: string;
  name: string;
  at: Date;
  /** Minor units of `currency`, of payments what was taken. */
  amount: number;
  currency: string;
  provider: "stripe" | "venue";
  method: string | null;
  fee: number | null;
  feeCurrency: string | null;
  /** Of refunds. */
  status: (typeof refundStatus.enumValues)[number] | null;
  reason: (typeof refundReason.enumValues)[number] | null;
};

const PAGE_SIZE = 50;

type Place = { at: string; nth: number; id: number };
type RawRow = Omit<LedgerRow, "at" | "cursor"> & { id: string; at: string; nth: number };

/** A page of the money that was taken and given back, latest first. */
export async function getLedgerPage(eventId: number, search: LedgerSearch, size = PAGE_SIZE): Promise<Page<LedgerRow>> {
  const backwards = !search.after && Boolean(search.before);
  const place = await findPlace(eventId, search.after ?? search.before);
  const [direction, beyond] = backwards ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const half = (table: SQL, nth: 0 | 1, columns: SQL, joins: SQL, match: SQL) => sql`(
    select ${columns}, ${nth}::int as nth, b.reference, u.name
    from ${table} ${joins} join bookings b on b.id = x.booking_id and b.event_id = ${eventId} join users u on u.id = b.user_id
    where x.event_id = ${eventId} and ${match}
      ${place ? sql`and (x.created_at, ${nth}::int, x.id) ${beyond} (${place.at}::timestamptz, ${place.nth}::int, ${place.id}::bigint)` : sql``}
    order by x.created_at ${direction}, x.id ${direction} limit ${size + 1})`;
  const rows = await db.execute<RawRow>(sql`
    select * from (
      ${half(
        sql`payments x`,
        0,
        sql`'payment' as kind, x.id::text, x.created_at as at, x.captured_amount::float8 as amount, x.currency, x.provider,
          x.method, x.fee::float8 as fee, x.fee_currency as "feeCurrency", null::text as status, null::text as reason`,
        sql``,
        sql`x.status = 'captured' ${matches(eventId, search.q, sql`x.intent_id`)}`,
      )}
      union all
      ${half(
        sql`refunds x`,
        1,
        sql`'refund', x.id::text, x.created_at, x.amount::float8, p.currency, p.provider, p.method, null, null,
          x.status::text, x.reason::text`,
        sql`join payments p on p.event_id = x.event_id and p.id = x.payment_id`,
        sql`true ${matches(eventId, search.q, sql`x.provider_refund_id`)}`,
      )}) ledger
    order by at ${direction}, nth ${direction}, id::bigint ${direction} limit ${size + 1}`);
  const found = rows.map(({ id, nth: _, at, ...row }) => ({
    ...row,
    at: new Date(at),
    cursor: `${row.kind === "payment" ? "p" : "r"}.${encodeOpaqueId(Number(id), row.kind)}`,
  }));
  return toPage(found, { size, backwards, isFirst: place === null, cursorOf: ({ cursor }) => cursor });
}

/** A booking's reference, or the beginning of one, or the provider's id. */
function matches(eventId: number, q: string | undefined, providerId: SQL): SQL {
  if (!q) return sql``;
  const reference = q.replace(/[\s-]/g, "").toUpperCase();
  const isReference = /^[0-9A-Z]{1,32}$/.test(reference);
  const byReference = sql`x.booking_id in (
    select id from bookings where event_id = ${eventId} and reference like ${`${reference}%`})`;
  return isReference ? sql`and (${byReference} or ${providerId} = ${q})` : sql`and ${providerId} = ${q}`;
}

async function findPlace(eventId: number, cursor: string | undefined): Promise<Place | null> {
  const [kind, sealed] = cursor?.split(".") ?? [];
  const isPayment = kind === "p";
  if (!isPayment && kind !== "r") return null;
  const id = decodeOpaqueId(sealed, isPayment ? "payment" : "refund");
  if (id === null) return null;
  const [row] = await db.execute<{ at: string }>(sql`
    select created_at::text as at from ${isPayment ? sql`payments` : sql`refunds`} where event_id = ${eventId} and id = ${id}`);
  return row ? { at: row.at, nth: isPayment ? 0 : 1, id } : null;
}

/** Sums of an event's money in minor units. */
export type LedgerTotals = {
  currency: string;
  taken: number;
  refunded: number;
  /** By currency: a provider may charge them in its own. */
  fees: { currency: string; amount: number }[];
  /** What was taken, less refunds and the fees in the same currency. */
  net: number;
};

/** The sums of an event by currency; none without payments. */
export async function getLedgerTotals(eventId: number): Promise<LedgerTotals[]> {
  const rows = await db.execute<{
    currency: string;
    taken: number;
    refunded: number;
    fees: Record<string, number> | null;
  }>(sql`
    select p.currency, sum(p.taken)::float8 as taken, sum(p.refunded)::float8 as refunded,
      jsonb_object_agg(p.fee_currency, p.fee) filter (where p.fee > 0) as fees
    from (
      select currency, fee_currency, sum(captured_amount) as taken, sum(refunded_amount) as refunded,
        coalesce(sum(fee), 0) as fee
      from payments where event_id = ${eventId} and status = 'captured' group by currency, fee_currency) p
    group by p.currency order by p.currency`);
  return rows.map(({ currency, taken, refunded, fees }) => {
    const list = Object.entries(fees ?? {}).map(([feeCurrency, amount]) => ({ currency: feeCurrency, amount }));
    const own = list.find((fee) => fee.currency === currency)?.amount ?? 0;
    return { currency, taken, refunded, fees: list, net: taken - refunded - own };
  });
}
