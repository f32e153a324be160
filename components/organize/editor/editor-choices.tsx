import { ZoneOptions } from "@/components/account/time-zone-options";
import { countryCodes, countryName, currencyCodes } from "@/lib/event-editing/places";
import type { EditorChoices } from "./editor-context";

const countries = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
const currencyNames = new Intl.DisplayNames("en-GB", { type: "currency" });

/** The options of the long selects, rendered on the server. */
export function editorChoices(timeZone: string, now: Date): EditorChoices {
  return {
    zones: <ZoneOptions chosen={timeZone} now={now} />,
    countries: countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    )),
    currencies: currencyCodes.map((code) => (
      <option key={code} value={code}>
        {`${code} · ${currencyNames.of(code)}`}
      </option>
    )),
  };
}
