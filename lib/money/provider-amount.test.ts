import fc from "fast-check";
import { expect, test } from "vitest";
import { currencyCodes, minorDigits } from "./currencies";
import { fromStripeAmount, isStripeCurrency, maximumCharge, minimumCharge, toStripeAmount } from "./provider-amount";

const chargeable = currencyCodes.filter(isStripeCurrency);

test("amounts are counted as Stripe counts them", () => {
  const examples: [number, string, number][] = [
    [1050, "USD", 1050],
    [500, "JPY", 500],
    [5120, "KWD", 5120],
    [1045, "HUF", 1045],
    [80_099, "TWD", 80_099],
    [5, "ISK", 500],
    [2500, "UGX", 250_000],
    [150_000, "MGA", 1500],
  ];
  for (const [minor, currency, amount] of examples) {
    expect([currency, toStripeAmount(minor, currency)]).toEqual([currency, amount]);
    expect([currency, fromStripeAmount(amount, currency)]).toEqual([currency, minor]);
  }
});

test("what Stripe cannot charge is null: too fine, or in a currency that it does not take", () => {
  expect(toStripeAmount(5124, "KWD")).toBeNull();
  expect(toStripeAmount(150_050, "MGA")).toBeNull();
  for (const currency of ["IQD", "LYD", "IRR", "KPW", "XXX"]) expect(toStripeAmount(1000, currency)).toBeNull();
});

test("every amount that can be charged comes back the same, and is whole at Stripe", () => {
  for (const currency of ["JPY", "KWD", "HUF", "ISK", "UGX", "USD", "MGA"]) expect(chargeable).toContain(currency);
  fc.assert(
    fc.property(fc.constantFrom(...chargeable), fc.integer({ min: 0, max: 10_000_000 }), (currency, minor) => {
      const amount = toStripeAmount(minor, currency);
      if (amount === null) return ["KWD", "BHD", "JOD", "OMR", "TND", "MGA"].includes(currency);
      return Number.isInteger(amount) && fromStripeAmount(amount, currency) === minor;
    }),
  );
});

test("amounts in ISK and UGX are whole, although Stripe counts hundredths", () => {
  fc.assert(
    fc.property(fc.constantFrom("ISK", "UGX"), fc.nat(1_000_000), (currency, minor) => {
      return (toStripeAmount(minor, currency) ?? 1) % 100 === 0;
    }),
  );
});

test("limits are in our minor units, and every least charge can be charged", () => {
  expect([minimumCharge("USD"), minimumCharge("JPY"), minimumCharge("HUF"), minimumCharge("ISK")]).toEqual([
    50,
    50,
    17_500,
    null,
  ]);
  expect([maximumCharge("EUR"), maximumCharge("JPY"), maximumCharge("UGX")]).toEqual([99_999_999, 99_999_999, 999_999]);
  for (const currency of chargeable) {
    const minimum = minimumCharge(currency);
    if (minimum !== null) expect(toStripeAmount(minimum, currency)).toBeGreaterThan(0);
    expect(minorDigits(currency)).toBeLessThanOrEqual(3);
  }
});
