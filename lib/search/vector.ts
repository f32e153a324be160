import { addressWords, typedAddresses } from "./addresses";
import { FOLDING, indexWords, queryClauses } from "./fold";

/** As a tsvector and a tsquery hold a word, whatever is in it; a NUL as everywhere, see db/connect.ts. */
export const quoted = (word: string) => `'${word.replaceAll("\0", "\uFFFD").replaceAll(/['\\]/g, "$&$&")}'`;

/** Best first: A is a title, B a place, C what is said about it. */
type Weight = "A" | "B" | "C";

/** What a row is found by, as PostgreSQL reads a tsvector. A word stands in it once, with its best weight. */
export function vectorOf(texts: { text: string; weight: Weight; isName: boolean }[]): string {
  const weights = new Map<string, Weight>();
  for (const { text, weight, isName } of texts)
    for (const word of indexWords(text, { isName })) {
      const other = weights.get(word);
      if (!other || weight < other) weights.set(word, weight);
    }
  return [...weights].map(([word, weight]) => `${quoted(word)}:1${weight}`).join(" ");
}

/** The columns of a row that its search goes by: written with every change of what they are made from. */
export type SearchColumns = { search: string; folding: number };
const columns = (search: string): SearchColumns => ({ search, folding: FOLDING });

function named(...names: (string | null)[]): SearchColumns {
  const texts = names.filter((text) => text !== null);
  const words = texts.flatMap((text) => [...indexWords(text, { isName: true }), ...addressWords(text)]);
  return columns([...new Set(words)].map(quoted).join(" "));
}

export const userSearch = ({ name, email }: { name: string; email: string }) => named(name, email);

export const holderSearch = (ticket: { holderName: string; holderEmail: string | null }) =>
  named(ticket.holderName, ticket.holderEmail);

export const eventSearch = (event: { name: string; summary: string; venue: string; city: string }) =>
  columns(
    vectorOf([
      { text: event.name, weight: "A", isName: true },
      { text: event.venue, weight: "B", isName: true },
      { text: event.city, weight: "B", isName: true },
      { text: event.summary, weight: "C", isName: false },
    ]),
  );

/** A tsquery for what was typed; one that nothing matches where nothing was. */
export const searchQuery = (typed: string): string =>
  queryClauses(typed)
    .map((clause) => `(${clause.map((word) => `${quoted(word)}:*`).join(" | ")})`)
    .join(" & ");

/** The same for people, of whom a mail address means one, and half of one few. */
export function peopleQuery(typed: string): string {
  const { addresses, rest } = typedAddresses(typed);
  return [...addresses.map((address) => `${quoted(address)}:*`), searchQuery(rest)].filter(Boolean).join(" & ");
}
