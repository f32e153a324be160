import { type Cell, moneyColumn } from "@/lib/sheets/sheet";
import { columnLabels, takingsTexts } from "@/texts/insights";
import { bucketOf, bucketsBetween, precisionFor } from "./buckets";
import { addMoney, formatMoneyList, joinSentences, sumOf } from "./format";
import type { Insight, MoneyByCurrency } from "./insight";
import type { OtherFees, Takings } from "./takings";

/**
 * What was taken, refunded and charged as fees, by time, for each currency; nothing without payments. `until`: the wall
 * clock up to which quiet times are shown.
 */
export function takingsInsights({ byTime, otherFees }: Takings, finest: "hour" | "day", until: string): Insight[] {
  const walls = byTime.map(({ at }) => at).sort();
  const [first] = walls;
  if (!first) return [];
  const last = [walls.at(-1) ?? first, until].sort().at(-1) ?? first;
  const precision = precisionFor(first, last, finest);
  const currencies = [...new Set(byTime.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = byTime.filter((row) => row.currency === currency);
    let net = 0;
    const rows = bucketsBetween(first, last, precision).map((bucket): Cell[] => {
      const here = own.filter(({ at }) => bucketOf(at, precision) === bucket);
      const [taken, refunded, fees] = sumsOf(here);
      net += taken - refunded - fees;
      return [bucket, taken, refunded, fees, net];
    });
    const isOnly = currencies.length === 1;
    return {
      id: isOnly ? "takings" : `takings-${currency.toLowerCase()}`,
      title: isOnly ? takingsTexts.title : takingsTexts.titleIn(currency),
      summary: summaryOf(currency, sumsOf(own), otherFeesOf(otherFees, currency)),
      columns: [
        { label: columnLabels[precision], kind: "moment", precision },
        moneyColumn(takingsTexts.columns.taken, currency),
        moneyColumn(takingsTexts.columns.refunded, currency),
        moneyColumn(takingsTexts.columns.fees, currency),
        moneyColumn(takingsTexts.columns.net, currency),
      ],
      rows,
      chart: { kind: "time", bars: [1], line: 4 },
    };
  });
}

const sumsOf = (rows: Takings["byTime"]) =>
  [sumOf(rows, (row) => row.taken), sumOf(rows, (row) => row.refunded), sumOf(rows, (row) => row.fees)] as const;

function otherFeesOf(fees: OtherFees[], currency: string): MoneyByCurrency {
  const money: MoneyByCurrency = new Map();
  for (const fee of fees) if (fee.currency === currency) addMoney(money, fee.feeCurrency, fee.fees);
  return money;
}

function summaryOf(
  currency: string,
  [taken, refunded, fees]: readonly [number, number, number],
  otherFees: MoneyByCurrency,
): string {
  const text = (amount: number) => formatMoneyList(new Map([[currency, amount]]));
  return joinSentences(
    takingsTexts.taken(text(taken)),
    refunded > 0 && takingsTexts.refunded(text(refunded)),
    fees > 0 && takingsTexts.fees(text(fees)),
    (refunded > 0 || fees > 0) && takingsTexts.net(text(taken - refunded - fees)),
    otherFees.size > 0 && takingsTexts.otherFees(formatMoneyList(otherFees)),
  );
}
