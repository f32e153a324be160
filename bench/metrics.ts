/** One measured value. `bar` is its bound as text, `holds` whether the value is within it. */
export type Metric = {
  name: string;
  value: number;
  unit: string;
  /** The interval that contains it with 90 % confidence. */
  interval?: { low: number; high: number };
  bar: string;
  holds: boolean;
};

export function atMost(name: string, value: number, unit: string, limit: number): Metric {
  return { name, value: round(value), unit, bar: `≤ ${limit}`, holds: value <= limit };
}

export function atLeast(name: string, value: number, unit: string, limit: number): Metric {
  return { name, value: round(value), unit, bar: `≥ ${limit}`, holds: value >= limit };
}

/** A value that is printed for comparison, without a bound. */
export function informational(name: string, value: number, unit: string): Metric {
  return { name, value: round(value), unit, bar: "", holds: true };
}

function round(value: number) {
  return Math.round(value * 1_000) / 1_000;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("no values to take the median of");
  return middle;
}

/** The value that `percent` of all values are at or below. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) throw new Error("no values to take a percentile of");
  return value;
}

export function formatTable(metrics: Metric[]): string {
  const rows = metrics.map((metric) => [
    metric.name,
    formatValue(metric),
    metric.bar,
    metric.bar === "" ? "" : metric.holds ? "holds" : "DOES NOT HOLD",
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function formatValue({ value, unit, interval }: Metric): string {
  if (!Number.isFinite(value)) return "never";
  return `${value} ${unit}${interval ? ` (${interval.low} to ${interval.high})` : ""}`;
}
