const MAX_LENGTH = 60;

const emailsIn = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    // As email programs write them: "Ada <ada@quorix.test>, …".
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[>,;:)"']+$/gu, ""))
    .filter((word) => word.includes("@"));

const truncateEmail = (address: string) => [...address].slice(0, MAX_LENGTH).join("");

/**
 * Terms that find the email addresses of a text, besides their words: "a.lee@quorix.test", "lee@quorix.test",
 * "quorix.test".
 */
export const emailTerms = (text: string): string[] =>
  emailsIn(text).flatMap((address) =>
    [...address.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => truncateEmail(address.slice(index))),
  );

/**
 * Takes complete and partial email addresses out of the typed text. Each is searched for as a whole: by its words,
 * "anna@gmail.com" would find every Anna.
 */
export function extractEmails(typed: string): { addresses: string[]; rest: string } {
  const rest = typed.split(/\s+/).filter((word) => emailsIn(word).length === 0);
  return { addresses: emailsIn(typed).map(truncateEmail), rest: rest.join(" ") };
}
