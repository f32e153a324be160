import { indexTerms, matchesClauses, queryClauses } from "@/lib/search/fold";
import type { StoredTicket } from "./check-in-types";

/** Of each ticket once, and not with every key: lists have thousands. */
const termsByTicket = new WeakMap<StoredTicket, Set<string>>();

function termsOf(ticket: StoredTicket): Set<string> {
  const known = termsByTicket.get(ticket);
  if (known) return known;
  const words = indexTerms(ticket.holderName, { isName: true });
  termsByTicket.set(ticket, words);
  return words;
}

/** The tickets whose holder's name has a beginning of every word, in any order; by name. All of them for no word. */
export function findTicketsByName(tickets: readonly StoredTicket[], name: string): StoredTicket[] {
  const clauses = queryClauses(name);
  const found =
    clauses.length === 0 ? [...tickets] : tickets.filter((ticket) => matchesClauses(clauses, termsOf(ticket)));
  const { compare } = new Intl.Collator("en-GB");
  return found.sort((a, b) => compare(a.holderName, b.holderName));
}
