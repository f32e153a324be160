import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import type { CancelledByLead } from "./cancellations";
import { formatCount, formatInMoment, formatMoneyList, formatNumber, formatShare, sumOf } from "./format";
import { emptyInsight, type Insight, type MoneyByCurrency } from "./insight";
import type { Timeline } from "./timeline";

export function cancellationInsights(timeline: Timeline | null, byLead: CancelledByLead[]): Insight[] {
  const cancelled = sumOf(byLead, ({ tickets }) => tickets);
  if (!timeline || cancelled === 0) {
    return [emptyInsight("cancellations", "Cancellations", "No confirmed booking was cancelled.")];
  }
  return [overTime(timeline, cancelled), beforeStart(byLead, cancelled)];
}

function overTime({ buckets, precision, when, currencies }: Timeline, cancelled: number): Insight {
  const rows: Cell[][] = buckets.map(([at, { cancelledBookings, cancelledTickets, lost }]) => [
    at,
    cancelledBookings,
    cancelledTickets,
    ...currencies.map((currency) => lost.get(currency) ?? 0),
  ]);
  const sold = sumOf(buckets, ([, { tickets }]) => tickets);
  const lost: MoneyByCurrency = new Map();
  for (const currency of currencies) {
    const amount = sumOf(buckets, ([, bucket]) => bucket.lost.get(currency) ?? 0);
    if (amount > 0) lost.set(currency, amount);
  }
  const [worstAt, worst] = buckets.reduce((most, one) =>
    one[1].cancelledTickets > most[1].cancelledTickets ? one : most,
  );
  const share = sold > 0 ? `, ${formatShare(cancelled / sold)} of those sold` : "";
  const worth = lost.size > 0 ? `, worth ${formatMoneyList(lost)}` : "";
  const peak =
    worst.cancelledTickets < cancelled
      ? `; the most in one ${precision} was ${formatNumber(worst.cancelledTickets)}, ${formatInMoment(worstAt, precision)}`
      : "";
  return {
    id: "cancellations",
    title: "Cancellations",
    summary: `${formatCount(cancelled, "ticket")} ${cancelled === 1 ? "was" : "were"} cancelled${share}${worth}${peak}.`,
    columns: [
      when,
      { label: "Bookings cancelled", kind: "count" },
      { label: "Tickets cancelled", kind: "count" },
      ...currencies.map((currency) => moneyColumn(`Worth (${currency})`, currency)),
    ],
    rows,
    chart: { kind: "time", bars: [2], line: null },
  };
}

function beforeStart(byLead: CancelledByLead[], cancelled: number): Insight {
  const found = new Map(byLead.map((row) => [row.lead, row]));
  const rows: Cell[][] = leadTimes.map((name, lead) => {
    const { bookings = 0, tickets = 0 } = found.get(lead) ?? {};
    return [name, bookings, tickets, tickets / cancelled];
  });
  const late = sumOf(byLead, ({ lead, tickets }) => (lead >= 3 ? tickets : 0));
  return {
    id: "lead-time",
    title: "How long before the start people cancel",
    summary: `${formatShare(late / cancelled)} of the cancelled tickets were given back in the last seven days before the start or after it.`,
    columns: [
      { label: "Before the start", kind: "text" },
      { label: "Bookings cancelled", kind: "count" },
      { label: "Tickets cancelled", kind: "count" },
      { label: "Share", kind: "share" },
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

/** How long before the start a booking was cancelled; the position is what the query answers with. */
const leadTimes = [
  "28 days and more",
  "14 to 28 days",
  "7 to 14 days",
  "3 to 7 days",
  "1 to 3 days",
  "Under a day",
  "After the start",
] as const;
