import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { areBookedWithinDays, bucketColumn } from "./sales";
import { type Scope, sinceFilter } from "./scope";

/** Money in a bucket of time, in minor units of `currency`. */
export type TakenByTime = { at: string; currency: string; taken: number; refunded: number; fees: number };
/** Fees that a provider charges in another currency than people paid. */
export type OtherFees = { currency: string; feeCurrency: string; fees: number };
export type Takings = { byTime: TakenByTime[]; otherFees: OtherFees[] };

type Row = Omit<TakenByTime, "at"> & { at: string | null; feeCurrency: string | null };

/** Payments by the time when they were taken, and refunds that have not failed by the time when they were asked for. */
export async function readTakings({ events, since, isOne }: Scope): Promise<Takings> {
  const rows = await db.execute<Row>(sql`
    with scope as materialized (${events}),
    grain as materialized (select ${isOne ? areBookedWithinDays(3) : sql`false`} as hourly),
    counted as (
      select x.* from scope s cross join lateral (
        select ${bucketColumn(sql`p.created_at`)} as at, p.currency, p.fee_currency, sum(p.captured_amount) as taken,
          0 as refunded, coalesce(sum(p.fee), 0) as fees
        from payments p where p.event_id = s.id and p.status = 'captured' ${sinceFilter(sql`p.created_at`, since)}
        group by 1, 2, 3
        union all
        select ${bucketColumn(sql`r.created_at`)}, p.currency, null, 0, sum(r.amount), 0
        from refunds r join payments p on p.event_id = r.event_id and p.id = r.payment_id
        where r.event_id = s.id and r.status <> 'failed' ${sinceFilter(sql`r.created_at`, since)}
        group by 1, 2) x)
    select to_char(at, 'YYYY-MM-DD"T"HH24:MI') as at, currency, null as "feeCurrency", sum(taken)::float8 as taken,
      sum(refunded)::float8 as refunded, coalesce(sum(fees) filter (where fee_currency = currency), 0)::float8 as fees
    from counted group by at, currency
    union all
    select null, currency, fee_currency, 0, 0, sum(fees)::float8 from counted
    where fee_currency <> currency and fees > 0 group by currency, fee_currency
    order by at`);
  return {
    byTime: rows.flatMap(({ at, feeCurrency: _, ...row }) => (at ? [{ ...row, at }] : [])),
    otherFees: rows.flatMap(({ currency, feeCurrency, fees }) =>
      feeCurrency ? [{ currency, feeCurrency, fees }] : [],
    ),
  };
}
