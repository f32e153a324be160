import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { addMoney, formatCount, formatMoneyList, sumOf } from "./format";
import { emptyInsight, type Insight, type MoneyByCurrency } from "./insight";
import type { Demand } from "./waitlist-demand";

const states: { name: string; unmet: boolean; is: (row: Demand) => boolean }[] = [
  { name: "Got tickets", unmet: false, is: ({ status }) => status === "converted" },
  { name: "Has an offer", unmet: false, is: ({ status }) => status === "offered" },
  {
    name: "Let an offer go",
    unmet: false,
    is: ({ status, served }) => (status === "expired" || status === "left") && served,
  },
  { name: "Still waits", unmet: true, is: ({ status }) => status === "waiting" },
  {
    name: "Left without an offer",
    unmet: true,
    is: ({ status, served }) => (status === "expired" || status === "left") && !served,
  },
];

/** How many wanted more than there was, and what that would have earned. */
export function waitlistInsight(demand: Demand[]): Insight {
  const people = sumOf(demand, (row) => row.people);
  if (people === 0) return emptyInsight("waitlist", "Waitlist demand", "Nobody has joined the waitlist.");
  const currencies = [...new Set(demand.filter(({ worth }) => worth > 0).map(({ currency }) => currency))].sort();
  const missed: MoneyByCurrency = new Map();
  let unmet = 0;
  const rows = states.map(({ name, unmet: isUnmet, is }): Cell[] => {
    const own = demand.filter(is);
    if (isUnmet) {
      unmet += sumOf(own, (row) => row.tickets);
      for (const { currency, worth } of own) addMoney(missed, currency, worth);
    }
    return [
      name,
      sumOf(own, (row) => row.people),
      sumOf(own, (row) => row.tickets),
      ...currencies.map((currency) => sumOf(own, (row) => (row.currency === currency ? row.worth : 0))),
    ];
  });
  const wanted = sumOf(demand, (row) => row.tickets);
  const worth = missed.size > 0 ? ` and would have earned at least ${formatMoneyList(missed)} at today’s prices` : "";
  const rest =
    unmet === 0 ? "all of them were offered some" : `${formatCount(unmet, "ticket")} could not be offered${worth}`;
  return {
    id: "waitlist",
    title: "Waitlist demand",
    summary: `${formatCount(people, "person")} joined for ${formatCount(wanted, "ticket")}; ${rest}.`,
    columns: [
      { label: "What came of it", kind: "text" },
      { label: "People", kind: "count" },
      { label: "Tickets wanted", kind: "count" },
      ...currencies.map((currency) => moneyColumn(`Worth (${currency})`, currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}
