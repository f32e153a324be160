import { importFieldLabels } from "@/texts/import";

/** The fields that a column can hold, with the headers that name them. */
export const importFields = {
  name: {
    label: importFieldLabels.name,
    headers:
      "name title event summary subject conference veranstaltung titel betreff nom titre objet nombre titulo asunto nome titolo oggetto onderwerp naam nazwa tytul temat",
  },
  startsAt: {
    label: importFieldLabels.startsAt,
    headers:
      "starts startsat start startdate startdatetime date when begin begins beginn datum from day dtstart startson datefrom eventdate beginntam startdatum anfang debut datededebut fecha fechadecomienzo fechadeinicio inicio data datainizio datainicio inizio begindatum datarozpoczecia",
  },
  startTime: {
    label: importFieldLabels.startTime,
    headers:
      "starttime time hour uhrzeit begintime timefrom eventtime beginntum startzeit startuhrzeit heure heurededebut hora comienzo horadeinicio ora orainizio begintijd starttijd godzina",
  },
  endsAt: {
    label: importFieldLabels.endsAt,
    headers:
      "ends endsat end enddate enddatetime finish until ende dtend endson dateto to through fin endetam enddatum datedefin fechadefinalizacion fechadefin datafine datafim einddatum",
  },
  endTime: {
    label: importFieldLabels.endTime,
    headers: "endtime finishtime timeto endetum endzeit enduhrzeit heuredefin finalizacion horadefin orafine eindtijd",
  },
  allDay: {
    label: importFieldLabels.allDay,
    headers:
      "allday alldayevent isallday wholeday fullday ganztagigesereignis ganztagig ganztags journeeentiere touteslajournee todoeldia diacompleto diainteiro giornataintera tuttoilgiorno heledag calodzienne",
  },
  timeZone: {
    label: importFieldLabels.timeZone,
    headers: "timezone tz tzid zone zeitzone fuseauhoraire zonahoraria fusoorario",
  },
  venue: {
    label: importFieldLabels.venue,
    headers:
      "venue location place venuename hall ort lieu lugar locationname where veranstaltungsort emplacement ubicacion luogo local locatie miejsce",
  },
  address: {
    label: importFieldLabels.address,
    headers: "address street streetaddress venueaddress adresse strasse direccion indirizzo",
  },
  city: {
    label: importFieldLabels.city,
    headers: "city town stadt ville ciudad venuecity locality citta cidade stad miasto",
  },
  country: { label: importFieldLabels.country, headers: "country land pays pais countrycode venuecountry paese kraj" },
  online: { label: importFieldLabels.online, headers: "online virtual isonline remote" },
  summary: { label: importFieldLabels.summary, headers: "tagline shortdescription subtitle teaser excerpt intro" },
  description: {
    label: importFieldLabels.description,
    headers: "description details about body notes text beschreibung content descripcion descrizione descricao opis",
  },
  category: {
    label: importFieldLabels.category,
    headers: "category topic type kind tags kategorie genre categories categorie categoria kategorien kategoria",
  },
  url: { label: importFieldLabels.url, headers: "url website link web homepage site eventurl" },
  capacity: {
    label: importFieldLabels.capacity,
    headers: "capacity seats places size maxattendees kapazitat quantity tickets",
  },
  price: {
    label: importFieldLabels.price,
    headers: "price cost fee ticketprice preis eintritt prix precio amount prezzo preco prijs cena admission",
  },
  currency: {
    label: importFieldLabels.currency,
    headers: "currency currencycode currencysymbol wahrung devise moneda valuta waluta",
  },
  id: { label: importFieldLabels.id, headers: "id uid eventid externalid reference ref key identifier guid" },
} as const;

export type ImportField = keyof typeof importFields;
export type ColumnMapping = Partial<Record<ImportField, number>>;

export const fieldNames = Object.keys(importFields) as [ImportField, ...ImportField[]];

/** What a column's cells hold. */
export type ColumnKind = "times" | "days" | "other";

/** The field of a column whose cells contradict its header: bare times are no dates, and dates are no bare times. */
const fieldByColumnKind: Partial<Record<ImportField, Partial<Record<ColumnKind, ImportField>>>> = {
  startsAt: { times: "startTime" },
  endsAt: { times: "endTime" },
  startTime: { days: "startsAt" },
  endTime: { days: "endsAt" },
};

/** "Start date", "START_DATE" and "startDate" become the same word. */
function normalizeHeader(header: string) {
  return header
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l");
}

/** "Event Start Date" counts as "Start Date". */
const isHeaderFor = (word: string, synonym: string | undefined) =>
  synonym !== undefined && (word === synonym || word === `event${synonym}` || word === `events${synonym}`);

/**
 * Guesses the column of each field from headers and cells. A field takes the column with its best synonym, and a column
 * has one field. Headers that contradict their cells are matched last.
 */
export function guessMapping(headers: string[], kinds: ColumnKind[]): ColumnMapping {
  const normalized = headers.map(normalizeHeader);
  const taken = new Set<number>();
  const mapping: ColumnMapping = {};
  const known = fieldNames.map((field) => ({ field, synonyms: importFields[field].headers.split(" ") }));
  const most = Math.max(...known.map(({ synonyms }) => synonyms.length));
  const take = (pass: "own" | "other") => {
    for (let rank = 0; rank < most; rank += 1) {
      for (const { field: named, synonyms } of known) {
        const column = normalized.findIndex((word, index) => {
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
