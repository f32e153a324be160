"use client";

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatTick } from "@/lib/insights/format-cell";
import { insightChart } from "@/texts/insights";
import { axis, ChartLegend, type ChartProps, ChartTooltip, chartColors, hoveredRow, toPoints } from "./chart-parts";

/** Bars by time, and their running total as a line: with its own scale, unless theirs suits it. */
export function TimeChart({ chart, columns, rows }: ChartProps<"time">) {
  const [when] = columns;
  const bar = columns[chart.bars[0] ?? -1];
  const line = columns[chart.line ?? -1];
  if (!when || !bar) return null;
  const [mostOfBars, mostOfLine] = [mostIn(rows, chart.bars[0]), mostIn(rows, chart.line)];
  const isOneScale = bar.kind === line?.kind && mostOfLine <= 2 * mostOfBars && mostOfBars <= 2 * mostOfLine;
  const keys = [{ id: 0, name: bar.label, colour: chartColors.main, isLine: false }];
  if (line) {
    const name = isOneScale ? line.label : insightChart.rightScale(line.label);
    keys.push({ id: 1, name, colour: chartColors.text, isLine: true });
  }
  return (
    <div className="flex h-full flex-col">
      {line ? <ChartLegend keys={keys} /> : null}
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={toPoints(rows)}
            accessibilityLayer={false}
            margin={{ top: 8, right: 4, bottom: 0, left: 4 }}
          >
            <CartesianGrid vertical={false} stroke={chartColors.line} />
            <XAxis dataKey="0" {...axis} minTickGap={36} tickFormatter={(cell: string) => formatTick(cell, when)} />
            <YAxis
              yAxisId="bar"
              {...axis}
              axisLine={false}
              width={56}
              allowDecimals={bar.kind === "money"}
              tickFormatter={(cell: number) => formatTick(cell, bar)}
            />
            {line && !isOneScale ? (
              <YAxis
                yAxisId="line"
                orientation="right"
                {...axis}
                axisLine={false}
                width={56}
                allowDecimals={line.kind === "money"}
                tickFormatter={(cell: number) => formatTick(cell, line)}
              />
            ) : null}
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--color-sunken)" }}
              content={({ payload }) => (
                <ChartTooltip
                  row={hoveredRow(payload)}
                  columns={columns}
                  shown={columns.slice(1).map((_, at) => at + 1)}
                />
              )}
            />
            <Bar
              yAxisId="bar"
              dataKey={String(chart.bars[0])}
              fill={chartColors.main}
              maxBarSize={36}
              radius={[3, 3, 0, 0]}
              isAnimationActive={false}
            />
            {line ? (
              <Line
                yAxisId={isOneScale ? "bar" : "line"}
                dataKey={String(chart.line)}
                stroke={chartColors.text}
                strokeWidth={2}
                dot={rows.length === 1}
                activeDot={false}
                isAnimationActive={false}
              />
            ) : null}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function mostIn(rows: ChartProps["rows"], at: number | null | undefined) {
  return Math.max(0, ...rows.map((row) => Number(row[at ?? -1] ?? 0)));
}
