/** What a column of a table can hold, with the headers that say so. */
export const importFields = {
  name: { label: "Name", headers: "name title event summary subject conference veranstaltung titel nom nombre" },
  startsAt: {
    label: "Starts",
    headers:
      "starts startsat start startdate startdatetime date when begin begins beginn datum from day dtstart startson datefrom eventdate debut fecha inicio",
  },
  startTime: { label: "Start time", headers: "starttime time hour uhrzeit begintime timefrom eventtime heure hora" },
  endsAt: {
    label: "Ends",
    headers: "ends endsat end enddate enddatetime finish until ende dtend endson dateto to through fin",
  },
  endTime: { label: "End time", headers: "endtime finishtime timeto" },
  timeZone: { label: "Time zone", headers: "timezone tz tzid zone zeitzone" },
  venue: { label: "Venue", headers: "venue location place venuename hall ort lieu lugar locationname where" },
  address: { label: "Address", headers: "address street streetaddress venueaddress adresse direccion" },
  city: { label: "City", headers: "city town stadt ville ciudad venuecity locality" },
  country: { label: "Country", headers: "country land pays pais countrycode venuecountry" },
  online: { label: "Online", headers: "online virtual isonline remote" },
  summary: { label: "Summary", headers: "tagline shortdescription subtitle teaser excerpt intro" },
  description: { label: "Description", headers: "description details about body notes text beschreibung content" },
  category: { label: "Category", headers: "category topic type kind tags kategorie genre categories" },
  url: { label: "Website", headers: "url website link web homepage site eventurl" },
  capacity: { label: "Capacity", headers: "capacity seats places size maxattendees kapazitat quantity tickets" },
  price: { label: "Price", headers: "price cost fee ticketprice preis prix precio amount" },
  currency: { label: "Currency", headers: "currency currencycode wahrung devise moneda" },
  id: { label: "Id", headers: "id uid eventid externalid reference ref key identifier guid" },
} as const;

export type ImportField = keyof typeof importFields;
export type Mapping = Partial<Record<ImportField, number>>;

export const fieldNames = Object.keys(importFields) as [ImportField, ...ImportField[]];

/** "Start date" and "START_DATE" and "startDate" are one word. */
function wordOf(header: string) {
  return header
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Which column each field stands in, as far as the headers say. A field takes the best of its words, a column one field. */
export function guessMapping(headers: string[]): Mapping {
  const words = headers.map(wordOf);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  const known = fieldNames.map((field) => ({ field, synonyms: importFields[field].headers.split(" ") }));
  const most = Math.max(...known.map(({ synonyms }) => synonyms.length));
  for (let rank = 0; rank < most; rank += 1) {
    for (const { field, synonyms } of known) {
      if (field in mapping) continue;
      const column = words.findIndex((word, index) => !taken.has(index) && word !== "" && word === synonyms[rank]);
      if (column === -1) continue;
      mapping[field] = column;
      taken.add(column);
    }
  }
  return mapping;
}
