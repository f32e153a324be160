import { expect, test } from "vitest";
import { chargeError } from "./charge-error";

test.each([
  ["EUR", 0, null],
  ["EUR", 50, null],
  ["EUR", 49, "Online, a ticket costs €0.50 or more, or is free."],
  ["EUR", 100_000_000, "Online, a ticket can cost at most €999,999.99."],
  ["JPY", 49, "Online, a ticket costs ¥50 or more, or is free."],
  ["ISK", 1_500, null],
  ["UGX", 20_000, null],
  ["MGA", 150, "Online, this price can only be paid in steps of MGA\u00a01."],
  ["KWD", 4_250, null],
  ["KWD", 4_255, "Online, this price can only be paid in steps of KWD\u00a00.010."],
  ["IRR", 1_000, "IRR can’t be paid online. Choose another currency, or payment at the venue."],
])("%s %d: %s", (currency, price, problem) => {
  expect(chargeError(price, currency)).toBe(problem);
});
