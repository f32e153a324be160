import { expect, test } from "vitest";
import { paymentStateOf } from "./payment-state";

test.each([
  ["confirmed", 0, 0, 0, null],
  ["confirmed", 100, 0, 0, "unpaid"],
  ["pending", 100, 0, 0, null],
  ["cancelled", 100, 0, 0, null],
  ["confirmed", 100, 100, 0, "paid"],
  ["confirmed", 100, 40, 0, "partly_paid"],
  ["confirmed", 100, 100, 40, "partly_refunded"],
  ["cancelled", 100, 100, 100, "refunded"],
])("%s, %d: %d taken, %d refunded: %s", (status, totalPrice, taken, refunded, state) => {
  expect(paymentStateOf({ status, totalPrice, taken, refunded })).toBe(state);
});
