import { indexWords, isMeant, queryClauses } from "@/lib/search/fold";
import type { StoredTicket } from "./door-types";

/** Of each ticket once, and not with every key: lists have thousands. */
const wordsOfTickets = new WeakMap<StoredTicket, Set<string>>();

function wordsOf(ticket: StoredTicket): Set<string> {
  const known = wordsOfTickets.get(ticket);
  if (known) return known;
  const words = indexWords(ticket.holderName, { isName: true });
  wordsOfTickets.set(ticket, words);
  return words;
}

/** The tickets whose holder's name has a beginning of every word, in any order; by name. All of them for no word. */
export function findByName(tickets: readonly StoredTicket[], name: string): StoredTicket[] {
  const clauses = queryClauses(name);
  const found = clauses.length === 0 ? [...tickets] : tickets.filter((ticket) => isMeant(clauses, wordsOf(ticket)));
  const { compare } = new Intl.Collator("en-GB");
  return found.sort((a, b) => compare(a.holderName, b.holderName));
}
