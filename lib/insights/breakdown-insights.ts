import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { formatCount, formatShare, sumOf } from "./format";
import { currenciesIn, emptyInsight, type Insight } from "./insight";
import type { BookingsByStatus, Source } from "./sales";
import type { TicketTypeSalesData } from "./ticket-type-sales";

const sourceLabels: Record<Source, string> = {
  checkout: "Checkout",
  waitlist: "Waitlist",
  organizer: "Guest list",
};

/** Where what stands came from. */
export function sourceInsight(made: BookingsByStatus[]): Insight {
  const standing = made.filter(({ status }) => status === "confirmed");
  const tickets = sumOf(standing, (row) => row.tickets);
  if (tickets === 0) return emptyInsight("sources", "By source", "No booking stands.");
  const currencies = currenciesIn(standing);
  const rows = Object.entries(sourceLabels).map(([source, name]): Cell[] => {
    const own = standing.filter((row) => row.source === source);
    return [
      name,
      sumOf(own, (row) => row.bookings),
      sumOf(own, (row) => row.tickets),
      sumOf(own, (row) => row.tickets) / tickets,
      ...currencies.map((currency) => sumOf(own, (row) => (row.currency === currency ? row.revenue : 0))),
    ];
  });
  const [first] = rows.toSorted((a, b) => Number(b[2]) - Number(a[2]));
  return {
    id: "sources",
    title: "By source",
    summary: `Of the ${formatCount(tickets, "ticket")} that ${tickets === 1 ? "stands" : "stand"}, ${formatShare(Number(first?.[3]))} came by ${String(first?.[0]).toLowerCase()}.`,
    columns: [
      { label: "Source", kind: "text" },
      { label: "Bookings", kind: "count" },
      { label: "Tickets", kind: "count" },
      { label: "Share", kind: "share" },
      ...currencies.map((currency) => moneyColumn(`Revenue (${currency})`, currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

/** What stands of each ticket type. */
export function typeInsight(types: TicketTypeSalesData[], currency: string): Insight {
  const tickets = sumOf(types, (type) => type.tickets);
  if (tickets === 0) return emptyInsight("ticket-types", "By ticket type", "No ticket of any type stands.");
  const best = types.reduce((most, one) => (one.tickets > most.tickets ? one : most));
  const isPaid = types.some(({ revenue }) => revenue > 0);
  const full = types.filter(({ quota, tickets: taken }) => quota !== null && quota > 0 && taken >= quota).length;
  const quotas = full > 0 ? `; ${formatCount(full, "type")} ${full === 1 ? "has" : "have"} reached the quota` : "";
  return {
    id: "ticket-types",
    title: "By ticket type",
    summary: `“${best.name}” is taken most, with ${formatShare(best.tickets / tickets)} of ${formatCount(tickets, "ticket")}${quotas}.`,
    columns: [
      { label: "Ticket type", kind: "text" },
      { label: "Tickets", kind: "count" },
      { label: "Share", kind: "share" },
      { label: "Quota", kind: "count" },
      ...(isPaid ? [moneyColumn("Revenue", currency)] : []),
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
