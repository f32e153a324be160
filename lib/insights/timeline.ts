import type { Column, Precision } from "@/lib/sheets/sheet";
import { columnLabels } from "@/texts/insights";
import { bucketOf, bucketsBetween, precisionFor } from "./buckets";
import type { Cancellations } from "./cancellations";
import { addMoney } from "./format";
import type { MoneyByCurrency } from "./insight";
import type { Sales } from "./sales";

export type Bucket = {
  bookings: number;
  tickets: number;
  revenue: MoneyByCurrency;
  cancelledBookings: number;
  cancelledTickets: number;
  lost: MoneyByCurrency;
};

/** Sales and cancellations by hour, day, week or month, from the first with any. */
export type Timeline = { precision: Precision; when: Column; buckets: [string, Bucket][]; currencies: string[] };

/**
 * Null without sales and cancellations. The timeline extends to the wall clock `until`, with empty buckets for quiet
 * days.
 */
export function buildTimeline(sales: Sales, { byTime }: Cancellations, until: string): Timeline | null {
  const walls = [...sales.byTime, ...byTime].map(({ at }) => at).sort();
  const [first] = walls;
  if (!first) return null;
  const last = [walls.at(-1) ?? first, until].sort().at(-1) ?? first;
  const precision = precisionFor(first, last, sales.precision);
  const buckets = new Map(bucketsBetween(first, last, precision).map((at) => [at, emptyBucket()]));
  const currencies = new Set<string>();
  for (const { at, currency, bookings, tickets, revenue } of sales.byTime) {
    const bucket = buckets.get(bucketOf(at, precision));
    if (!bucket) continue;
    bucket.bookings += bookings;
    bucket.tickets += tickets;
    addMoney(bucket.revenue, currency, revenue);
    if (revenue > 0) currencies.add(currency);
  }
  for (const { at, currency, bookings, tickets, revenue } of byTime) {
    const bucket = buckets.get(bucketOf(at, precision));
    if (!bucket) continue;
    bucket.cancelledBookings += bookings;
    bucket.cancelledTickets += tickets;
    addMoney(bucket.lost, currency, revenue);
  }
  return { precision, when: whenColumn(precision), buckets: [...buckets], currencies: [...currencies].sort() };
}

function whenColumn(precision: Precision): Column {
  return { label: columnLabels[precision], kind: "moment", precision };
}

function emptyBucket(): Bucket {
  return {
    bookings: 0,
    tickets: 0,
    revenue: new Map(),
    cancelledBookings: 0,
    cancelledTickets: 0,
    lost: new Map(),
  };
}
