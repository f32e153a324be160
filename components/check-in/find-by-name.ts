import type { StoredTicket } from "./door-types";

/** "Jürgen Núñez" is found by "jurgen nun". */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The tickets whose holder's name holds every word, in any order; by name. */
export function findByName(tickets: readonly StoredTicket[], name: string): StoredTicket[] {
  const words = plain(name).split(/\s+/).filter(Boolean);
  const found = tickets.filter(({ holderName }) => {
    const own = plain(holderName);
    return words.every((word) => own.includes(word));
  });
  const { compare } = new Intl.Collator("en-GB");
  return found.sort((a, b) => compare(a.holderName, b.holderName));
}
