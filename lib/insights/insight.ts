import type { Cell, Column } from "@/lib/sheets/sheet";

/**
 * What a chart draws, by the positions of the table's columns. The first column is always the axis.
 * `time`: bars, and a line that runs through them. `bars`: one bar per row. `lines`: a line per column.
 */
export type Chart =
  | { kind: "time"; bars: number[]; line: number | null }
  | { kind: "bars"; bars: number[]; stacked: boolean }
  | { kind: "lines"; lines: number[]; limit: number | null };

/** A title, a summary, and the data for the chart, the table and the downloads. */
export type Insight = {
  /** Used in URLs. */
  id: string;
  title: string;
  summary: string;
  columns: Column[];
  rows: Cell[][];
  /** Null if there is no data. */
  chart: Chart | null;
};

/** Amounts by currency; currencies are never added up. */
export type MoneyByCurrency = Map<string, number>;

export function emptyInsight(id: string, title: string, summary: string): Insight {
  return { id, title, summary, columns: [], rows: [], chart: null };
}

/** The currencies with revenue. */
export function currenciesIn(rows: { currency: string; revenue: number }[]): string[] {
  return [...new Set(rows.filter(({ revenue }) => revenue > 0).map(({ currency }) => currency))].sort();
}
