const MAX_LENGTH = 60;

const emailsIn = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    // As mail programs write them: "Ada <ada@quorix.test>, …".
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[>,;:)"']+$/gu, ""))
    .filter((word) => word.includes("@"));

const truncateEmail = (address: string) => [...address].slice(0, MAX_LENGTH).join("");

/** What mail addresses in a text are found by besides their words: "a.lee@quorix.test", "lee@quorix.test", "quorix.test". */
export const emailTerms = (text: string): string[] =>
  emailsIn(text).flatMap((address) =>
    [...address.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => truncateEmail(address.slice(index))),
  );

/**
 * Takes the mail addresses out of what was typed, or as much of them as it is. Each is looked for as it stands: by its
 * words, "anna@gmail.com" would be every Anna who is there.
 */
export function extractEmails(typed: string): { addresses: string[]; rest: string } {
  const rest = typed.split(/\s+/).filter((word) => emailsIn(word).length === 0);
  return { addresses: emailsIn(typed).map(truncateEmail), rest: rest.join(" ") };
}
