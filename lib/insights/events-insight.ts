import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { columnLabels, eventsTexts } from "@/texts/insights";
import { addMoney, formatMoneyList, formatShare, joinSentences, sumOf } from "./format";
import { currenciesIn, emptyInsight, type Insight, type MoneyByCurrency } from "./insight";
import type { SoldByEvent } from "./sales";

/** As many events as a chart can name. */
const MAX_EVENTS = 15;

/** The ids of the events that sold most. */
export function topEventIds(byEvent: SoldByEvent[]): number[] {
  return rankEvents(byEvent).slice(0, MAX_EVENTS);
}

/** Booked tickets by event, with revenue by currency. */
export function eventsInsight(byEvent: SoldByEvent[], names: Map<number, string>): Insight {
  const { title } = eventsTexts;
  const tickets = sumOf(byEvent, (row) => row.tickets);
  const ids = rankEvents(byEvent);
  const shown = ids.slice(0, MAX_EVENTS);
  const [best] = shown;
  if (best === undefined) return emptyInsight("events", title, eventsTexts.empty);
  const revenue: MoneyByCurrency = new Map();
  for (const row of byEvent) addMoney(revenue, row.currency, row.revenue);
  const currencies = currenciesIn(byEvent);
  const rowOf = (name: string, own: SoldByEvent[]): Cell[] => [
    name,
    sumOf(own, (row) => row.bookings),
    sumOf(own, (row) => row.tickets),
    ...currencies.map((currency) => sumOf(own, (row) => (row.currency === currency ? row.revenue : 0))),
  ];
  const rows = shown.map((id) =>
    rowOf(
      names.get(id) ?? "",
      byEvent.filter((row) => row.eventId === id),
    ),
  );
  const rest = byEvent.filter((row) => !shown.includes(row.eventId));
  if (rest.length > 0) rows.push(rowOf(eventsTexts.others(ids.length - shown.length), rest));
  const bestShare =
    sumOf(
      byEvent.filter((row) => row.eventId === best),
      (row) => row.tickets,
    ) / tickets;
  return {
    id: "events",
    title,
    summary: joinSentences(
      revenue.size > 0
        ? eventsTexts.bookedFor(tickets, formatMoneyList(revenue), ids.length)
        : eventsTexts.booked(tickets, ids.length),
      ids.length > 1 && eventsTexts.most(names.get(best) ?? "", formatShare(bestShare)),
    ),
    columns: [
      { label: columnLabels.event, kind: "text", width: 40 },
      { label: columnLabels.bookings, kind: "count" },
      { label: columnLabels.tickets, kind: "count" },
      ...currencies.map((currency) => moneyColumn(columnLabels.revenueIn(currency), currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

function rankEvents(byEvent: SoldByEvent[]): number[] {
  const tickets = new Map<number, number>();
  for (const row of byEvent) tickets.set(row.eventId, (tickets.get(row.eventId) ?? 0) + row.tickets);
  return [...tickets].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}
