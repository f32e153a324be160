import { countryCodes, countryName } from "@/lib/names/countries";

/** ISO 3166-1 alpha-3, in the order of `countryCodes`. */
const alpha3Codes =
  "AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM MYT ZAF ZMB ZWE".split(
    " ",
  );

/** The languages whose country names are recognised, if the runtime knows them. */
const languages =
  "en de fr es it pt nl pl sv da nb fi is cs sk hu ro tr el ru uk bg hr sr sl et lv lt ga ca eu ja zh zh-Hant ko ar he fa hi bn th vi id ms".split(
    " ",
  );

/** Names that no runtime's list has: older, official and colloquial ones. */
const otherNames: Record<string, string[]> = {
  AE: ["UAE", "איחוד האמירויות"],
  AT: ["Oesterreich"],
  BA: ["Bosnia", "Bosnien"],
  BO: ["Plurinational State of Bolivia"],
  BQ: ["Bonaire", "Bonaire Sint Eustatius Saba"],
  BN: ["Brunei Darussalam"],
  CD: ["DRC", "DR Congo", "Democratic Republic Congo", "République démocratique du Congo", "Zaire"],
  CG: ["Congo", "Republic Congo", "République du Congo", "Congo Republic"],
  CI: ["Ivory Coast", "Elfenbeinküste", "Costa de Marfil", "Costa d'Avorio"],
  CN: ["PR China", "PRC", "Peoples Republic China", "Mainland China"],
  CV: ["Cape Verde", "Cabo Verde"],
  CZ: ["Czech Republic", "Tschechische Republik", "République tchèque", "República Checa", "Repubblica Ceca"],
  DE: ["Federal Republic Germany", "Bundesrepublik Deutschland", "BRD"],
  FK: ["Falkland Islands Malvinas", "Malvinas"],
  FM: ["Federated States Micronesia"],
  GB: [
    "UK",
    "Great Britain",
    "Britain",
    "England",
    "Angleterre",
    "Inglaterra",
    "Scotland",
    "Wales",
    "Northern Ireland",
    "Großbritannien",
    "Grande-Bretagne",
    "Gran Bretaña",
    "Gran Bretagna",
    "United Kingdom Great Britain Northern Ireland",
  ],
  HK: ["Hong Kong", "Hong Kong China"],
  HR: ["Republika Hrvatska"],
  IE: ["Republic Ireland", "Republik Irland"],
  IN: ["Republic India"],
  IR: ["Islamic Republic Iran", "República Islámica de Irán"],
  KP: ["DPRK", "Democratic Peoples Republic Korea", "República Popular Democrática de Corea"],
  KR: ["Korea", "韓國", "South Korea", "Republic Korea", "República de Corea"],
  LA: ["Lao PDR", "Lao Peoples Democratic Republic", "República Democrática Popular de Lao"],
  MD: ["Republic Moldova", "Moldawien"],
  MF: ["Saint Martin French part"],
  MK: ["Macedonia", "FYROM", "Republic North Macedonia", "former Yugoslav Republic Macedonia"],
  MM: ["Burma", "Birmania", "Birmanie"],
  MO: ["Macau", "Macau SAR"],
  NL: ["Holland", "Kingdom Netherlands"],
  PS: ["Palestine", "State Palestine"],
  RU: ["Russian Federation", "Russische Föderation", "Российская Федерация"],
  SA: ["السعودية"],
  SH: ["Saint Helena Ascension Tristan Cunha"],
  SX: ["Sint Maarten Dutch part"],
  SY: ["Syrian Arab Republic", "República Árabe Siria"],
  SZ: ["Swaziland", "Swasiland"],
  TL: ["East Timor"],
  TR: ["Turkey", "Türkiye", "Republic Türkiye"],
  TW: ["Taiwan", "臺灣", "Taiwan Province China", "Republic China"],
  TZ: ["United Republic Tanzania"],
  US: [
    "USA",
    "United States America",
    "America",
    "États-Unis d'Amérique",
    "Vereinigte Staaten von Amerika",
    "米国",
    "Estados Unidos de América",
    "Stati Uniti d'America",
  ],
  VA: ["Vatican", "Holy See", "Holy See Vatican City State", "Saint-Siège", "Santa Sede", "Santa Sé"],
  VE: ["Bolivarian Republic Venezuela"],
  VG: ["British Virgin Islands"],
  VI: ["US Virgin Islands", "USVI"],
  VN: ["Vietnam", "Viet Nam", "Vietname"],
};

/** Words that are optional in names. */
const between = new Set(
  "the of and und et y e i og och en ja a de la las los les le do da das dos der die das du des del di d l".split(" "),
);

/** Normalizes a name: "Bosnia & Herzegovina" and "Bosnia and Herzegovina" are one. */
function keyOf(name: string) {
  return name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/(?<=\p{L})\.(?=\p{L})|(?<=\p{L})['’]s\b/gu, (mark) => (mark === "." ? "" : "s"))
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== "" && !between.has(word))
    .map((word) => (word === "saint" || word === "sankt" || word === "sint" ? "st" : word))
    .join("");
}

let certain: Map<string, string> | null = null;
let foreign: Map<string, string | null> | null = null;

/** Codes by the names above and those that Quorix shows. */
function certainNames(): Map<string, string> {
  if (certain) return certain;
  certain = new Map(countryCodes.map((code) => [keyOf(countryName(code)), code]));
  for (const [code, others] of Object.entries(otherNames)) for (const name of others) certain.set(keyOf(name), code);
  for (const [index, code] of countryCodes.entries()) certain.set((alpha3Codes[index] ?? code).toLowerCase(), code);
  return certain;
}

/** Codes by names in other languages; null if two countries share one, such as the two called Kongo. */
function foreignNames(): Map<string, string | null> {
  if (foreign) return foreign;
  foreign = new Map();
  for (const language of languages) {
    for (const style of ["long", "short"] as const) {
      const display = new Intl.DisplayNames(language, { type: "region", style, fallback: "none" });
      for (const code of countryCodes) {
        const key = keyOf(display.of(code) ?? "");
        const before = foreign.get(key);
        if (key !== "") foreign.set(key, before === undefined || before === code ? code : null);
      }
    }
  }
  return foreign;
}

// Most files are in English, and asking Intl for all the others takes a moment.
const codeNamed = (key: string) => certainNames().get(key) ?? foreignNames().get(key) ?? null;

/** "Korea, Republic of" and "Bolivia (Plurinational State of)" with the part after the comma or in brackets moved to the front. */
function reorderName(name: string): string {
  return name.replace(/^([^,(]+)[,(]\s*([^)]+)\)?$/, "$2 $1");
}

/**
 * ISO 3166 alpha-2 of a country as people and programs write it: "Germany", "Allemagne", "U.S.A.", "Czech Republic",
 * "Korea, Republic of", "DEU", "de". Null if it is unknown or ambiguous.
 */
export function countryCodeOf(text: string): string | null {
  const trimmed = text.trim().slice(0, 100);
  const code = trimmed.toUpperCase();
  if (code === "" || countryCodes.includes(code)) return code || null;
  return codeNamed(keyOf(trimmed)) ?? codeNamed(keyOf(reorderName(trimmed)));
}
