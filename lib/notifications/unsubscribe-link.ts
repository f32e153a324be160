import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/site-url";

export type Subscription = { organizerId: number; userId: number };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const IDS_BYTES = 16;
const TAG_BYTES = 16;
const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix message opt-outs", 32));

/**
 * Encrypted and authenticated, as URLs show no internal ids. It never expires: emails are opened years later, and it
 * only stops or resumes one organizer's messages to one person.
 */
export function unsubscribeToken({ organizerId, userId }: Subscription): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const ids = Buffer.alloc(IDS_BYTES);
  ids.writeBigInt64BE(BigInt(organizerId), 0);
  ids.writeBigInt64BE(BigInt(userId), 8);
  return Buffer.concat([nonce, cipher.update(ids), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** Null for a token that is not ours. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const sealed = Buffer.from(token, "base64url");
  if (sealed.length !== NONCE_BYTES + IDS_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const ids = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return { organizerId: Number(ids.readBigInt64BE(0)), userId: Number(ids.readBigInt64BE(8)) };
  } catch {
    return null;
  }
}

/** The page for people, and the address that email programs post to (RFC 8058). */
export function unsubscribeLinks(subscription: Subscription) {
  const token = unsubscribeToken(subscription);
  return { page: siteUrl(`/unsubscribe?token=${token}`), oneClick: siteUrl(`/api/unsubscribe?token=${token}`) };
}
