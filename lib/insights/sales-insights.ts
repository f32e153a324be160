import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { formatCount, formatInMoment, formatMoneyList, formatNumber, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { Timeline } from "./timeline";

/** Tickets sold in each bucket of time and what stood after it, then the revenue, a chart for each currency. */
export function salesInsights(timeline: Timeline | null): Insight[] {
  if (!timeline) return [emptyInsight("sales", "Sales over time", "Nothing has been sold yet.")];
  return [soldInsight(timeline), ...timeline.currencies.map((currency) => revenueInsight(timeline, currency))];
}

function soldInsight({ buckets, precision, when }: Timeline): Insight {
  let standing = 0;
  const rows: Cell[][] = buckets.map(([at, { bookings, tickets, cancelledTickets }]) => {
    standing += tickets - cancelledTickets;
    return [at, bookings, tickets, cancelledTickets, standing];
  });
  const tickets = sumOf(buckets, ([, bucket]) => bucket.tickets);
  const bookings = sumOf(buckets, ([, bucket]) => bucket.bookings);
  const cancelled = sumOf(buckets, ([, bucket]) => bucket.cancelledTickets);
  const [bestAt, best] = buckets.reduce((most, one) => (one[1].tickets > most[1].tickets ? one : most));
  const was = tickets === 1 ? "was" : "were";
  const gone = cancelled > 0 ? `, ${formatNumber(cancelled)} of them cancelled since` : "";
  const peak =
    best.tickets < tickets
      ? `; the most in one ${precision} was ${formatNumber(best.tickets)}, ${formatInMoment(bestAt, precision)}`
      : "";
  return {
    id: "sales",
    title: "Sales over time",
    summary: `${formatCount(tickets, "ticket")} in ${formatCount(bookings, "booking")} ${was} sold${gone}${peak}.`,
    columns: [
      when,
      { label: "Bookings", kind: "count" },
      { label: "Tickets sold", kind: "count" },
      { label: "Tickets cancelled", kind: "count" },
      { label: "Tickets standing", kind: "count" },
    ],
    rows,
    chart: { kind: "time", bars: [2], line: 4 },
  };
}

function revenueInsight({ buckets, when, currencies }: Timeline, currency: string): Insight {
  let standing = 0;
  const rows: Cell[][] = buckets.map(([at, { revenue, lost }]) => {
    const [came, went] = [revenue.get(currency) ?? 0, lost.get(currency) ?? 0];
    standing += came - went;
    return [at, came, went, standing];
  });
  const came = sumOf(buckets, ([, { revenue }]) => revenue.get(currency) ?? 0);
  const went = sumOf(buckets, ([, { lost }]) => lost.get(currency) ?? 0);
  const text = (amount: number) => formatMoneyList(new Map([[currency, amount]]));
  const alone = currencies.length === 1;
  return {
    id: alone ? "revenue" : `revenue-${currency.toLowerCase()}`,
    title: alone ? "Revenue over time" : `Revenue over time in ${currency}`,
    summary:
      went > 0
        ? `${text(came)} was sold and ${text(went)} of it cancelled, so ${text(came - went)} stands.`
        : `${text(came)} was sold, and nothing of it was cancelled.`,
    columns: [
      when,
      moneyColumn("Sold", currency),
      moneyColumn("Cancelled", currency),
      moneyColumn("Standing", currency),
    ],
    rows,
    chart: { kind: "time", bars: [1], line: 3 },
  };
}
