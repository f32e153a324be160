import { expect, test } from "vitest";
import { formatMoney, formatPrice, formatPriceRange } from "./format";

test("minor units become money, by the currency's own digits", () => {
  expect(formatMoney(1250, "EUR")).toBe("€12.50");
  expect(formatMoney(1200, "EUR")).toBe("€12");
  expect(formatMoney(3000, "JPY")).toBe("¥3,000");
  expect(formatMoney(0, "EUR")).toBe("€0");
});

test("nothing to pay is free", () => {
  expect(formatPrice(0, "EUR")).toBe("Free");
  expect(formatPriceRange({ from: 0, to: 0 }, "EUR")).toBe("Free");
  expect(formatPriceRange({ from: 0, to: 1200 }, "EUR")).toBe("Free – €12");
  expect(formatPriceRange({ from: 900, to: 900 }, "EUR")).toBe("€9");
});
