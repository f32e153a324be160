import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { columnLabels, revenueTexts, salesTexts } from "@/texts/insights";
import { formatMoment, formatMoneyList, formatNumber, joinSentences, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { Timeline } from "./timeline";

/** Tickets sold by time with their net total, then the revenue with a chart for each currency. */
export function salesInsights(timeline: Timeline | null): Insight[] {
  if (!timeline) return [emptyInsight("sales", salesTexts.title, salesTexts.empty)];
  return [soldInsight(timeline), ...timeline.currencies.map((currency) => revenueInsight(timeline, currency))];
}

function soldInsight({ buckets, precision, when }: Timeline): Insight {
  let net = 0;
  const rows: Cell[][] = buckets.map(([at, { bookings, tickets, cancelledTickets }]) => {
    net += tickets - cancelledTickets;
    return [at, bookings, tickets, cancelledTickets, net];
  });
  const tickets = sumOf(buckets, ([, bucket]) => bucket.tickets);
  const bookings = sumOf(buckets, ([, bucket]) => bucket.bookings);
  const cancelled = sumOf(buckets, ([, bucket]) => bucket.cancelledTickets);
  const [bestAt, best] = buckets.reduce((most, one) => (one[1].tickets > most[1].tickets ? one : most));
  return {
    id: "sales",
    title: salesTexts.title,
    summary: joinSentences(
      salesTexts.sold(tickets, bookings),
      cancelled > 0 && salesTexts.cancelled(cancelled),
      best.tickets < tickets && salesTexts.peak[precision](formatMoment(bestAt, precision), formatNumber(best.tickets)),
    ),
    columns: [
      when,
      { label: columnLabels.bookings, kind: "count" },
      { label: salesTexts.columns.sold, kind: "count" },
      { label: columnLabels.ticketsCancelled, kind: "count" },
      { label: salesTexts.columns.net, kind: "count" },
    ],
    rows,
    chart: { kind: "time", bars: [2], line: 4 },
  };
}

function revenueInsight({ buckets, when, currencies }: Timeline, currency: string): Insight {
  let net = 0;
  const rows: Cell[][] = buckets.map(([at, { revenue, lost }]) => {
    const [sold, cancelled] = [revenue.get(currency) ?? 0, lost.get(currency) ?? 0];
    net += sold - cancelled;
    return [at, sold, cancelled, net];
  });
  const sold = sumOf(buckets, ([, { revenue }]) => revenue.get(currency) ?? 0);
  const cancelled = sumOf(buckets, ([, { lost }]) => lost.get(currency) ?? 0);
  const text = (amount: number) => formatMoneyList(new Map([[currency, amount]]));
  const isOnly = currencies.length === 1;
  return {
    id: isOnly ? "revenue" : `revenue-${currency.toLowerCase()}`,
    title: isOnly ? revenueTexts.title : revenueTexts.titleIn(currency),
    summary:
      cancelled > 0
        ? revenueTexts.soldAndCancelled(text(sold), text(cancelled), text(sold - cancelled))
        : revenueTexts.sold(text(sold)),
    columns: [
      when,
      moneyColumn(revenueTexts.columns.sold, currency),
      moneyColumn(revenueTexts.columns.cancelled, currency),
      moneyColumn(revenueTexts.columns.net, currency),
    ],
    rows,
    chart: { kind: "time", bars: [1], line: 3 },
  };
}
