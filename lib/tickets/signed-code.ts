// Crockford's base 32, which QR codes store in their compact alphanumeric mode.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 bits, which nobody guesses at a door. */
const SIGNATURE_BYTES = 10;

export type ParsedCode = { code: string; signature: string | null };

const normalizeCode = (text: string) =>
  text
    .replace(/[\s-]/g, "")
    .toUpperCase()
    // Crockford's aliases of digits.
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

/** The code in a scanned or typed text, with its signature if it has one; null for other text. */
export function parseCode(text: string): ParsedCode | null {
  const [, code, signature = null] =
    /^([0-9A-HJKMNP-TV-Z]{16})(?:\.([0-9A-HJKMNP-TV-Z]{16}))?$/.exec(normalizeCode(text)) ?? [];
  return code ? { code, signature } : null;
}

/** The text of a ticket's QR code: the code, and the proof that Quorix issued it for the key's event. */
export async function signCode(eventKey: Uint8Array<ArrayBuffer>, code: string): Promise<string> {
  return `${code}.${await signatureOf(eventKey, code)}`;
}

export async function isGenuine(eventKey: Uint8Array<ArrayBuffer>, code: string, signature: string): Promise<boolean> {
  return signature === (await signatureOf(eventKey, code));
}

/**
 * The id of a ticket on check-in devices: half of its code's SHA-256, as 22 characters, so that a lost device reveals no
 * codes. The index `tickets_by_fingerprint_idx` finds a ticket by it.
 */
export async function fingerprintOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  const half = String.fromCharCode(...new Uint8Array(digest, 0, 16));
  return btoa(half).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function signatureOf(eventKey: Uint8Array<ArrayBuffer>, code: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", eventKey, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(code)));
  return base32(mac.subarray(0, SIGNATURE_BYTES));
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replace(/.{5}/g, (five) => ALPHABET.charAt(Number.parseInt(five, 2)));
}
