import { Redis } from "@upstash/redis";
import { eq } from "drizzle-orm";
import { connect } from "@/db/connect";
import { events } from "@/db/schema";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockEvent } from "@/lib/inventory/load";
import { type ProcessReply, type ProcessRequest, processRequestSchema, processSettingsSchema } from "./messages";

/** An instance of the application as far as booking goes: answers its parent until it is killed. */
const { databaseUrl, redis, eventId, ticketTypeCode, hasLocks } = processSettingsSchema.parse(
  JSON.parse(process.argv[2] ?? ""),
);

const RACE_WINDOW_MS = 40;

/** The event without a lock, used after other transactions had time to read the same. */
const readWithoutLock: LockEvent = async (tx, id) => {
  const [event] = await tx.select().from(events).where(eq(events.id, id));
  await new Promise((settle) => setTimeout(settle, RACE_WINDOW_MS));
  return event;
};

const manager = new BookingConcurrencyManager({
  db: connect(databaseUrl, { max: 5 }).db,
  redis: redis && hasLocks ? new Redis({ ...redis, retry: false, enableTelemetry: false }) : null,
  ...(hasLocks ? {} : { lockEvent: readWithoutLock }),
});

async function book({ id, userId, idempotencyKey }: ProcessRequest): Promise<ProcessReply> {
  try {
    const items = [{ ticketTypeCode, quantity: 1 }];
    const result = await reserve(manager, { eventId, userId, items, idempotencyKey });
    return result.ok ? { id, code: "BOOKED", reference: result.booking.reference } : { id, code: result.code };
  } catch {
    return { id, code: "ERROR" };
  }
}

process.on("message", async (message) => process.send?.(await book(processRequestSchema.parse(message))));
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
