import { once } from "node:events";
import { eq } from "drizzle-orm";
import { connect } from "@/db/connect";
import { events } from "@/db/schema";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockEvent } from "@/lib/inventory/load";

/** One process of buyers: all of them press Reserve at once. Sends each one's answer to its parent. */
const [url = "", eventId = "", ticketTypeCode = "", lock = "", ...userIds] = process.argv.slice(2);

let hasLooked = false;

/** Reads the row without locking it. The first time, it waits until its parent says that every process has read it. */
const readWithoutLock: LockEvent = async (tx, id) => {
  const [event] = await tx.select().from(events).where(eq(events.id, id));
  if (hasLooked) return event;
  hasLooked = true;
  process.send?.("looked");
  await once(process, "message");
  return event;
};

const { db, close } = connect(url, { max: 10 });
const manager = new BookingConcurrencyManager({
  db,
  redis: null,
  ...(lock === "without-lock" ? { lockEvent: readWithoutLock } : {}),
});

const answers = await Promise.all(
  userIds.map(async (userId) => {
    try {
      const result = await reserve(manager, {
        eventId: Number(eventId),
        userId: Number(userId),
        items: [{ ticketTypeCode, quantity: 1 }],
        idempotencyKey: crypto.randomUUID(),
      });
      return result.ok ? "SOLD" : result.code;
    } catch {
      return "ERROR";
    }
  }),
);
await close();
process.send?.(answers);
process.disconnect();
