import { formatMoney } from "@/lib/money/format";
import type { Precision } from "@/lib/sheets/sheet";
import { formatDay } from "@/lib/time/format";
import type { MoneyByCurrency } from "./insight";

const numbers = new Intl.NumberFormat("en-GB");
const shares = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
const plurals: Record<string, string> = { person: "people" };

/** "1 ticket", "1,200 tickets", "2 people". */
export function formatCount(count: number, thing: string) {
  return `${formatNumber(count)} ${count === 1 ? thing : (plurals[thing] ?? `${thing}s`)}`;
}

export function formatNumber(value: number) {
  return numbers.format(value);
}

/** "62%", "0.4%". */
export function formatShare(share: number) {
  return shares.format(share);
}

/** "€1,200 and ¥3,000", by currency code: one figure per currency, never their sum. */
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
  if (precision === "week") return `week of ${day}`;
  return precision === "day" ? day : `${day}, ${wall.slice(11)}`;
}

/** "on Sat 3 May 2026", "in May 2026". */
export function formatInMoment(wall: string, precision: Precision) {
  const text = formatMoment(wall, precision);
  if (precision === "week") return `in the ${text}`;
  return precision === "month" ? `in ${text}` : `on ${text}`;
}

/** Adds an amount to the others of its currency; free things have no currency worth a figure. */
export function addMoney(money: MoneyByCurrency, currency: string, amount: number) {
  if (amount > 0) money.set(currency, (money.get(currency) ?? 0) + amount);
}

export function sumOf<Row>(rows: Iterable<Row>, figure: (row: Row) => number) {
  let sum = 0;
  for (const row of rows) sum += figure(row);
  return sum;
}
