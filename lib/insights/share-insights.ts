import { type Cell, money } from "@/lib/sheets/sheet";
import { currenciesIn, type Insight, nothing } from "./insight";
import type { Made, Source } from "./sales";
import type { TypeSales } from "./ticket-types";
import { counted, shareText, sumOf } from "./words";

const sourceNames: Record<Source, string> = {
  checkout: "Checkout",
  waitlist: "Waitlist",
  organizer: "Guest list",
};

/** Where what stands came from. */
export function sourceInsight(made: Made[]): Insight {
  const standing = made.filter(({ status }) => status === "confirmed");
  const tickets = sumOf(standing, (row) => row.tickets);
  if (tickets === 0) return nothing("sources", "By source", "No booking stands.");
  const currencies = currenciesIn(standing);
  const rows = Object.entries(sourceNames).map(([source, name]): Cell[] => {
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
    summary: `Of the ${counted(tickets, "ticket")} that ${tickets === 1 ? "stands" : "stand"}, ${shareText(Number(first?.[3]))} came by ${String(first?.[0]).toLowerCase()}.`,
    columns: [
      { label: "Source", kind: "text" },
      { label: "Bookings", kind: "count" },
      { label: "Tickets", kind: "count" },
      { label: "Share", kind: "share" },
      ...currencies.map((currency) => money(`Revenue (${currency})`, currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

/** What stands of each ticket type. */
export function typeInsight(types: TypeSales[], currency: string): Insight {
  const tickets = sumOf(types, (type) => type.tickets);
  if (tickets === 0) return nothing("ticket-types", "By ticket type", "No ticket of any type stands.");
  const best = types.reduce((most, one) => (one.tickets > most.tickets ? one : most));
  const isPaid = types.some(({ revenue }) => revenue > 0);
  const full = types.filter(({ quota, tickets: taken }) => quota !== null && quota > 0 && taken >= quota).length;
  const quotas = full > 0 ? `; ${counted(full, "type")} ${full === 1 ? "has" : "have"} reached the quota` : "";
  return {
    id: "ticket-types",
    title: "By ticket type",
    summary: `“${best.name}” is taken most, with ${shareText(best.tickets / tickets)} of ${counted(tickets, "ticket")}${quotas}.`,
    columns: [
      { label: "Ticket type", kind: "text" },
      { label: "Tickets", kind: "count" },
      { label: "Share", kind: "share" },
      { label: "Quota", kind: "count" },
      ...(isPaid ? [money("Revenue", currency)] : []),
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
