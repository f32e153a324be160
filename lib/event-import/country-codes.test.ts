import { expect, test } from "vitest";
import { countryCodes, countryName } from "@/lib/names/countries";
import { countryCodeOf } from "./country-codes";

test.each([
  [
    "DE",
    "Germany, germany, Deutschland, Allemagne, Alemania, Germania, Niemcy, ドイツ, Германия, ألمانيا, DEU, de, BRD",
  ],
  ["GB", "United Kingdom, UK, U.K., Great Britain, England, Grossbritannien, Großbritannien, Royaume-Uni, GBR"],
  [
    "US",
    "USA, U.S.A., United States of America, États-Unis, Vereinigte Staaten, Estados Unidos, Stati Uniti d’America",
  ],
  ["CV", "Cabo Verde, Cape Verde, Kap Verde, Cap-Vert"],
  ["VN", "Viet Nam, Vietnam, Việt Nam"],
  ["TR", "Turkey, Türkiye, Türkei, Turquie"],
  ["CZ", "Czechia, Czech Republic, Tschechien, Tchéquie, República Checa, Česko"],
  ["NL", "The Netherlands, Netherlands, Pays-Bas, Niederlande, Países Bajos, Holland"],
  ["BA", "Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnie-Herzégovine, Bosnien und Herzegowina"],
  ["KN", "Saint Kitts and Nevis, St. Kitts & Nevis, St Kitts and Nevis"],
  ["KP", "North Korea, Democratic People's Republic of Korea, Corée du Nord"],
  ["CD", "Democratic Republic of the Congo, République démocratique du Congo, DR Congo, Congo - Kinshasa"],
  ["CG", "Republic of the Congo, Congo, Congo - Brazzaville"],
  ["XK", "Kosovo, XK"],
  ["CI", "Côte d'Ivoire, Cote d’Ivoire, Ivory Coast"],
  ["TT", "Trinidad and Tobago, Trinidad & Tobago, Trinité-et-Tobago"],
])("%s is found by what people write", (code, written) => {
  for (const name of written.split(", ")) expect([name, countryCodeOf(name)]).toEqual([name, code]);
});

test.each([
  ["KR", "Korea, Republic of"],
  ["KP", "Korea, Democratic People's Republic of"],
  ["BO", "Bolivia (Plurinational State of)"],
  ["VE", "Venezuela, Bolivarian Republic of"],
  ["TZ", "Tanzania, United Republic of"],
  ["IR", "Iran (Islamic Republic of)"],
  ["FM", "Micronesia, Federated States of"],
  ["MD", "Moldova, Republic of"],
  ["VG", "Virgin Islands, British"],
  ["VI", "Virgin Islands, U.S."],
  ["CD", "Congo, The Democratic Republic of the"],
  ["PS", "Palestine, State of"],
  ["TW", "Taiwan, Province of China"],
  ["NL", "Netherlands (Kingdom of the)"],
])("%s is found by the name that other programs have for it: %s", (code, name) => {
  expect(countryCodeOf(name)).toBe(code);
});

test("every country is found by its own name and by every name that the runtime prints in the languages of many venues", () => {
  for (const code of countryCodes) expect([code, countryCodeOf(countryName(code))]).toEqual([code, code]);
  for (const language of ["de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "ar", "ru"]) {
    const display = new Intl.DisplayNames(language, { type: "region" });
    // In one language it is the one country, in the next the other.
    const certain = countryCodes.filter((code) => display.of(code) !== "Kongo");
    const wrong = certain.filter((code) => countryCodeOf(display.of(code) ?? "") !== code);
    expect([language, wrong]).toEqual([language, []]);
  }
});

test("what could be two countries, or is none, is none", () => {
  for (const name of ["Kongo", "Atlantis", "", "-", "12"]) expect(countryCodeOf(name)).toBe(null);
});

test.each([
  ["IE", "Republic of Ireland, Irland"],
  ["VA", "Vatican, Vatican City"],
  ["MF", "Saint Martin (French part)"],
  ["SX", "Sint Maarten (Dutch part)"],
  ["AT", "Oesterreich"],
  ["BA", "Bosnien"],
  ["US", "米国"],
])("%s in everyday and official words: %s", (code, names) => {
  for (const name of names.split(", ")) expect([name, countryCodeOf(name)]).toEqual([name, code]);
});
