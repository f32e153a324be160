import { generateEvent } from "@/db/seed/generated-event";
import { type SeededChoices, seededChoices } from "@/db/seed/random";
import type { EventSearch } from "@/lib/events/schema";

/** p95 at a million events, of that at ten thousand. */
const RATIO = 1.5;

/** How people search. `page`: the requested page of the results; `limit`: its bound. */
export type SearchCase = { name: string; page: number; limit?: number; make: (choose: SeededChoices) => EventSearch };

/** The event that a search has in mind, so that common features are searched more often. */
function pickEvent({ below }: SeededChoices) {
  return generateEvent(1_000 + below(8_000), [{ id: 1 }], new Date());
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The dates around an event, as a month is chosen. */
function month(event: ReturnType<typeof pickEvent>, { below }: SeededChoices) {
  const day = event.startsLocal.slice(0, 10);
  const from = dayAfter(day, -below(30));
  return { from, to: dayAfter(from, 30) };
}

const splitTerms = (name: string) => name.toLowerCase().split(/[^\p{L}]+/u);
const price = (event: ReturnType<typeof pickEvent>) => (event.ticketTypes[0]?.price === 0 ? "free" : "paid");

export const searchCases: SearchCase[] = [
  {
    name: "words, city, date and price",
    page: 1,
    limit: RATIO,
    make: (choose) => {
      const event = pickEvent(choose);
      const q = choose.pick(splitTerms(event.name));
      return { q, city: event.city, ...month(event, choose), price: price(event) };
    },
  },
  {
    name: "tenth page",
    page: 10,
    limit: RATIO,
    make: (choose) => {
      const event = pickEvent(choose);
      const where = choose.pick([{ city: event.city }, { category: event.category }, { q: splitTerms(event.name)[1] }]);
      return { ...where, from: dayAfter(new Date().toISOString().slice(0, 10), choose.below(300)) };
    },
  },
  { name: "one word", page: 1, make: (choose) => ({ q: choose.pick(splitTerms(pickEvent(choose).name)) }) },
  {
    name: "two words of a name",
    page: 1,
    make: (choose) => {
      const words = splitTerms(pickEvent(choose).name);
      return { q: `${choose.pick(words)} ${choose.pick(words)}` };
    },
  },
  {
    name: "the beginning of a word",
    page: 1,
    make: (choose) => ({ q: choose.pick(splitTerms(pickEvent(choose).name)).slice(0, 2 + choose.below(3)) }),
  },
  {
    name: "words that no event has together",
    page: 1,
    make: (choose) => ({
      q: `${choose.pick(splitTerms(pickEvent(choose).name))} ${choose.pick(splitTerms(pickEvent(choose).name))}`,
      category: pickEvent(choose).category,
    }),
  },
  {
    name: "a word in a city, latest first",
    page: 1,
    make: (choose) => ({ q: splitTerms(pickEvent(choose).name)[1], city: pickEvent(choose).city, sort: "latest" }),
  },
  {
    name: "city and month, seats left",
    page: 1,
    make: (choose) => ({ city: pickEvent(choose).city, when: "month", available: "1" }),
  },
  {
    name: "category and price",
    page: 1,
    make: (choose) => {
      const event = pickEvent(choose);
      return { category: event.category, price: price(event), ...month(event, choose) };
    },
  },
];

/** A repeatable row of different searches. */
export function makeSearches({ make }: SearchCase, seed: number, howMany: number): EventSearch[] {
  const choose = seededChoices(seed);
  return Array.from({ length: howMany }, () => make(choose) as EventSearch);
}
