"use client";

import dynamic from "next/dynamic";
import type { Chart } from "@/lib/insights/insight";
import type { ChartProps } from "./chart-parts";

// Charts are most of a page's scripts and repeat its texts, so they are loaded after it.
const TimeChart = dynamic(() => import("./time-chart").then((module) => module.TimeChart), { ssr: false });
const BarsChart = dynamic(() => import("./bars-chart").then((module) => module.BarsChart), { ssr: false });
const LinesChart = dynamic(() => import("./lines-chart").then((module) => module.LinesChart), { ssr: false });

/** The chart of an insight. Hidden from screen readers, as summary and table say the same; absent without scripts. */
export function InsightChart({ chart, ...data }: Omit<ChartProps, "chart"> & { chart: Chart }) {
  const height =
    chart.kind === "bars" ? { height: `${Math.max(8, data.rows.length * 2.75 + 3)}rem` } : { height: "18rem" };
  return (
    <div aria-hidden="true" data-chart={chart.kind} className="min-w-0 text-sm noscript:hidden" style={height}>
      {chart.kind === "time" ? <TimeChart chart={chart} {...data} /> : null}
      {chart.kind === "bars" ? <BarsChart chart={chart} {...data} /> : null}
      {chart.kind === "lines" ? <LinesChart chart={chart} {...data} /> : null}
    </div>
  );
}
