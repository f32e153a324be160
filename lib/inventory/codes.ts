import { randomBytes } from "node:crypto";

// Crockford's base 32: nothing that reads like something else over the phone.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Asked for in advance: a call for ten bytes costs as much as one for thousands.
let random = randomBytes(0);

/** `length` random characters, five bits each. */
function randomCode(length: number) {
  if (random.length < length) random = randomBytes(8_192);
  const code = Array.from(random.subarray(0, length), (byte) => ALPHABET[byte & 31]).join("");
  random = random.subarray(length);
  return code;
}

/** Public name of a booking: 50 bits, short enough to read out. */
export const newReference = () => randomCode(10);

/** What a ticket's QR code says: 80 bits, not to be guessed. */
export const newTicketCode = () => randomCode(16);

/** Public name of a ticket type: names a row, guards nothing. */
export const newTicketTypeCode = () => randomCode(8);
