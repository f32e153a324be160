import { minorDigits } from "@/lib/money/currencies";
import { MigrationStoppedError } from "./migration-stopped-error";

/**
 * Currencies for which some runtime from Node 20.9 to 24 differs from ISO 4217. Each had no digits in some release. The
 * migration `amount_conversions` names the same.
 */
const ambiguousCurrencies = "AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR RSD SOS SYP YER".split(" ");

export const hasAmbiguousDigits = (currency: string) => ambiguousCurrencies.includes(currency);

/** The operator's statement for each currency: "HUF=0,COP=0". */
export function parseStatedDigits(text: string): Map<string, number> {
  const stated = new Map<string, number>();
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    const [, currency = "", written = ""] = /^([A-Z]{3})=(\d)$/.exec(part) ?? [];
    if (currency === "") throw new MigrationStoppedError(`"${part}" in AMOUNTS_WRITTEN_WITH is not like HUF=0.`);
    if (!hasAmbiguousDigits(currency))
      throw new MigrationStoppedError(
        `AMOUNTS_WRITTEN_WITH names ${currency}, whose digits never changed. Leave it out.`,
      );
    const digits = Number(written);
    if (digits !== 0 && digits !== minorDigits(currency))
      throw new MigrationStoppedError(
        `AMOUNTS_WRITTEN_WITH says ${part}. No version wrote ${currency} with other digits than 0 or ${minorDigits(currency)}.`,
      );
    if (stated.has(currency) && stated.get(currency) !== digits)
      throw new MigrationStoppedError(`AMOUNTS_WRITTEN_WITH names ${currency} twice.`);
    stated.set(currency, digits);
  }
  return stated;
}
