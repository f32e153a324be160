"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCell, formatTick } from "@/lib/insights/format-cell";
import { axis, ChartLegend, type ChartProps, ChartTooltip, chartColors, hoveredRow, toPoints } from "./chart-parts";

const barColors = [chartColors.main, chartColors.second];

/** One horizontal bar per row, which leaves room for its name. */
export function BarsChart({ chart, columns, rows }: ChartProps<"bars">) {
  const [name] = columns;
  if (!name) return null;
  const bars = chart.bars.flatMap((at, index) => {
    const column = columns[at];
    return column ? [{ at, column, colour: barColors[index % barColors.length] ?? chartColors.main }] : [];
  });
  return (
    <div className="flex h-full flex-col">
      {bars.length > 1 ? (
        <ChartLegend
          keys={bars.map(({ at, column, colour }) => ({ id: at, name: column.label, colour, isLine: false }))}
        />
      ) : null}
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={toPoints(rows)}
            layout="vertical"
            accessibilityLayer={false}
            margin={{ top: 0, right: 64, bottom: 0, left: 4 }}
          >
            <XAxis type="number" hide />
            <YAxis
              type="category"
              dataKey="0"
              {...axis}
              width={140}
              interval={0}
              tickFormatter={(cell: string) => formatTick(cell, name)}
            />
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
            {bars.map(({ at, column, colour }) => (
              <Bar
                key={at}
                dataKey={String(at)}
                stackId={chart.stacked ? "all" : undefined}
                fill={colour}
                maxBarSize={28}
                radius={chart.stacked ? 0 : [0, 4, 4, 0]}
                isAnimationActive={false}
              >
                {chart.stacked ? null : (
                  <LabelList
                    position="right"
                    fill="var(--color-ink)"
                    fontSize={13}
                    formatter={(value) => (typeof value === "number" ? formatCell(value, column) : "")}
                  />
                )}
              </Bar>
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
