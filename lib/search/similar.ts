import { normalizeText, spellingsOf } from "./letters";

/** Lower case without accents, words separated by spaces; "Müller" as "mueller" too. */
const foldings = (text: string) => spellingsOf((normalizeText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" "));

/** Trigrams of words, with two spaces before and one after each. */
function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of text.split(" ").filter(Boolean)) {
    const letters = [..."  ", ...word, " "];
    for (let at = 2; at < letters.length; at++) trigrams.add(letters.slice(at - 2, at + 1).join(""));
  }
  return trigrams;
}

/** Two letters swapped, one too many or too few, or, in words of five letters and more, a wrong one. */
function isOneTypo(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const shorter = Math.min(one.length, other.length);
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const areSwapped = left.length === right.length && [...left].reverse().join("") === right;
  if (left.length === 2 || left.length === 3) return areSwapped && shorter >= left.length * 2 - 1;
  // A short word with another first letter is another word: "rock" is not "sock", nor "art" "part".
  if (left.length > 1 || right.length > 1 || (start === 0 && shorter < 6)) return false;
  return left.length !== right.length || shorter >= 5;
}

type Folded = { text: string; trigrams: Set<string> };
const folded = (text: string): Folded[] => foldings(text).map((one) => ({ text: one, trigrams: trigramsOf(one) }));

function similarityOf(one: Folded, other: Folded): number {
  let common = 0;
  for (const trigram of one.trigrams) if (other.trigrams.has(trigram)) common++;
  const share = common / (one.trigrams.size + other.trigrams.size - common);
  // One slip changes three or four trigrams, nearly all of a short word: "yrok" and "york" share one of nine.
  return share < 1 && isOneTypo(one.text, other.text) ? (share + 1) / 2 : share;
}

const bestSimilarity = (some: Folded[], others: Folded[]) =>
  Math.max(0, ...some.flatMap((one) => others.map((other) => similarityOf(one, other))));

/** From 0 to 1: the share of trigrams that two texts have in common, as pg_trgm counts them, or more after one slip. */
export const similarity = (a: string, b: string): number => bestSimilarity(folded(a), folded(b));

/** The candidates most similar to the typed text, best first. */
export function findMostSimilar(
  typed: string,
  candidates: Iterable<string>,
  { atLeast = 0.3, limit = 3 }: { atLeast?: number; limit?: number } = {},
): string[] {
  const wanted = folded(typed);
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: bestSimilarity(wanted, folded(candidate)) }))
    .filter(({ score }) => score > 0 && score >= atLeast)
    .map((found) => ({ ...found, difference: Math.abs(found.candidate.length - typed.length) }))
    .sort((a, b) => b.score - a.score || a.difference - b.difference || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
