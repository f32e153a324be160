import { randomBytes } from "node:crypto";

/**
 * A new outbox id: a version 7 UUID, which begins with the time. New rows then meet at the end of the table's index,
 * however long it has become, instead of each on a page of its own.
 */
export function newOutboxId(now = Date.now()): string {
  const hex = now.toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
