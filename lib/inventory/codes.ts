import { randomBytes } from "node:crypto";

// Crockford's base 32, without characters that are easily confused.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Random bytes are generated in advance, as a call for ten costs as much as one for thousands.
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

/** The content of a ticket's QR code: 80 bits, not guessable. */
export const newTicketCode = () => randomCode(16);

/** Names an attempt to pay in every call to its provider. */
export const newPaymentKey = () => `pay_${randomCode(24)}`;

/** Public name of a ticket type: an identifier, not a secret. */
export const newTicketTypeCode = () => randomCode(8);
