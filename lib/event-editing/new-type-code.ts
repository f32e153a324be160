const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The public name of a ticket type that is being added, as lib/booking/codes makes them, from a browser as well. */
export function newTypeCode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => ALPHABET[byte & 31]).join("");
}
