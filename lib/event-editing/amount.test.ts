import { expect, test } from "vitest";
import { parseAmount, typedAmount } from "./amount";

test.each([
  ["12.50", "EUR", 1250],
  ["12,5", "EUR", 1250],
  ["0", "EUR", 0],
  ["3000", "JPY", 3000],
  ["1.250", "KWD", 1250],
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
  [0, "EUR", "0"],
])("%s %s is typed %s", (amount, currency, text) => {
  expect(typedAmount(amount, currency)).toBe(text);
  expect(parseAmount(text, currency)).toBe(amount);
});
