import { type Metric, median } from "@/bench/metrics";

/** What Student's t stays below with 95 % certainty, for one, two, three … degrees of freedom. */
const T_95 = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753, 1.746, 1.74,
  1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697,
];

type Interval = { low: number; high: number };
type Bar = { atLeast: number } | { atMost: number };

/**
 * Where the true ratio lies with 90 % certainty, by the ratios of paired rounds: a t interval of their logarithms.
 * Of logarithms, as noise makes a ratio half as often as double. Not a bootstrap: of so few rounds it is too narrow.
 */
export function interval90(ratios: number[]): Interval {
  const logs = ratios.map(Math.log);
  const count = logs.length;
  const t = T_95[Math.min(count - 1, T_95.length) - 1];
  if (t === undefined) throw new Error("an interval takes two rounds or more");
  const mean = logs.reduce((sum, log) => sum + log, 0) / count;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (count - 1);
  const half = t * Math.sqrt(variance / count);
  return { low: Math.exp(mean - half), high: Math.exp(mean + half) };
}

/** The median ratio with its interval. A bar holds where the interval reaches it: noise alone does not break it. */
export function ratioMetric(name: string, ratios: number[], bar?: Bar): Metric {
  const { low, high } = interval90(ratios);
  const metric = {
    name,
    value: roundToThousandths(median(ratios)),
    unit: "×",
    interval: { low: roundToThousandths(low), high: roundToThousandths(high) },
  };
  if (!bar) return { ...metric, bar: "", holds: true };
  if ("atLeast" in bar) return { ...metric, bar: `≥ ${bar.atLeast}`, holds: high >= bar.atLeast };
  return { ...metric, bar: `≤ ${bar.atMost}`, holds: low <= bar.atMost };
}

const roundToThousandths = (value: number) => Math.round(value * 1_000) / 1_000;
