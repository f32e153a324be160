"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatTick } from "@/lib/insights/format-cell";
import { insightChart } from "@/texts/insights";
import { axis, ChartLegend, type ChartProps, ChartTooltip, chartColors, hoveredRow, toPoints } from "./chart-parts";

// Dashes tell the lines apart where colours do not.
const dashes = [undefined, "7 4", "2 4", "12 4 2 4", "4 8"];

/** A line per column; the first is compared with the others. */
export function LinesChart({ chart, columns, rows }: ChartProps<"lines">) {
  const [along] = columns;
  const lines = chart.lines.flatMap((at, index) => {
    const column = columns[at];
    if (!column) return [];
    return [
      { at, column, colour: index === 0 ? chartColors.main : chartColors.text, dash: dashes[index % dashes.length] },
    ];
  });
  const scale = lines[0]?.column;
  if (!along || !scale) return null;
  return (
    <div className="flex h-full flex-col">
      <ChartLegend
        keys={lines.map(({ at, column, colour, dash }) => ({ id: at, name: column.label, colour, dash, isLine: true }))}
      />
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={toPoints(rows)}
            accessibilityLayer={false}
            margin={{ top: 8, right: 12, bottom: 4, left: 4 }}
          >
            <CartesianGrid vertical={false} stroke={chartColors.line} />
            <XAxis
              dataKey="0"
              {...axis}
              minTickGap={28}
              tickFormatter={(cell: number) => (cell === 0 ? insightChart.start : insightChart.days(cell))}
            />
            <YAxis
              {...axis}
              axisLine={false}
              width={56}
              domain={[0, (most: number) => Math.max(chart.limit ?? 0, most)]}
              tickFormatter={(cell: number) => formatTick(cell, scale)}
            />
            {chart.limit === null ? null : (
              <ReferenceLine y={chart.limit} stroke={chartColors.second} strokeDasharray="3 3" />
            )}
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: chartColors.second }}
              content={({ payload }) => (
                <ChartTooltip
                  row={hoveredRow(payload)}
                  columns={columns}
                  shown={columns.slice(1).map((_, at) => at + 1)}
                />
              )}
            />
            {lines.map(({ at, colour, dash }, index) => (
              <Line
                key={at}
                dataKey={String(at)}
                type="stepAfter"
                stroke={colour}
                strokeWidth={index === 0 ? 3 : 1.75}
                strokeDasharray={dash}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                connectNulls={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
