import { expect, test } from "vitest";
import { formatDecimal, formatMoney, formatMoneyShort, formatPrice, formatPriceRange } from "./format";

test("minor units become money, by the currency's own digits", () => {
  expect(formatMoney(1250, "EUR")).toBe("€12.50");
  expect(formatMoney(1200, "EUR")).toBe("€12");
  expect(formatMoney(3000, "JPY")).toBe("¥3,000");
  expect(formatMoney(4250, "KWD")).toBe("KWD\u00a04.250");
  expect(formatMoney(0, "EUR")).toBe("€0");
});

test.each([
  ["RSD", 150_000, "RSD\u00a01,500"],
  ["HUF", 450_000, "HUF\u00a04,500"],
  ["HUF", 450_050, "HUF\u00a04,500.50"],
  ["COP", 15_000_000, "COP\u00a0150,000"],
  ["IDR", 300_000_000, "IDR\u00a03,000,000"],
  ["PKR", 250_000, "PKR\u00a02,500"],
  ["IQD", 25_000_000, "IQD\u00a025,000"],
  ["LBP", 1_000_000, "LBP\u00a010,000"],
  ["BGN", 1_250, "BGN\u00a012.50"],
])("c01: %s %d is %j, whatever the runtime believes of the currency", (currency, amount, text) => {
  expect(formatMoney(amount, currency)).toBe(text);
});

test("signs are ours, with a space behind letters", () => {
  expect(formatMoney(500, "BRL")).toBe("R$5");
  expect(formatMoney(5_000, "XOF")).toBe("F\u202fCFA\u00a05,000");
  expect(formatMoney(500, "XCG")).toBe("XCG\u00a05");
  expect(formatMoney(500, "CHF")).toBe("CHF\u00a05");
});

test("nothing to pay is free", () => {
  expect(formatPrice(0, "EUR")).toBe("Free");
  expect(formatPriceRange({ from: 0, to: 0 }, "EUR")).toBe("Free");
  expect(formatPriceRange({ from: 0, to: 1200 }, "EUR")).toBe("Free – €12");
  expect(formatPriceRange({ from: 900, to: 900 }, "EUR")).toBe("€9");
});

test("beside an axis it is short", () => {
  expect(formatMoneyShort(0, "EUR")).toBe("€0");
  expect(formatMoneyShort(123_456, "EUR")).toBe("€1.2K");
  expect(formatMoneyShort(500_000_000, "HUF")).toBe("HUF\u00a05M");
});

test("for files it has all its digits and no sign", () => {
  expect(formatDecimal(1200, "EUR")).toBe("12.00");
  expect(formatDecimal(3000, "JPY")).toBe("3000");
  expect(formatDecimal(450_000, "HUF")).toBe("4500.00");
  expect(formatDecimal(4250, "KWD")).toBe("4.250");
});
