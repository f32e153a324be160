const LONGEST = 60;

const addressesIn = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    // As mail programs write them: "Ada <ada@quorix.test>, …".
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[>,;:)"']+$/gu, ""))
    .filter((word) => word.includes("@"));

const cut = (address: string) => [...address].slice(0, LONGEST).join("");

/** What mail addresses in a text are found by besides their words: "a.lee@quorix.test", "lee@quorix.test", "quorix.test". */
export const addressWords = (text: string): string[] =>
  addressesIn(text).flatMap((address) =>
    [...address.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => cut(address.slice(index))),
  );

/**
 * Takes the mail addresses out of what was typed, or as much of them as it is. Each is looked for as it stands: by its
 * words, "anna@gmail.com" would be every Anna who is there.
 */
export function typedAddresses(typed: string): { addresses: string[]; rest: string } {
  const rest = typed.split(/\s+/).filter((word) => addressesIn(word).length === 0);
  return { addresses: addressesIn(typed).map(cut), rest: rest.join(" ") };
}
