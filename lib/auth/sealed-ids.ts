import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 8;

/**
 * Internal ids as text that says nothing and that nobody else can make: for addresses, where ids are never shown.
 * `purpose` keeps what was made for one place from being used in another.
 */
export function sealedIds(purpose: string) {
  const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", `quorix ${purpose}`, 32));

  function seal(...ids: number[]): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce);
    const plain = Buffer.alloc(ids.length * ID_BYTES);
    for (const [at, id] of ids.entries()) plain.writeBigInt64BE(BigInt(id), at * ID_BYTES);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
  }

  /** As many ids as were sealed; null for anything that was not. */
  function open(text: string): number[] | null {
    const sealed = Buffer.from(text, "base64url");
    const length = sealed.length - NONCE_BYTES - TAG_BYTES;
    if (length <= 0 || length % ID_BYTES !== 0) return null;
    try {
      const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return Array.from({ length: length / ID_BYTES }, (_, at) => Number(plain.readBigInt64BE(at * ID_BYTES)));
    } catch {
      return null;
    }
  }

  return { seal, open };
}
