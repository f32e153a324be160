import { type Cell, money } from "@/lib/sheets/sheet";
import { currenciesIn, type Insight, type Money, nothing } from "./insight";
import type { SoldByEvent } from "./sales";
import { addMoney, counted, moneyText, shareText, sumOf } from "./words";

/** As many events as a chart can name. */
const EVENTS = 15;

/** The ids of the events that sold most. */
export function bestEvents(byEvent: SoldByEvent[]): number[] {
  return ranked(byEvent).slice(0, EVENTS);
}

/** Which events the standing tickets are for; the revenue is each currency's own. */
export function eventsInsight(byEvent: SoldByEvent[], names: Map<number, string>): Insight {
  const title = "By event";
  const tickets = sumOf(byEvent, (row) => row.tickets);
  const ids = ranked(byEvent);
  const shown = ids.slice(0, EVENTS);
  const [best] = shown;
  if (best === undefined) return nothing("events", title, "No booking stands.");
  const revenue: Money = new Map();
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
  if (rest.length > 0) rows.push(rowOf(`${counted(ids.length - shown.length, "other event")}`, rest));
  const worth = revenue.size > 0 ? ` for ${moneyText(revenue)}` : "";
  const bestShare =
    sumOf(
      byEvent.filter((row) => row.eventId === best),
      (row) => row.tickets,
    ) / tickets;
  const most = ids.length > 1 ? `; “${names.get(best) ?? ""}” has most, ${shareText(bestShare)}` : "";
  return {
    id: "events",
    title,
    summary: `${counted(tickets, "ticket")}${worth} ${tickets === 1 ? "stands" : "stand"} at ${counted(ids.length, "event")}${most}.`,
    columns: [
      { label: "Event", kind: "text", width: 40 },
      { label: "Bookings", kind: "count" },
      { label: "Tickets", kind: "count" },
      ...currencies.map((currency) => money(`Revenue (${currency})`, currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

function ranked(byEvent: SoldByEvent[]): number[] {
  const tickets = new Map<number, number>();
  for (const row of byEvent) tickets.set(row.eventId, (tickets.get(row.eventId) ?? 0) + row.tickets);
  return [...tickets].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}
