import { describe, expect, it } from "vitest";
import { interval90, ratioMetric } from "./interval";

describe("the 90 % interval of paired ratios", () => {
  it("is that of Student's t on their logarithms", () => {
    // Logarithms 0.1, 0.2, 0.3, 0.4, 0.5: mean 0.3, deviation 0.1581, t(4) = 2.132, so ± 0.1507.
    const { low, high } = interval90([0.1, 0.2, 0.3, 0.4, 0.5].map(Math.exp));
    expect(Math.log(low)).toBeCloseTo(0.3 - 0.1507, 3);
    expect(Math.log(high)).toBeCloseTo(0.3 + 0.1507, 3);
  });

  it("is wide for two rounds, and takes two", () => {
    // Logarithms 0 and 0.2: mean 0.1, deviation 0.1414, t(1) = 6.314, so ± 0.6314.
    const { low, high } = interval90([1, Math.exp(0.2)]);
    expect(Math.log(low)).toBeCloseTo(0.1 - 0.6314, 3);
    expect(Math.log(high)).toBeCloseTo(0.1 + 0.6314, 3);
    expect(() => interval90([1])).toThrow("two rounds");
  });

  it("turns over with what is compared", () => {
    const ratios = [0.9, 1.1, 1.3, 0.8];
    const [one, other] = [interval90(ratios), interval90(ratios.map((ratio) => 1 / ratio))];
    expect(one.low).toBeCloseTo(1 / other.high, 9);
    expect(one.high).toBeCloseTo(1 / other.low, 9);
  });

  it("contains the true ratio in nine of ten series", () => {
    // A fixed sequence of even numbers in place of chance, made normal by adding twelve of them.
    let state = 42;
    const even = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    const normal = () => Array.from({ length: 12 }, even).reduce((sum, one) => sum + one, -6);
    const series = 2_000;
    let containing = 0;
    for (let at = 0; at < series; at += 1) {
      const { low, high } = interval90(Array.from({ length: 6 }, () => 0.8 * Math.exp(0.1 * normal())));
      if (low <= 0.8 && 0.8 <= high) containing += 1;
    }
    expect(containing / series).toBeGreaterThan(0.88);
    expect(containing / series).toBeLessThan(0.92);
  });
});

describe("a bar", () => {
  const apart = [0.9, 0.95, 1];

  it("holds where the interval reaches it, whatever the median", () => {
    const { low, high } = interval90(apart);
    expect(ratioMetric("x", apart, { atLeast: high - 0.001 })).toMatchObject({ value: 0.95, holds: true });
    expect(ratioMetric("x", apart, { atMost: low + 0.001 })).toMatchObject({ value: 0.95, holds: true });
  });

  it("does not where the whole interval is on the wrong side of it", () => {
    const { low, high } = interval90(apart);
    expect(ratioMetric("x", apart, { atLeast: high + 0.001 }).holds).toBe(false);
    expect(ratioMetric("x", apart, { atMost: low - 0.001 }).holds).toBe(false);
  });

  it("does not hold for a round without a value", () => {
    expect(ratioMetric("x", [1, Number.NaN, 1], { atLeast: 0.97 }).holds).toBe(false);
  });
});
