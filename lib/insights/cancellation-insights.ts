import { type Cell, money } from "@/lib/sheets/sheet";
import { type CancelledByLead, leadTimes } from "./cancellations-lead";
import { type Insight, type Money, nothing } from "./insight";
import type { Timeline } from "./timeline";
import { counted, inMoment, moneyText, numberText, shareText, sumOf } from "./words";

export function cancellationInsights(timeline: Timeline | null, byLead: CancelledByLead[]): Insight[] {
  const cancelled = sumOf(byLead, ({ tickets }) => tickets);
  if (!timeline || cancelled === 0) {
    return [nothing("cancellations", "Cancellations", "No confirmed booking was cancelled.")];
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
  const lost: Money = new Map();
  for (const currency of currencies) {
    const amount = sumOf(buckets, ([, bucket]) => bucket.lost.get(currency) ?? 0);
    if (amount > 0) lost.set(currency, amount);
  }
  const [worstAt, worst] = buckets.reduce((most, one) =>
    one[1].cancelledTickets > most[1].cancelledTickets ? one : most,
  );
  const share = sold > 0 ? `, ${shareText(cancelled / sold)} of those sold` : "";
  const worth = lost.size > 0 ? `, worth ${moneyText(lost)}` : "";
  const peak =
    worst.cancelledTickets < cancelled
      ? `; the most in one ${precision} was ${numberText(worst.cancelledTickets)}, ${inMoment(worstAt, precision)}`
      : "";
  return {
    id: "cancellations",
    title: "Cancellations",
    summary: `${counted(cancelled, "ticket")} ${cancelled === 1 ? "was" : "were"} cancelled${share}${worth}${peak}.`,
    columns: [
      when,
      { label: "Bookings cancelled", kind: "count" },
      { label: "Tickets cancelled", kind: "count" },
      ...currencies.map((currency) => money(`Worth (${currency})`, currency)),
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
    summary: `${shareText(late / cancelled)} of the cancelled tickets were given back in the last seven days before the start or after it.`,
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
