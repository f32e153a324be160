import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { currencyCodes, isCurrency, isOfferedCurrency, minorDigits } from "./currencies";

test("digits are those of ISO 4217", () => {
  const withDigits = (digits: number) => currencyCodes.filter((code) => minorDigits(code) === digits).join(" ");
  expect(withDigits(0)).toBe("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
  expect(withDigits(3)).toBe("BHD IQD JOD KWD LYD OMR TND");
  expect(currencyCodes.filter((code) => ![0, 2, 3].includes(minorDigits(code)))).toEqual([]);
});

test("nothing is there twice, and every code is one", () => {
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
  expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
});

test.each(["ANG", "BGN", "HRK", "SLL", "ZWL", "VED"])("amounts in %s are still read, and it is not offered", (code) => {
  expect(isCurrency(code)).toBe(true);
  expect(isOfferedCurrency(code)).toBe(false);
});

test.each(["XCG", "SLE", "VES", "ZWG"])("%s, which followed one of them, is offered", (code) => {
  expect(isOfferedCurrency(code)).toBe(true);
});

/** What asks a runtime's data about currencies, or lets them decide how money is written. */
const asksIntl = [
  /style:\s*["'`]currency["'`]/,
  /\bcurrencyDisplay\b/,
  /\bcurrencySign\b/,
  /supportedValuesOf\(\s*["'`]currency["'`]/,
  /resolvedOptions\(\)[^;\n]*FractionDigits/,
  /\{[^}]*FractionDigits[^}]*\}\s*=[^;]*resolvedOptions/,
];

const folders = ["app", "bench", "components", "db", "e2e", "inngest", "lib", "local", "public", "test"];

function sources(): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(?:tsx?|mjs|js)$/.test(file) && file !== "lib/money/currencies.test.ts");
}

test("no file asks Intl about a currency", () => {
  const asking = sources().filter((file) => {
    const text = readFileSync(file, "utf8");
    return asksIntl.some((pattern) => pattern.test(text));
  });
  expect(asking).toEqual([]);
});

test.each([
  'new Intl.NumberFormat("en", { style: "currency", currency }).format(12)',
  "const { maximumFractionDigits = 2 } = new Intl.NumberFormat(locale, options).resolvedOptions();",
  "const digits = format.resolvedOptions().maximumFractionDigits ?? 2;",
  'Intl.supportedValuesOf("currency")',
])("such a file would be found: %s", (code) => {
  expect(asksIntl.some((pattern) => pattern.test(code))).toBe(true);
});
