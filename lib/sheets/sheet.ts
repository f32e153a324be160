/** The kind of a column decides how it is shown, written to files and aligned. */
export type Column = { label: string; width?: number } & (
  | { kind: "text" | "count" | "share" }
  /** Cells are minor units. */
  | { kind: "money"; currency: string }
  /** Cells are wall clocks such as `2026-05-03T14:00`; of a week or a month, its first day. */
  | { kind: "moment"; precision: Precision }
);

export type Precision = "minute" | "hour" | "day" | "week" | "month";

/** A share is a fraction: 0.5 is half. */
export type Cell = string | number | null;

/** Rows come in batches, so that files of any length need little memory. */
export type Sheet = {
  title: string;
  columns: Column[];
  batches: AsyncIterable<Cell[][]> | Iterable<Cell[][]>;
};

export function moneyColumn(label: string, currency: string): Column {
  return { label, kind: "money", currency };
}

/** To the minute, in the zone that the header names. */
export function momentColumn(label: string, timeZone: string): Column {
  return { label: `${label} (${timeZone})`, kind: "moment", precision: "minute" };
}
