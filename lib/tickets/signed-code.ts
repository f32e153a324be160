// Crockford's base 32, as in ticket codes: a QR code holds it in its compact alphanumeric mode.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 bits: nobody guesses one at a door. */
const SIGNATURE_BYTES = 10;

export type ParsedCode = { code: string; signature: string | null };

const normalizeCode = (text: string) =>
  text
    .replace(/[\s-]/g, "")
    .toUpperCase()
    // Crockford's reading of letters that are in no code.
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

/** The code in what was scanned or typed, with its signature where it has one; null where it is no ticket's. */
export function parseCode(text: string): ParsedCode | null {
  const [, code, signature = null] =
    /^([0-9A-HJKMNP-TV-Z]{16})(?:\.([0-9A-HJKMNP-TV-Z]{16}))?$/.exec(normalizeCode(text)) ?? [];
  return code ? { code, signature } : null;
}

/** What a ticket's QR code says: the code, and the proof that Quorix issued it for the event the key belongs to. */
export async function signCode(eventKey: Uint8Array<ArrayBuffer>, code: string): Promise<string> {
  return `${code}.${await signatureOf(eventKey, code)}`;
}

export async function isGenuine(eventKey: Uint8Array<ArrayBuffer>, code: string, signature: string): Promise<boolean> {
  return signature === (await signatureOf(eventKey, code));
}

/**
 * Under what name a door's device knows a ticket: half of its code's SHA-256, as 22 characters. From a lost device
 * nobody can make the code of a ticket. The index `tickets_by_fingerprint_idx` finds a ticket by it.
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
