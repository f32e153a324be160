import { expect, test } from "vitest";
import { takingsInsights } from "./takings-insight";

const taken = (at: string, currency: string, money: Partial<{ taken: number; refunded: number; fees: number }>) => ({
  ...{ at: `${at}T00:00`, currency, taken: 0, refunded: 0, fees: 0 },
  ...money,
});
const until = "2026-05-04T12:00";

test("without payments there are none", () => {
  expect(takingsInsights({ byTime: [], otherFees: [] }, "day", until)).toEqual([]);
});

test("add up by day, quiet days included, with what is left", () => {
  const byTime = [
    taken("2026-05-01", "EUR", { taken: 3_800, fees: 120 }),
    taken("2026-05-03", "EUR", { taken: 1_900, refunded: 500, fees: 60 }),
  ];
  const [insight, ...others] = takingsInsights({ byTime, otherFees: [] }, "day", until);
  expect(others).toEqual([]);
  expect(insight).toMatchObject({
    id: "takings",
    rows: [
      ["2026-05-01T00:00", 3_800, 0, 120, 3_680],
      ["2026-05-02T00:00", 0, 0, 0, 3_680],
      ["2026-05-03T00:00", 1_900, 500, 60, 5_020],
      ["2026-05-04T00:00", 0, 0, 0, 5_020],
    ],
    summary: "€57 was paid. €5 of it was refunded. Fees were €1.80. That leaves €50.20.",
  });
});

test("are one for each currency, and fees in another one are named", () => {
  const byTime = [taken("2026-05-01", "JPY", { taken: 3_000 }), taken("2026-05-01", "EUR", { taken: 100 })];
  const otherFees = [{ currency: "JPY", feeCurrency: "USD", fees: 85 }];
  const [euros, yen] = takingsInsights({ byTime, otherFees }, "day", until);
  expect(euros).toMatchObject({ id: "takings-eur", title: "Takings over time in EUR", summary: "€1 was paid." });
  expect(yen).toMatchObject({ id: "takings-jpy", summary: "¥3,000 was paid. Fees of $0.85 come on top." });
});
