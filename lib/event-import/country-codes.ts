import { countryCodes, countryName } from "@/lib/event-editing/places";

/** What people write for a country that Intl calls by another name. */
const otherNames: Record<string, string> = {
  US: "usa us america unitedstatesofamerica etatsunis vereinigtestaaten estadosunidos",
  GB: "uk england scotland wales northernireland greatbritain britain grossbritannien",
  CZ: "czechrepublic tschechien",
  KR: "korea southkorea republicofkorea",
  AE: "uae",
  TR: "turkey",
  HK: "hongkong",
  MO: "macau",
  BA: "bosniaandherzegovina bosnia",
  MK: "macedonia",
  VN: "vietnam",
  CI: "ivorycoast",
  NL: "holland thenetherlands niederlande paysbas",
  DE: "deutschland allemagne alemania",
  AT: "osterreich",
  CH: "schweiz suisse svizzera",
  ES: "espana spanien",
  IT: "italia italien",
  FR: "frankreich francia",
  BE: "belgie belgique belgien",
  BR: "brasil",
  PL: "polska polen",
  SE: "sverige schweden",
  NO: "norge norwegen",
  DK: "danmark danemark",
  FI: "suomi",
  RU: "russianfederation",
  IR: "islamicrepublicofiran",
  TW: "taiwan",
  CN: "prchina peoplesrepublicofchina",
  PS: "palestine",
  CD: "drc",
  CG: "congo",
  MM: "burma",
  SZ: "swaziland",
  CV: "capeverde",
};

function wordOf(name: string) {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
}

let known: Map<string, string> | null = null;

function names(): Map<string, string> {
  if (known) return known;
  known = new Map();
  for (const code of countryCodes) {
    for (const word of [wordOf(countryName(code)), ...(otherNames[code] ?? "").split(" ")]) {
      if (word !== "") known.set(word, code);
    }
  }
  return known;
}

/** ISO 3166 alpha-2 of a country as people write it: "Germany", "U.S.A.", "Czech Republic", "de". */
export function countryCodeOf(text: string): string | null {
  const trimmed = text.trim().slice(0, 100);
  const code = trimmed.toUpperCase();
  if (countryCodes.includes(code)) return code;
  return names().get(wordOf(trimmed)) ?? null;
}
