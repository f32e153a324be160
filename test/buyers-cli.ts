import { eq } from "drizzle-orm";
import { connect } from "@/db/connect";
import { events } from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/booking/concurrency";
import type { LockEvent } from "@/lib/booking/locked-event";

/** One process of buyers: all of them press Reserve at once. Prints what each was told, as a JSON array. */
const [url = "", eventId = "", ticketTypeCode = "", lock = "", ...userIds] = process.argv.slice(2);

const readWithoutLock: LockEvent = async (tx, id) => (await tx.select().from(events).where(eq(events.id, id)))[0];

const { db, close } = connect(url, { max: 10 });
const manager = new BookingConcurrencyManager({
  db,
  redis: null,
  ...(lock === "without-lock" ? { lockEvent: readWithoutLock } : {}),
});

const answers = await Promise.all(
  userIds.map(async (userId) => {
    try {
      const result = await manager.reserve({
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
process.stdout.write(JSON.stringify(answers));
