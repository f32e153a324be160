import { adjectives, themes, venues } from "./generated-vocabulary";
import { INVENTED_NAMES, inventedName, TOWNS, townOf } from "./invented-names";
import { seededChoices } from "./random";
import { zipf } from "./zipf";

const capacities = [12, 24, 40, 60, 90, 150, 300, 800];
const DAYS_AHEAD = 730;

const townRank = zipf(TOWNS);
const nameRank = zipf(INVENTED_NAMES);
const themeRank = zipf(themes.length);

type GeneratedTicketType = { code: string; name: string; price: number; quota: number | null; position: number };

/** Longer than the random codes, so that they cannot meet; the number makes it unique. */
const ticketTypeCode = (number: number, position: number) =>
  `G${number.toString(36).toUpperCase().padStart(8, "0")}${position}`;

function ticketTypes(number: number, capacity: number, price: number, isFree: boolean, howMany: number) {
  const all: Omit<GeneratedTicketType, "code" | "position">[] = isFree
    ? [
        { name: "Seat", price: 0, quota: null },
        { name: "Front rows", price: 0, quota: Math.ceil(capacity / 4) },
      ]
    : [
        { name: "Standard", price, quota: null },
        { name: "Concession", price: Math.round(price * 0.6), quota: Math.ceil(capacity / 5) },
        { name: "Supporter", price: price * 2, quota: Math.ceil(capacity / 10) },
      ];
  return all.slice(0, howMany).map((type, position) => ({ code: ticketTypeCode(number, position), position, ...type }));
}

/** Event number `number`: always the same words, its day counted from `today`. */
export function generateEvent(number: number, owners: { id: number }[], today: Date) {
  const { unit, below, pick } = seededChoices(number);
  const { city, usualPrice, ...place } = townOf(townRank(unit()));
  const theme = themes[themeRank(unit())] ?? pick(themes);
  const [house, street] = pick(venues);
  const venue = below(2) === 0 ? house : `${inventedName(nameRank(unit()))} Hall`;
  const subject = pick(theme.subjects);
  const guest = `${inventedName(nameRank(unit()))} ${inventedName(nameRank(unit()))}`;
  const name = `${pick(adjectives)} ${subject.toLowerCase()} ${pick(theme.formats)}: ${guest}`;
  const capacity = pick(capacities);
  const isFree = below(4) === 0;
  const day = new Date(today.getTime() + (1 + below(DAYS_AHEAD)) * 86_400_000).toISOString().slice(0, 10);
  const words = name.toLowerCase().normalize("NFKD");
  const slug = `${words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}-${city.toLowerCase().replaceAll(" ", "-")}`;
  return {
    organizerId: pick(owners).id,
    slug: `${slug}-${number.toString(36)}`,
    name,
    summary: pick([
      `At ${venue}, for ${capacity} people.`,
      `${subject} in ${city}, and time to talk afterwards.`,
      `An evening for ${capacity}. Doors open half an hour before.`,
      `${guest} is our guest, ${venue} our host.`,
    ]),
    description: `${subject} is the subject, ${venue} the place, and ${capacity} people are as many as it holds.\n\nDoors open half an hour before the start. The venue is step-free; tell us when you book if you need a seat kept.`,
    category: theme.category,
    startsLocal: `${day}T${String(pick(theme.hours)).padStart(2, "0")}:${pick(["00", "30"])}`,
    hours: theme.lasts,
    ...place,
    venue,
    address: `${1 + below(200)} ${street}, ${city}`,
    city,
    capacity,
    ticketTypes: ticketTypes(number, capacity, usualPrice, isFree, 1 + below(3)),
  };
}
