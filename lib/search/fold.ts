import { type Chunk, chunksOf, isPlain } from "./chunks";
import { spellingsOf, symbolsOf, withoutArticle, withoutSpelledOut } from "./letters";

/** The version of these rules. The next migration folds rows of other versions again, see db/backfill-search.ts. */
export const FOLDING_VERSION = 1;

const MAX_CLAUSES = 16;
/** Of two words that are also kept as one, "Hip Hop" as "hiphop"; and of two that are typed apart. */
const MAX_INDEXED_LENGTH = 10;
const MAX_TYPED_LENGTH = 12;

/** These are not joined with their neighbours: "thea" does not mean "The Arts". */
const littleWords = new Set(
  (
    "a an the of in on at to for by or with from as is de du des la le les el los las un una il lo gli da di do dos das " +
    "der die den dem im am von zu mit und et y e i og och en"
  ).split(" "),
);

const saints = new Set(["st", "saint", "sankt"]);

/** Pairs of letters; a single letter alone. */
function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Two neighbouring words, or with only an "and" between them, however it is written. */
type Neighbours = { one: string; other: string; and: string; chunks: Chunk[] };

function neighboursIn(chunks: Chunk[]): Neighbours[] {
  const words = chunks.filter((chunk) => !chunk.isAnd);
  return words.flatMap((chunk, at) => {
    const [one, other] = [words[at - 1]?.wholes[0], chunk.wholes[0]];
    const last = chunks[chunks.indexOf(chunk) - 1];
    return one && other ? { one, other, and: last?.isAnd ? last.text : "", chunks: words.slice(at - 1, at + 1) } : [];
  });
}

/** As one word; with "and" between them also "rocknroll" and "rockandroll". */
const joinNeighbours = ({ one, other, and }: Neighbours, longest: number) =>
  one.length + other.length > longest ? [] : (and ? ["", "n", "and"] : [""]).map((between) => one + between + other);

/**
 * Joined words are stored with a prefix of their own: each title has a few, and typed prefixes would match too many of
 * them. Their end is marked, as a few letters only match the whole word.
 */
const markJoined = (word: string) => `+${word}.`;
const MIN_JOINED_PREFIX = 7;
const markTypedJoined = (word: string) => (word.length < MIN_JOINED_PREFIX ? markJoined(word) : `+${word}`);

const isAndPair = ({ and }: Neighbours) => and === "&" || and === "and";

/** "Hip Hop" and "O Brien", but neither "Blink 182", as a digit always separates, nor "The Arts". */
const isOftenJoined = ({ one, other }: Neighbours) =>
  (/^\p{L}+$/u.test(one + other) || (Math.min(one.length, other.length) === 1 && !/^\d+$/.test(one + other))) &&
  !littleWords.has(one) &&
  !littleWords.has(other);

/** One mark, as before whatever else is typed, or what stands between words. */
const isSeparator = (symbols: string) => /^[\p{P}+|<>~=]$|^[\p{Pd}&|.,:·•…]+$/u.test(symbols);

type TextKind = {
  /** The name of a person, place or event, not a description: words are also stored in other spellings. */
  isName: boolean;
};

/** The folded words that a text is found by. A clause of `queryClauses` matches their beginnings. */
export function indexTerms(text: string, { isName }: TextKind): Set<string> {
  const words = new Set<string>();
  const add = (word: string) => {
    for (const spelling of spellingsOf(word)) {
      words.add(spelling);
      words.add(withoutArticle(spelling));
      if (isName && spelling.length > 3) words.add(withoutSpelledOut(spelling));
      if (isName && saints.has(spelling)) for (const saint of saints) words.add(saint);
    }
  };
  const chunks = chunksOf(text, { isKept: true });
  for (const chunk of chunks) {
    if (chunk.text === "&") for (const and of ["and", "und", "et", "y", "n"]) words.add(and);
    for (const { text: run, isUnspaced } of chunk.parts)
      if (isUnspaced) for (const pair of [...pairsOf(run), [...run].at(-1) ?? ""]) words.add(pair);
    const spaced = [...chunk.parts, ...chunk.close].filter((part) => !part.isUnspaced).map((part) => part.text);
    for (const word of new Set([...spaced, ...chunk.wholes, ...yearsOf(chunk.text)])) add(word);
  }
  for (const two of neighboursIn(chunks)) {
    const isMeantAsOne = two.and ? isAndPair(two) : isOftenJoined(two);
    if (isMeantAsOne && (isName || two.and === "&" || /^\d$/.test(two.one)))
      for (const word of joinNeighbours(two, MAX_INDEXED_LENGTH))
        if (two.and) add(word);
        else for (const spelling of spellingsOf(word)) words.add(markJoined(spelling));
  }
  if (isPlain(text)) return words;
  // As in "!!! live".
  for (const symbols of text.split(/[\p{L}\p{M}\p{N}]\S*|\s+/u).map(symbolsOf))
    if (symbols && (words.size === 0 || (isName && !isSeparator(symbols)))) words.add(symbols);
  return words;
}

/** The clauses of a typed text. A text matches if each clause has a prefix of one of its words. */
export type Clauses = string[][];

export function queryClauses(typed: string): Clauses {
  const clauses: Clauses = [];
  const chunks = chunksOf(typed, { isKept: false });
  const neighbours = neighboursIn(chunks);
  for (const chunk of chunks.filter(({ isAnd }) => !isAnd)) {
    const two = neighbours.filter((some) => some.chunks.includes(chunk));
    // "R&B" is one word, and its letters are no prefixes.
    const isInitial = two.some((some) => isAndPair(some) && some.one.length + some.other.length === 2);
    const others = [...chunk.wholes, ...two.flatMap((some) => joinNeighbours(some, MAX_TYPED_LENGTH))];
    for (const { text, isUnspaced } of chunk.close) {
      // "Mozart's" is also Mozart.
      if (text === "s" && chunk.close.length > 1 && chunk.text.endsWith("'s")) continue;
      if (isUnspaced) clauses.push(...pairsOf(text).map((pair) => [pair]));
      else clauses.push(alternatives(isInitial ? others.filter((word) => word !== text) : [text, ...others]));
    }
  }
  const symbols = symbolsOf(typed.replace(/["“”„]/g, ""));
  if (clauses.length === 0 && symbols && !isSeparator(symbols)) clauses.push([symbols]);
  const different = new Map(clauses.filter((clause) => clause.length).map((clause) => [clause.join(" "), clause]));
  return [...different.values()].slice(0, MAX_CLAUSES);
}

/** The words that a typed word may stand for. */
function alternatives(words: string[]): string[] {
  const all = words.flatMap(spellingsOf).flatMap((spelling) => {
    const bare = withoutSpelledOut(spelling);
    // Shorter ones are prefixes of too many words: "goethe" is not "Gothenburg".
    return [spelling, withoutArticle(spelling), ...(bare.length > 5 ? [bare] : [])];
  });
  const maybeTwo = all.filter((word) => word.length > 1 && word.length <= MAX_INDEXED_LENGTH + "and".length);
  return [...new Set([...all, ...maybeTwo.map(markTypedJoined)])];
}

/** Whether a text with these words matches. */
export const matchesClauses = (clauses: Clauses, words: Iterable<string>) => {
  const all = [...words];
  return (
    clauses.length > 0 && clauses.every((clause) => clause.some((start) => all.some((word) => word.startsWith(start))))
  );
};

const SEASON = /(?<!\d[/.–—-]?)(?:1[89]|20)?\d\d[/–—-](?:1[89]|20)?\d\d(?![/.–—-]?\d)/g;

/** The years of a season, each with two digits and with four: 2026, 26, 2027 and 27 of "2026/27". */
function yearsOf(text: string): string[] {
  return (text.match(SEASON) ?? []).flatMap((season) => {
    const [one = "", other = ""] = season.split(/\D/);
    const first = one.length === 4 ? Number(one) : Number(one) + (Number(one) < 50 ? 2000 : 1900);
    const years = (Number(other.slice(-2)) - (first % 100) + 100) % 100;
    const last = first + years;
    // Two numbers of two digits that are not consecutive may be anything.
    if (years < 1 || years > (one.length === 4 ? 10 : 1) || (other.length === 4 && Number(other) !== last)) return [];
    return [first, last].flatMap((year) => [`${year}`, `${year}`.slice(2)]);
  });
}
