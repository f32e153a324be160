import { indexTerms, matchesClauses, queryClauses } from "@/lib/search/fold";
import type { StoredTicket } from "./check-in-types";

/** Computed once for each ticket, as lists can have thousands. */
const termsByTicket = new WeakMap<StoredTicket, Set<string>>();

function termsOf(ticket: StoredTicket): Set<string> {
  const known = termsByTicket.get(ticket);
  if (known) return known;
  const terms = indexTerms(ticket.holderName, { isName: true });
  termsByTicket.set(ticket, terms);
  return terms;
}

/** The tickets whose holder name matches every word by prefix, in any order, sorted by name. All without words. */
export function findTicketsByName(tickets: readonly StoredTicket[], name: string): StoredTicket[] {
  const clauses = queryClauses(name);
  const found =
    clauses.length === 0 ? [...tickets] : tickets.filter((ticket) => matchesClauses(clauses, termsOf(ticket)));
  const { compare } = new Intl.Collator("en-GB");
  return found.sort((a, b) => compare(a.holderName, b.holderName));
}
