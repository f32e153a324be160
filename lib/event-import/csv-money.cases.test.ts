import { describe, expect, test } from "vitest";
import { readCaseFile } from "@/test/cases";
import { readTextOrThrow } from "./fixtures";

const defaults = { timeZone: "Europe/Berlin", currency: "USD" };

/** "GBP 7.50" of each draft, without its price where it has none. */
const prices = async (...input: Parameters<typeof readTextOrThrow>) =>
  Object.fromEntries(
    (await readTextOrThrow(...input)).events.map(({ form }) => [
      form.name.slice(0, 1),
      [form.currency, form.ticketTypes?.[0]?.price].filter(Boolean).join(" "),
    ]),
  );

test("c05: an amount keeps its currency, and what is not one amount is none", async () => {
  expect(await prices(readCaseFile("c05-money.csv"), { defaults })).toEqual({
    A: "EUR 12",
    B: "EUR 12",
    C: "GBP 7.50",
    D: "USD 1250,00",
    E: "USD 1250.00",
    // Of four countries.
    F: "USD",
    G: "USD 0",
    H: "USD",
    // The file writes both commas and points before its cents.
    I: "USD",
    J: "USD 1250.00",
    K: "USD 1250,00",
    L: "USD 12,5",
    M: "CHF 12",
    // Of Japan or China.
    N: "USD",
    O: "EUR 12",
    P: "USD 12",
    Q: "USD",
    R: "USD",
    S: "EUR",
    T: "AUD 30",
    U: "USD",
    V: "USD 0",
    W: "EUR",
  });
});

test("c05: each mark is asked about once, and whatever has no price says why", async () => {
  const { questions, problems } = await readTextOrThrow(readCaseFile("c05-money.csv"), { defaults });
  expect(problems.map(({ rows, kind, value }) => [rows[0], kind, value])).toEqual([
    [7, "changed", "kr 150"],
    [9, "changed", "-5"],
    [10, "changed", "12.345"],
    [15, "changed", "¥1,200"],
    [18, "changed", "12-15"],
    [19, "changed", "(5)"],
    [20, "changed", "ab 12 €"],
    [24, "changed", "10/8 €"],
  ]);
  expect(questions.amounts).toEqual(["12.345"]);
  expect(questions.currencies.map(({ mark, rows, chosen }) => [mark, rows, chosen])).toEqual([
    ["€", 4, "EUR"],
    ["£", 1, "GBP"],
    ["kr", 1, null],
    ["¥", 1, null],
    ["A$", 1, "AUD"],
  ]);
});

test("c05: answers hold for all rows of their kind", async () => {
  const currencies = { kr: "NOK", "¥": "JPY", "£": "EGP" };
  const found = await prices(readCaseFile("c05-money.csv"), { defaults, currencies, decimalMark: "," });
  expect(found).toMatchObject({ C: "EGP 7.50", F: "NOK 150", I: "USD 12345", N: "JPY 1200" });
});

const one = (
  price: string,
  more: Record<string, string> = {},
  changes: Parameters<typeof readTextOrThrow>[1] = { defaults },
) => {
  const cells = { name: "A", start: "2027-02-01 19:00", price, ...more };
  const quoted = (values: string[]) => values.map((value) => `"${value}"`).join(",");
  return prices(`${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`, changes).then(({ A }) => A);
};

describe("prices", () => {
  test.each([
    ["1’250.00", "USD 1250.00"],
    ["12.5000", "USD 12.50"],
    ["1,00,000.50", "USD 100000.50"],
    ["1.250.000", "USD 1250000"],
    ["0.500", "USD 0.50"],
    ["150:-", "USD 150"],
    ["12,-- €", "EUR 12"],
    ["12€50", "EUR 12.50"],
    ["USD$12", "USD 12"],
    ["$12 CAD", "CAD 12"],
    ["30 zł", "PLN 30"],
    ["450 Kč", "CZK 450"],
    ["₩15,000", "KRW 15000"],
    ["R$ 25", "BRL 25"],
    ["₹500", "INR 500"],
    ["٢٥ ر.س", "SAR 25"],
    ["12 € pro Person", "EUR 12"],
    ["Entrée libre", "USD 0"],
    ["−5", "USD"],
    ["€-5", "EUR"],
    ["5-", "USD"],
    ["from $12", "USD"],
    ["12+", "USD"],
    ["VVK 12 € / AK 15 €", "USD"],
    ["12 15", "USD"],
    ["20 DM", "USD"],
    ["donation", "USD"],
  ])("%s", async (price, expected) => {
    expect(await one(price)).toBe(expected);
  });

  test("of a shared sign are those of the row's country, or of the currency column", async () => {
    expect(await one("$12", { country: "Canada" })).toBe("CAD 12");
    expect(await one("kr 150", { country: "Norge" })).toBe("NOK 150");
    expect(await one("kr 150", { currency: "SEK" })).toBe("SEK 150");
    expect(await one("12", { currency: "£" })).toBe("GBP 12");
  });

  test("that contradict their currency column keep their own, and say so", async () => {
    const found = await readTextOrThrow("name,start,price,currency\nA,2027-02-01,€12,USD\n", { defaults });
    expect(found.events[0]?.form).toMatchObject({ currency: "EUR", ticketTypes: [{ price: "12" }] });
    expect(found.problems).toMatchObject([
      { kind: "changed", column: "price", reason: expect.stringContaining("USD") },
    ]);
  });

  test("of three digits behind a mark are as the rest of the file", async () => {
    const read = (cells: string[]) =>
      prices(`name;start;price\n${cells.map((cell, at) => `${"AB"[at]};2027-02-01;${cell}\n`).join("")}`, { defaults });
    expect(await read(["12.345", "12,50"])).toEqual({ A: "USD 12345", B: "USD 12,50" });
    expect(await read(["12.345", "12.50"])).toEqual({ A: "USD", B: "USD 12.50" });
    expect(await read(["1,200", "12.50"])).toEqual({ A: "USD 1200", B: "USD 12.50" });
  });

  test("of the defaults are in the currency of the defaults", async () => {
    expect(await one("", {}, { defaults: { ...defaults, price: "9" } })).toBe("USD 9");
    expect(await one("", { currency: "EUR" }, { defaults: { ...defaults, price: "9" } })).toBe("EUR");
    expect(await one("-5", {}, { defaults: { ...defaults, price: "9" } })).toBe("USD");
  });
});

test("c05: a place with another currency than the defaults is asked about, once for all", async () => {
  const csv = "name,start,city,country,price\nA,2027-02-01,Boston,United States,12\nB,2027-02-02,Lisboa,Portugal,9\n";
  const euros = { defaults: { timeZone: "UTC", currency: "EUR" } };
  expect(await prices(csv, euros)).toEqual({ A: "USD 12", B: "EUR 9" });
  expect((await readTextOrThrow(csv, euros)).questions.placeCurrencies).toEqual({
    rows: 1,
    examples: ["United States: USD"],
  });
  expect(await prices(csv, { ...euros, byPlace: { zone: true, currency: false } })).toEqual({
    A: "EUR 12",
    B: "EUR 9",
  });
});

test.each([
  ["１，５００円", "JPY 1500"],
  ["₹ 500/-", "INR 500"],
  ["KES 1,500.00/-", "KES 1500.00"],
])("c05: as it is written elsewhere: %s", async (price, read) => {
  expect(await prices(`Name;Start;Price\nA;2027-01-05 19:00;${price}\n`, { defaults })).toEqual({ A: read });
});
