import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/connect";
import { outbox } from "@/db/schema";
import type { Announcement } from "@/inngest/events";

export type AnnouncementData<T extends Announcement> = NonNullable<Parameters<T["create"]>[0]> &
  Record<string, number | string>;

/** Writes an announcement into the outbox in the caller's transaction. Returns the outbox id. */
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
 * A version 7 UUID, which begins with the time: new rows are inserted at the end of the index instead of on random
 * pages.
 */
export function newOutboxId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
