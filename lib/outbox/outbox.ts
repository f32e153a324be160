import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/connect";
import { outbox } from "@/db/schema";
import type { Announcement } from "@/inngest/events";

/** What an announcement carries. */
export type AnnouncementData<T extends Announcement> = NonNullable<Parameters<T["create"]>[0]> &
  Record<string, number | string>;

/** Writes a fact into the outbox, in the transaction that makes it true. Returns the outbox id. */
export async function announce<T extends Announcement>(
  tx: Transaction,
  announcement: T,
  data: AnnouncementData<T>,
): Promise<string> {
  const id = newOutboxId();
  await tx.insert(outbox).values({ id, name: announcement.name, data });
  return id;
}

/**
 * A new outbox id: a version 7 UUID, which begins with the time. New rows then meet at the end of the table's index,
 * however long it has become, instead of each on a page of its own.
 */
export function newOutboxId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
