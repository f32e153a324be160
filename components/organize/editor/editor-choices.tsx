import { ZoneOptions } from "@/components/account/time-zone-options";
import { currencyCodes, isCurrency, isOfferedCurrency } from "@/lib/money/currencies";
import { countryCodes, countryName } from "@/lib/names/countries";
import type { EditorChoices } from "./editor-context";

const countries = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
const currencyNames = new Intl.DisplayNames("en-GB", { type: "currency" });

type ChosenValues = {
  timeZone: string;
  /** Stays in the list even if it is no longer offered. */
  currency: string;
};

/** The options of the long selects, rendered on the server. */
export function renderEditorChoices(
  { timeZone, currency }: ChosenValues,
  now: Date,
  takesPayments = false,
): EditorChoices {
  const kept = isCurrency(currency) && !isOfferedCurrency(currency) ? [currency] : [];
  return {
    takesPayments,
    zones: <ZoneOptions chosen={timeZone} now={now} />,
    countries: countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    )),
    currencies: [...currencyCodes, ...kept].map((code) => (
      <option key={code} value={code}>
        {`${code} · ${currencyNames.of(code)}`}
      </option>
    )),
  };
}
