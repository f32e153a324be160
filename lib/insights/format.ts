import { formatMoney } from "@/lib/money/format";
import type { Precision } from "@/lib/sheets/sheet";
import { formatDay } from "@/lib/time/format";
import { moments } from "@/texts/insights";
import type { MoneyByCurrency } from "./insight";

const numbers = new Intl.NumberFormat("en-GB");
const shares = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });

export function formatNumber(value: number) {
  return numbers.format(value);
}

/** "62%", "0.4%". */
export function formatShare(share: number) {
  return shares.format(share);
}

/** "€1,200 and ¥3,000", by currency code: one amount per currency, never their sum. */
export function formatMoneyList(money: MoneyByCurrency) {
  return lists.format(
    [...money].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => formatMoney(amount, currency)),
  );
}

/** "Sat 3 May 2026", "Sat 3 May 2026, 14:00", "week of Mon 4 May 2026", "May 2026", from a wall clock. */
export function formatMoment(wall: string, precision: Precision) {
  const at = new Date(`${wall}Z`);
  if (precision === "month") {
    return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(at);
  }
  const day = formatDay(at, "UTC");
  if (precision === "week") return moments.weekOf(day);
  return precision === "day" ? day : `${day}, ${wall.slice(11)}`;
}

/** One paragraph of the sentences that apply. */
export function joinSentences(...sentences: (string | false)[]) {
  return sentences.filter(Boolean).join(" ");
}

/** Adds an amount to the sum of its currency; zero amounts are left out. */
export function addMoney(money: MoneyByCurrency, currency: string, amount: number) {
  if (amount > 0) money.set(currency, (money.get(currency) ?? 0) + amount);
}

export function sumOf<Row>(rows: Iterable<Row>, amountOf: (row: Row) => number) {
  let sum = 0;
  for (const row of rows) sum += amountOf(row);
  return sum;
}
