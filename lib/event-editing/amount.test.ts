import { expect, test } from "vitest";
import { amountError, parseAmount, toAmountInput } from "./amount";

test.each([
  ["12.50", "EUR", 1250],
  ["12,5", "EUR", 1250],
  ["0", "EUR", 0],
  ["3000", "JPY", 3000],
  ["1.250", "KWD", 1250],
  ["4500", "HUF", 450_000],
  ["4500,50", "HUF", 450_050],
  ["150000", "COP", 15_000_000],
  ["21474836.47", "IDR", 2_147_483_647],
  ["21474836.48", "IDR", null],
  ["1,000", "EUR", null],
  ["12.345", "EUR", null],
  ["-1", "EUR", null],
  ["1e3", "EUR", null],
  ["", "EUR", null],
  ["99999999999", "EUR", null],
])("%s %s", (text, currency, amount) => {
  expect(parseAmount(text, currency)).toBe(amount);
});

test.each([
  [1250, "EUR", "12.50"],
  [1200, "EUR", "12"],
  [3000, "JPY", "3000"],
  [450_000, "HUF", "4500"],
  [450_050, "HUF", "4500.50"],
  [0, "EUR", "0"],
])("%s %s is typed %s", (amount, currency, text) => {
  expect(toAmountInput(amount, currency)).toBe(text);
  expect(parseAmount(text, currency)).toBe(amount);
});

test("a price that is too high and a text that is no amount have different messages", () => {
  expect(amountError("12.50", "EUR")).toBeNull();
  expect(amountError("30000000", "IDR")).toContain("at most IDR\u00a021,474,836.47");
  expect(amountError("a lot", "IDR")).toBe("Enter an amount such as 12.50.");
  expect(amountError("12.50", "JPY")).toBe("Enter an amount such as 12.");
});
