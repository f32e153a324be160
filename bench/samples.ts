import { informational, type Metric, median } from "./metrics";

/** One value of all rounds: the median, and the spread. */
export class Samples {
  readonly values: number[] = [];

  add(value: number) {
    this.values.push(value);
  }

  get median() {
    return median(this.values);
  }

  /** The spread between highest and lowest, to be read beside the median. */
  spreadMetric(name: string): Metric {
    const apart = Math.max(...this.values) - Math.min(...this.values);
    return informational(`${name}: spread of ${this.values.length} rounds`, (apart / this.median) * 100, "%");
  }

  /** The median with its spread, without a bound. */
  toMetrics(name: string, unit: string): Metric[] {
    return [informational(name, this.median, unit), this.spreadMetric(name)];
  }

  /** The ratio to the other's values, round by round, so that values of the same minute are compared. */
  ratioTo(other: Samples): Samples {
    const ratios = new Samples();
    for (const [at, value] of this.values.entries()) ratios.add(value / (other.values[at] ?? Number.NaN));
    return ratios;
  }
}
