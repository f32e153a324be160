import { countryCodes, countryName } from "@/lib/names/countries";
import { findTimeZone } from "./time-zone";
import { zoneLinks } from "./zone-links";

/** Cities whose IANA names are shortened or without accents. */
const spelledCityNames: Record<string, string> = {
  "America/Argentina/Buenos_Aires": "Buenos Aires",
  "America/North_Dakota/Beulah": "Beulah, North Dakota",
  "America/North_Dakota/Center": "Center, North Dakota",
  "America/North_Dakota/New_Salem": "New Salem, North Dakota",
  "America/Port-au-Prince": "Port-au-Prince",
  "America/Sao_Paulo": "São Paulo",
  "America/St_Johns": "St. John’s",
  "America/Bogota": "Bogotá",
  "America/Asuncion": "Asunción",
  "America/Cancun": "Cancún",
  "Antarctica/DumontDUrville": "Dumont d’Urville",
  "Asia/Ho_Chi_Minh": "Ho Chi Minh City",
  "Asia/Ust-Nera": "Ust-Nera",
  "Africa/Sao_Tome": "São Tomé",
  "Atlantic/Faroe": "Faroe Islands",
  "Atlantic/Canary": "Canary Islands",
  "Atlantic/Reykjavik": "Reykjavík",
  "Indian/Reunion": "Réunion",
  "Pacific/Easter": "Easter Island",
  "Pacific/Galapagos": "Galápagos",
  "Pacific/Noumea": "Nouméa",
};

/** "Knox, Indiana" of America/Indiana/Knox. */
export function zoneCity(zone: string): string {
  const own = spelledCityNames[zone];
  if (own) return own;
  const [city = zone, region] = zone
    .split("/")
    .slice(1)
    .toReversed()
    .map((part) => part.replaceAll("_", " "));
  if (!zone.includes("/")) return zone;
  return region && region !== "Argentina" ? `${city}, ${region}` : city;
}

const countries = new Map<string, string>();

/** The English name of a zone's country; none for Antarctica. */
export function zoneCountry(zone: string): string | undefined {
  if (countries.size > 0) return countries.get(zone);
  for (const code of countryCodes) {
    for (const listed of zonesOf(code)) {
      const place = findTimeZone(listed);
      if (place && !countries.has(place)) countries.set(place, countryName(code));
    }
  }
  return countries.get(zone);
}

/** A method in newer engines, a property in older ones. */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`);
  const method: unknown = Reflect.get(locale, "getTimeZones");
  const found: unknown =
    typeof method === "function" ? Reflect.apply(method, locale, []) : Reflect.get(locale, "timeZones");
  return Array.isArray(found) ? found.filter((zone) => typeof zone === "string") : [];
}

/** Old names that people may search for, as "Calcutta". */
export function zoneAliases(zone: string): string[] {
  return [...zoneLinks].filter(([, name]) => name === zone).map(([link]) => link);
}
