import type { Transaction } from "@/db/connect";
import { outbox } from "@/db/schema";
import type { Announcement } from "@/inngest/events";
import { newOutboxId } from "./outbox-id";

/** What an announcement carries. */
export type DataOf<T extends Announcement> = NonNullable<Parameters<T["create"]>[0]> & Record<string, number | string>;

/** Writes a fact into the outbox, in the transaction that makes it true. Returns the outbox id. */
export async function announce<T extends Announcement>(
  tx: Transaction,
  announcement: T,
  data: DataOf<T>,
): Promise<string> {
  const id = newOutboxId();
  await tx.insert(outbox).values({ id, name: announcement.name, data });
  return id;
}
