import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { columnLabels, waitlistTexts } from "@/texts/insights";
import { addMoney, formatMoneyList, joinSentences, sumOf } from "./format";
import { emptyInsight, type Insight, type MoneyByCurrency } from "./insight";
import type { Demand } from "./waitlist-demand";

const states: { name: string; unmet: boolean; is: (row: Demand) => boolean }[] = [
  { name: waitlistTexts.outcomes.converted, unmet: false, is: ({ status }) => status === "converted" },
  { name: waitlistTexts.outcomes.offered, unmet: false, is: ({ status }) => status === "offered" },
  {
    name: waitlistTexts.outcomes.offerExpired,
    unmet: false,
    is: ({ status, served }) => (status === "expired" || status === "left") && served,
  },
  { name: waitlistTexts.outcomes.waiting, unmet: true, is: ({ status }) => status === "waiting" },
  {
    name: waitlistTexts.outcomes.left,
    unmet: true,
    is: ({ status, served }) => (status === "expired" || status === "left") && !served,
  },
];

/** Waitlist entries by outcome, and the value of unmet demand. */
export function waitlistInsight(demand: Demand[]): Insight {
  const people = sumOf(demand, (row) => row.people);
  if (people === 0) return emptyInsight("waitlist", waitlistTexts.title, waitlistTexts.empty);
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
  const requested = sumOf(demand, (row) => row.tickets);
  const unmetText =
    missed.size > 0 ? waitlistTexts.unmetWorth(unmet, formatMoneyList(missed)) : waitlistTexts.unmet(unmet);
  return {
    id: "waitlist",
    title: waitlistTexts.title,
    summary: joinSentences(waitlistTexts.joined(people, requested), unmet === 0 ? waitlistTexts.allOffered : unmetText),
    columns: [
      { label: waitlistTexts.columns.outcome, kind: "text" },
      { label: waitlistTexts.columns.people, kind: "count" },
      { label: waitlistTexts.columns.tickets, kind: "count" },
      ...currencies.map((currency) => moneyColumn(columnLabels.worthIn(currency), currency)),
    ],
    rows,
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}
