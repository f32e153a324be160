import { informational, type Metric, median } from "./metrics";

/** What one value was in each round: the middle of them, and how far they lie apart. */
export class Samples {
  readonly values: number[] = [];

  add(value: number) {
    this.values.push(value);
  }

  get median() {
    return median(this.values);
  }

  /** How far highest and lowest lie apart, to be read beside the median. */
  spreadMetric(name: string): Metric {
    const apart = Math.max(...this.values) - Math.min(...this.values);
    return informational(`${name}: spread of ${this.values.length} rounds`, (apart / this.median) * 100, "%");
  }

  /** The median with its spread, promising nothing. */
  toMetrics(name: string, unit: string): Metric[] {
    return [informational(name, this.median, unit), this.spreadMetric(name)];
  }

  /** Round by round, how many times the other's value this one is: what ran in the same minute is compared. */
  ratioTo(other: Samples): Samples {
    const ratios = new Samples();
    for (const [at, value] of this.values.entries()) ratios.add(value / (other.values[at] ?? Number.NaN));
    return ratios;
  }
}
