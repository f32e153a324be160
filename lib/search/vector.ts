import { emailTerms, extractEmails } from "./email-terms";
import { FOLDING_VERSION, indexTerms, queryClauses } from "./fold";

/** A word quoted for a tsvector or tsquery. NUL is handled as everywhere, see db/connect.ts. */
export const quoteLexeme = (word: string) => `'${word.replaceAll("\0", "\uFFFD").replaceAll(/['\\]/g, "$&$&")}'`;

/** Best first: A is the title, B the place, C the description. */
type Weight = "A" | "B" | "C";

/** The search terms of a row as a tsvector. Each word is in it once, with its best weight. */
export function toSearchVector(texts: { text: string; weight: Weight; isName: boolean }[]): string {
  const weights = new Map<string, Weight>();
  for (const { text, weight, isName } of texts)
    for (const word of indexTerms(text, { isName })) {
      const other = weights.get(word);
      if (!other || weight < other) weights.set(word, weight);
    }
  return [...weights].map(([word, weight]) => `${quoteLexeme(word)}:1${weight}`).join(" ");
}

/** The search columns of a row. Write them with every change of their sources. */
export type SearchColumns = { search: string; folding: number };
const toSearchColumns = (search: string): SearchColumns => ({ search, folding: FOLDING_VERSION });

function nameSearchColumns(...names: (string | null)[]): SearchColumns {
  const texts = names.filter((text) => text !== null);
  const words = texts.flatMap((text) => [...indexTerms(text, { isName: true }), ...emailTerms(text)]);
  return toSearchColumns([...new Set(words)].map(quoteLexeme).join(" "));
}

export const userSearchColumns = ({ name, email }: { name: string; email: string }) => nameSearchColumns(name, email);

export const holderSearchColumns = (ticket: { holderName: string; holderEmail: string | null }) =>
  nameSearchColumns(ticket.holderName, ticket.holderEmail);

export const eventSearchColumns = (event: { name: string; summary: string; venue: string; city: string }) =>
  toSearchColumns(
    toSearchVector([
      { text: event.name, weight: "A", isName: true },
      { text: event.venue, weight: "B", isName: true },
      { text: event.city, weight: "B", isName: true },
      { text: event.summary, weight: "C", isName: false },
    ]),
  );

/** A tsquery for the typed text. Nothing matches if it is empty. */
export const searchQuery = (typed: string): string =>
  queryClauses(typed)
    .map((clause) => `(${clause.map((word) => `${quoteLexeme(word)}:*`).join(" | ")})`)
    .join(" & ");

/** The same for people, with complete and partial email addresses. */
export function peopleQuery(typed: string): string {
  const { addresses, rest } = extractEmails(typed);
  return [...addresses.map((address) => `${quoteLexeme(address)}:*`), searchQuery(rest)].filter(Boolean).join(" & ");
}
