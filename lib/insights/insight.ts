import type { Cell, Column } from "@/lib/sheets/sheet";

/**
 * What a chart draws of its table, by the positions of columns. The first column is always what is along the axis.
 * `time`: bars, and a line that runs through them. `bars`: one bar per row. `lines`: a line per column.
 */
export type Chart =
  | { kind: "time"; bars: number[]; line: number | null }
  | { kind: "bars"; bars: number[]; stacked: boolean }
  | { kind: "lines"; lines: number[]; limit: number | null };

/** A question, its answer in a sentence, and the numbers behind it. The chart, the table and the download are all these. */
export type Insight = {
  /** Names it in addresses. */
  id: string;
  title: string;
  summary: string;
  columns: Column[];
  rows: Cell[][];
  /** Null where there is nothing to draw. */
  chart: Chart | null;
};

/** Amounts of one kind of thing, apart by currency: they are never added. */
export type MoneyByCurrency = Map<string, number>;

export function emptyInsight(id: string, title: string, summary: string): Insight {
  return { id, title, summary, columns: [], rows: [], chart: null };
}

/** The currencies that anything was paid in. */
export function currenciesIn(rows: { currency: string; revenue: number }[]): string[] {
  return [...new Set(rows.filter(({ revenue }) => revenue > 0).map(({ currency }) => currency))].sort();
}
