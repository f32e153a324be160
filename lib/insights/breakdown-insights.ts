import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { columnLabels, sourceTexts, typeTexts } from "@/texts/insights";
import { formatShare, joinSentences, sumOf } from "./format";
import { currenciesIn, emptyInsight, type Insight } from "./insight";
import type { BookingsByStatus, Source } from "./sales";
import type { TicketTypeSalesData } from "./ticket-type-sales";

const sources: Source[] = ["checkout", "waitlist", "organizer"];

/** Confirmed bookings by source. */
export function sourceInsight(made: BookingsByStatus[]): Insight {
  const confirmed = made.filter(({ status }) => status === "confirmed");
  const tickets = sumOf(confirmed, (row) => row.tickets);
  if (tickets === 0) return emptyInsight("sources", sourceTexts.title, sourceTexts.empty);
  const currencies = currenciesIn(confirmed);
  const ticketsFrom = (source: Source) =>
    sumOf(
      confirmed.filter((row) => row.source === source),
      (row) => row.tickets,
    );
  const rows = sources.map((source): Cell[] => {
    const own = confirmed.filter((row) => row.source === source);
    return [
      sourceTexts.names[source],
      sumOf(own, (row) => row.bookings),
      ticketsFrom(source),
      ticketsFrom(source) / tickets,
      ...currencies.map((currency) => sumOf(own, (row) => (row.currency === currency ? row.revenue : 0))),
    ];
  });
  const first = sources.reduce((most, one) => (ticketsFrom(one) > ticketsFrom(most) ? one : most));
  return {
    id: "sources",
    title: sourceTexts.title,
    summary: sourceTexts.most[first](ticketsFrom(first), tickets, formatShare(ticketsFrom(first) / tickets)),
    columns: [
      { label: columnLabels.source, kind: "text" },
      { label: columnLabels.bookings, kind: "count" },
      { label: columnLabels.tickets, kind: "count" },
      { label: columnLabels.share, kind: "share" },
      ...currencies.map((currency) => moneyColumn(columnLabels.revenueIn(currency), currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

/** Booked tickets by ticket type. */
export function typeInsight(types: TicketTypeSalesData[], currency: string): Insight {
  const tickets = sumOf(types, (type) => type.tickets);
  if (tickets === 0) return emptyInsight("ticket-types", typeTexts.title, typeTexts.empty);
  const best = types.reduce((most, one) => (one.tickets > most.tickets ? one : most));
  const isPaid = types.some(({ revenue }) => revenue > 0);
  const full = types.filter(({ quota, tickets: taken }) => quota !== null && quota > 0 && taken >= quota).length;
  return {
    id: "ticket-types",
    title: typeTexts.title,
    summary: joinSentences(
      typeTexts.most(best.name, best.tickets, tickets, formatShare(best.tickets / tickets)),
      full > 0 && typeTexts.full(full),
    ),
    columns: [
      { label: columnLabels.ticketType, kind: "text" },
      { label: columnLabels.tickets, kind: "count" },
      { label: columnLabels.share, kind: "share" },
      { label: typeTexts.columns.quota, kind: "count" },
      ...(isPaid ? [moneyColumn(columnLabels.revenue, currency)] : []),
    ],
    rows: types.map((type) => [
      type.name,
      type.tickets,
      type.tickets / tickets,
      type.quota,
      ...(isPaid ? [type.revenue] : []),
    ]),
    chart: { kind: "bars", bars: [1], stacked: false },
  };
}
