import { cityNames } from "./city-names";
import { normalizeText, spellingsOf } from "./letters";

const MAX_WORDS = 5;

/** Lower-case words without accents, separated by spaces; "Düsseldorf" also as "duesseldorf". */
const foldedWords = (words: string) =>
  spellingsOf(
    words
      .replace(/['.]/g, "")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim(),
  );
const folded = (text: string) => foldedWords(normalizeText(text));

/** "saopaulo" too. */
const keysOf = (spelled: string[]) => [...new Set([...spelled, ...spelled.map((key) => key.replaceAll(" ", ""))])];

/** Prepositions are dropped with the city after them: "jazz in München" searches for jazz. */
const prepositions = new Set(
  (
    "in at near around from of à en em na no de di da im bei nahe aus von på hos i te bij w we v ve " +
    "в во у из près cerca vicino perto lejos"
  )
    .split(" ")
    .flatMap(folded),
);

/** Lines of the table by name. */
let linesByName: Map<string, number[]> | undefined;

function linesWith(key: string): number[] {
  if (!linesByName) {
    linesByName = new Map();
    for (const [line, names] of normalizeText(cityNames).trim().split("\n").entries())
      for (const name of new Set(names.split(", ").flatMap((one) => keysOf(foldedWords(one)))))
        linesByName.set(name, [...(linesByName.get(name) ?? []), line]);
  }
  return linesByName.get(key) ?? [];
}

/** Cached, as the cities in use hardly change between calls. */
const keysByCity = new Map<string, string[]>();

function keysOfCity(city: string): string[] {
  const folding = keysByCity.get(city) ?? keysOf(folded(city));
  if (keysByCity.size > 5000) keysByCity.clear();
  keysByCity.set(city, folding);
  return folding;
}

/** By name, and by line of the table. */
function indexCities(cities: readonly string[]) {
  const byName = new Map<string, string>();
  const byLine = new Map<number, string>();
  const add = (name: string, city: string) => {
    for (const key of keysOfCity(name)) {
      if (!byName.has(key)) byName.set(key, city);
      for (const line of linesWith(key)) if (!byLine.has(line)) byLine.set(line, city);
    }
  };
  for (const city of cities) add(city, city);
  // "Portland, Oregon" is Portland, unless there are several.
  for (const city of cities) if (city.includes(",")) add(city.replace(/,.*/, ""), city);
  return { byName, byLine };
}

type Word = { start: number; end: number; keys: string[] };

/** Quoted text counts as one word that is no name. */
const wordsOf = (typed: string): Word[] =>
  [...typed.matchAll(/["“”„«»][^"“”«»]*["“”«»]?|\S+/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    keys: /^["“”„«»]/.test(text) ? [] : folded(text),
  }));

const DANGLING = String.raw`[\s,;:|·–—-]+`;

/**
 * The city among `cities`, the busiest first, that the typed text names in any language, and the `rest` of the text.
 * Text in double quotes names no city.
 */
export function findCity(typed: string, cities: readonly string[]): { city: string; rest: string } | null {
  const words = wordsOf(typed);
  const { byName, byLine } = indexCities(cities);
  const taken = new Set<Word>();
  let place: { city: string; isInUse: boolean; from: number; to: number } | undefined;
  for (let length = Math.min(MAX_WORDS, words.length); length > 0 && !place; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const run = words.slice(from, from + length);
      if (run.some((word) => taken.has(word) || word.keys.length === 0)) continue;
      const keys = [0, 1].map((spelling) => run.map((word) => word.keys[spelling] ?? word.keys[0]).join(" "));
      const lines = keys.flatMap(linesWith);
      const inUse = keys.map((key) => byName.get(key)).find(Boolean);
      // "New York" is not York, even without events in New York.
      if (inUse || lines.length > 0) for (const word of run) taken.add(word);
      const city = inUse ?? lines.map((line) => byLine.get(line)).find(Boolean);
      if (city && (inUse || !place?.isInUse)) place = { city, isInUse: Boolean(inUse), from, to: from + length };
    }
  if (!place) return null;
  let from = place.from;
  while (from > 0 && place.from - from < 2 && words[from - 1]?.keys.some((key) => prepositions.has(key))) from--;
  const before = typed.slice(0, words[from]?.start).replace(new RegExp(`${DANGLING}$`), "");
  const after = typed.slice(words[place.to - 1]?.end).replace(new RegExp(`^${DANGLING}`), "");
  return { city: place.city, rest: `${before} ${after}`.trim() };
}
