import { type Figure, median, noted } from "./figures";

/** What one value was in each round: the middle of them, and how far they lie apart. */
export class Rounds {
  readonly values: number[] = [];

  add(value: number) {
    this.values.push(value);
  }

  get median() {
    return median(this.values);
  }

  /** How far highest and lowest lie apart, to be read beside the median. */
  spread(name: string): Figure {
    const apart = Math.max(...this.values) - Math.min(...this.values);
    return noted(`${name}: spread of ${this.values.length} rounds`, (apart / this.median) * 100, "%");
  }

  /** The median with its spread, promising nothing. */
  noted(name: string, unit: string): Figure[] {
    return [noted(name, this.median, unit), this.spread(name)];
  }

  /** Round by round, how many times the other's value this one is: what ran in the same minute is compared. */
  over(other: Rounds): Rounds {
    const ratios = new Rounds();
    for (const [at, value] of this.values.entries()) ratios.add(value / (other.values[at] ?? Number.NaN));
    return ratios;
  }
}
