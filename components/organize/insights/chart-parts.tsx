import { formatCell } from "@/lib/insights/format-cell";
import type { Chart } from "@/lib/insights/insight";
import type { Cell, Column } from "@/lib/sheets/sheet";

/** A row of a table for recharts, keyed by the positions of its columns. */
export type Point = Record<string, Cell>;

export function toPoints(rows: Cell[][]): Point[] {
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(at), cell])));
}

export const chartColors = {
  main: "var(--color-accent)",
  second: "var(--color-line-strong)",
  text: "var(--color-muted)",
  line: "var(--color-line)",
};

export const axis = {
  stroke: chartColors.line,
  tick: { fill: chartColors.text, fontSize: 13 },
  tickLine: false,
} as const;

export function ChartTooltip({ row, columns, shown }: { row: Point | undefined; columns: Column[]; shown: number[] }) {
  const [first] = columns;
  if (!row || !first) return null;
  return (
    <div className="grid gap-1 rounded-control border border-line bg-surface px-3 py-2 text-sm shadow-lift">
      <p className="font-semibold">
        <bdi>
          {first.kind === "count"
            ? `${first.label}: ${formatCell(row[0] ?? null, first)}`
            : formatCell(row[0] ?? null, first)}
        </bdi>
      </p>
      {shown.map((at) => {
        const column = columns[at];
        return column ? (
          <p key={at} className="flex justify-between gap-4 text-muted">
            <bdi className="max-w-56 truncate">{column.label}</bdi>
            <span className="font-semibold text-ink tabular-nums">{formatCell(row[at] ?? null, column)}</span>
          </p>
        ) : null;
      })}
    </div>
  );
}

/** Explains colours and dashes above the chart. A single series needs none. */
export function ChartLegend({
  keys,
}: {
  keys: { id: number; name: string; colour: string; dash?: string; isLine: boolean }[];
}) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-2 text-muted">
      {keys.map(({ id, name, colour, dash, isLine }) => (
        <li key={id} className="flex min-w-0 items-center gap-2">
          <svg aria-hidden="true" width="22" height="10" className="shrink-0">
            {isLine ? (
              <line x1="0" y1="5" x2="22" y2="5" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
            ) : (
              <rect width="22" height="10" rx="2" fill={colour} />
            )}
          </svg>
          <bdi className="max-w-64 truncate">{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

export function hoveredRow(payload: unknown): Point | undefined {
  if (!Array.isArray(payload)) return undefined;
  const [first]: unknown[] = payload;
  if (typeof first !== "object" || first === null || !("payload" in first)) return undefined;
  return isPoint(first.payload) ? first.payload : undefined;
}

function isPoint(value: unknown): value is Point {
  return typeof value === "object" && value !== null;
}

export type ChartProps<Kind extends Chart["kind"] = Chart["kind"]> = {
  chart: Extract<Chart, { kind: Kind }>;
  columns: Column[];
  rows: Cell[][];
};
