import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** The list that an id belongs to: an id encoded for one list is invalid in another. */
type Subject = "member" | "audit" | "user" | "event" | "waitlist" | "recipient" | "payment" | "refund";

const keyOf = (subject: Subject) =>
  Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", `quorix ${subject} ids`, 16));

// One block holds the id and eight zero bytes, which tell a forged id from ours.
const BLOCK = 16;

/** An internal id for addresses and responses: encrypted, and always the same. */
export function encodeOpaqueId(id: number, subject: Subject): string {
  const block = Buffer.alloc(BLOCK);
  block.writeBigInt64BE(BigInt(id));
  const cipher = createCipheriv("aes-128-ecb", keyOf(subject), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString("base64url");
}

/** Null for anything that `encodeOpaqueId` did not make. */
export function decodeOpaqueId(text: string | undefined, subject: Subject): number | null {
  if (!text || !/^[\w-]{22}$/.test(text)) return null;
  const decipher = createDecipheriv("aes-128-ecb", keyOf(subject), null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]);
  return block.readBigInt64BE(8) === 0n ? Number(block.readBigInt64BE(0)) : null;
}
