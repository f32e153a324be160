import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { cancellationTexts, columnLabels, leadTimeTexts } from "@/texts/insights";
import type { CancelledByLead } from "./cancellations";
import { formatMoment, formatMoneyList, formatNumber, formatShare, joinSentences, sumOf } from "./format";
import { emptyInsight, type Insight, type MoneyByCurrency } from "./insight";
import type { Timeline } from "./timeline";

export function cancellationInsights(timeline: Timeline | null, byLead: CancelledByLead[]): Insight[] {
  const cancelled = sumOf(byLead, ({ tickets }) => tickets);
  if (!timeline || cancelled === 0) {
    return [emptyInsight("cancellations", cancellationTexts.title, cancellationTexts.empty)];
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
  return {
    id: "cancellations",
    title: cancellationTexts.title,
    summary: joinSentences(
      sold > 0
        ? cancellationTexts.cancelledShare(cancelled, formatShare(cancelled / sold))
        : cancellationTexts.cancelled(cancelled),
      lost.size > 0 && cancellationTexts.worth(formatMoneyList(lost)),
      worst.cancelledTickets < cancelled &&
        cancellationTexts.peak[precision](formatMoment(worstAt, precision), formatNumber(worst.cancelledTickets)),
    ),
    columns: [
      when,
      { label: columnLabels.bookingsCancelled, kind: "count" },
      { label: columnLabels.ticketsCancelled, kind: "count" },
      ...currencies.map((currency) => moneyColumn(columnLabels.worthIn(currency), currency)),
    ],
    rows,
    chart: { kind: "time", bars: [2], line: null },
  };
}

/** The position of a range is the `lead` of the query. */
function beforeStart(byLead: CancelledByLead[], cancelled: number): Insight {
  const found = new Map(byLead.map((row) => [row.lead, row]));
  const rows: Cell[][] = leadTimeTexts.ranges.map((name, lead) => {
    const { bookings = 0, tickets = 0 } = found.get(lead) ?? {};
    return [name, bookings, tickets, tickets / cancelled];
  });
  const late = sumOf(byLead, ({ lead, tickets }) => (lead >= 3 ? tickets : 0));
  return {
    id: "lead-time",
    title: leadTimeTexts.title,
    summary: leadTimeTexts.late(late, cancelled, formatShare(late / cancelled)),
    columns: [
      { label: leadTimeTexts.column, kind: "text" },
      { label: columnLabels.bookingsCancelled, kind: "count" },
      { label: columnLabels.ticketsCancelled, kind: "count" },
      { label: columnLabels.share, kind: "share" },
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}
