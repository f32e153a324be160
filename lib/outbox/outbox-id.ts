import { randomUUID } from "node:crypto";

/**
 * A new outbox id: a version 7 UUID, which begins with the time. New rows then meet at the end of the table's index,
 * however long it has become, instead of each on a page of its own.
 */
export function newOutboxId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
