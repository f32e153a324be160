/** What a column of a table can hold, with the headers that say so. */
export const importFields = {
  name: {
    label: "Name",
    headers:
      "name title event summary subject conference veranstaltung titel betreff nom titre objet nombre titulo asunto nome titolo oggetto onderwerp naam nazwa tytul temat",
  },
  startsAt: {
    label: "Starts",
    headers:
      "starts startsat start startdate startdatetime date when begin begins beginn datum from day dtstart startson datefrom eventdate beginntam startdatum anfang debut datededebut fecha fechadecomienzo fechadeinicio inicio data datainizio datainicio inizio begindatum datarozpoczecia",
  },
  startTime: {
    label: "Start time",
    headers:
      "starttime time hour uhrzeit begintime timefrom eventtime beginntum startzeit startuhrzeit heure heurededebut hora comienzo horadeinicio ora orainizio begintijd starttijd godzina",
  },
  endsAt: {
    label: "Ends",
    headers:
      "ends endsat end enddate enddatetime finish until ende dtend endson dateto to through fin endetam enddatum datedefin fechadefinalizacion fechadefin datafine datafim einddatum",
  },
  endTime: {
    label: "End time",
    headers: "endtime finishtime timeto endetum endzeit enduhrzeit heuredefin finalizacion horadefin orafine eindtijd",
  },
  allDay: {
    label: "All day",
    headers:
      "allday alldayevent isallday wholeday fullday ganztagigesereignis ganztagig ganztags journeeentiere touteslajournee todoeldia diacompleto diainteiro giornataintera tuttoilgiorno heledag calodzienne",
  },
  timeZone: { label: "Time zone", headers: "timezone tz tzid zone zeitzone fuseauhoraire zonahoraria fusoorario" },
  venue: {
    label: "Venue",
    headers:
      "venue location place venuename hall ort lieu lugar locationname where veranstaltungsort emplacement ubicacion luogo local locatie miejsce",
  },
  address: {
    label: "Address",
    headers: "address street streetaddress venueaddress adresse strasse direccion indirizzo",
  },
  city: { label: "City", headers: "city town stadt ville ciudad venuecity locality citta cidade stad miasto" },
  country: { label: "Country", headers: "country land pays pais countrycode venuecountry paese kraj" },
  online: { label: "Online", headers: "online virtual isonline remote" },
  summary: { label: "Summary", headers: "tagline shortdescription subtitle teaser excerpt intro" },
  description: {
    label: "Description",
    headers: "description details about body notes text beschreibung content descripcion descrizione descricao opis",
  },
  category: {
    label: "Category",
    headers: "category topic type kind tags kategorie genre categories categorie categoria kategorien kategoria",
  },
  url: { label: "Website", headers: "url website link web homepage site eventurl" },
  capacity: { label: "Capacity", headers: "capacity seats places size maxattendees kapazitat quantity tickets" },
  price: {
    label: "Price",
    headers: "price cost fee ticketprice preis eintritt prix precio amount prezzo preco prijs cena admission",
  },
  currency: {
    label: "Currency",
    headers: "currency currencycode currencysymbol wahrung devise moneda valuta waluta",
  },
  id: { label: "Id", headers: "id uid eventid externalid reference ref key identifier guid" },
} as const;

export type ImportField = keyof typeof importFields;
export type ColumnMapping = Partial<Record<ImportField, number>>;

export const fieldNames = Object.keys(importFields) as [ImportField, ...ImportField[]];

/** What stands in a column, as far as it matters for what it can be. */
export type ColumnKind = "times" | "days" | "other";

/** A column of bare times holds no days, whatever its header says, and one of days no bare times. */
const fieldByColumnKind: Partial<Record<ImportField, Partial<Record<ColumnKind, ImportField>>>> = {
  startsAt: { times: "startTime" },
  endsAt: { times: "endTime" },
  startTime: { days: "startsAt" },
  endTime: { days: "endsAt" },
};

/** "Start date" and "START_DATE" and "startDate" are one word. */
function normalizeHeader(header: string) {
  return header
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l");
}

/** "Event Start Date" says no more than "Start Date". */
const isHeaderFor = (word: string, synonym: string | undefined) =>
  synonym !== undefined && (word === synonym || word === `event${synonym}` || word === `events${synonym}`);

/**
 * Which column each field stands in, as far as headers and what stands below them say. A field takes the best of its
 * words, a column one field; what a header says of a column that holds something else comes after all others.
 */
export function guessMapping(headers: string[], kinds: ColumnKind[]): ColumnMapping {
  const words = headers.map(normalizeHeader);
  const taken = new Set<number>();
  const mapping: ColumnMapping = {};
  const known = fieldNames.map((field) => ({ field, synonyms: importFields[field].headers.split(" ") }));
  const most = Math.max(...known.map(({ synonyms }) => synonyms.length));
  const take = (pass: "own" | "other") => {
    for (let rank = 0; rank < most; rank += 1) {
      for (const { field: named, synonyms } of known) {
        const column = words.findIndex((word, index) => {
          const field = fieldByColumnKind[named]?.[kinds[index] ?? "other"];
          return !taken.has(index) && (pass === "own") === (field === undefined) && isHeaderFor(word, synonyms[rank]);
        });
        const field = pass === "own" ? named : fieldByColumnKind[named]?.[kinds[column] ?? "other"];
        if (column === -1 || field === undefined || field in mapping) continue;
        mapping[field] = column;
        taken.add(column);
      }
    }
  };
  take("own");
  take("other");
  return mapping;
}
