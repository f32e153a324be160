import { eq, inArray } from "drizzle-orm";
import { db, sql } from "@/db/client";
import { bookings, payments } from "@/db/schema";
import { confirm } from "@/lib/booking/confirm";
import { reserve } from "@/lib/booking/reserve";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { fulfil } from "@/lib/payments/fulfil";
import { startPayment } from "@/lib/payments/start";
import { redis } from "@/lib/redis/client";
import { makeEvent } from "@/test/factories";
import { TestProvider } from "@/test/test-provider";

/** The process of `bench/pay.ts`: makes holds, and confirms them for nothing or has them paid for. */
const [answerMs = 0, buyers = 0, firstUser = 0] = process.argv.slice(2).map(Number);

// As lib/booking/manager has it, except that nothing is relayed.
const onChange = (slug: string) => announceSalesChange(redis, slug);
const bookingManager = new BookingConcurrencyManager({ db, redis, onChange, maxTransactions: 5 });

/** So many are under way at a time: more than are decided while the provider answers. */
const UNDER_WAY = 2_000;

async function openHolds(kind: "free" | "paid") {
  const event = await makeEvent(db, {
    ...{ capacity: buyers, paymentMethod: kind === "paid" ? "online" : "venue", ticketTypes: [{ price: 2_500 }] },
  });
  const ticketTypeCode = event.ticketTypes[0]?.code ?? "";
  const held: { userId: number; reference: string; holders: { ticketTypeCode: string; name: string }[] }[] = [];
  for (let from = 0; from < buyers; from += UNDER_WAY) {
    const userIds = Array.from({ length: Math.min(UNDER_WAY, buyers - from) }, (_, at) => firstUser + from + at);
    const made = userIds.map(async (userId) => {
      const order = { eventId: event.id, userId, items: [{ ticketTypeCode, quantity: 1 }] };
      const hold = await reserve(bookingManager, { ...order, idempotencyKey: crypto.randomUUID() });
      if (!hold.ok) throw new Error(`no hold: ${hold.code}`);
      return { userId, reference: hold.booking.reference, holders: [{ ticketTypeCode, name: "Buyer" }] };
    });
    held.push(...(await Promise.all(made)));
  }
  return { event, held };
}

async function playFree() {
  const { held } = await openHolds("free");
  return measure(held.map((one) => async () => (await confirm(bookingManager, one)).ok));
}

async function playPaid() {
  const provider = new TestProvider();
  const deps = { manager: bookingManager, provider };
  const { held } = await openHolds("paid");
  for (let at = 0; at < held.length; at += 100) {
    await Promise.all(held.slice(at, at + 100).map((one) => startPayment(deps, one)));
  }
  const references = held.map(({ reference }) => reference);
  const rows = await db
    .select({ eventId: payments.eventId, paymentId: payments.id, sessionId: payments.sessionId })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(inArray(bookings.reference, references));
  for (const { sessionId } of rows) provider.act(sessionId ?? "", "authorize");
  provider.delayMs = answerMs;
  return measure(rows.map((key) => async () => (await fulfil(deps, key)).ok));
}

async function measure(all: (() => Promise<boolean>)[]) {
  await sql`checkpoint`;
  const began = performance.now();
  let next = 0;
  let others = 0;
  const worker = async () => {
    for (let one = all[next++]; one; one = all[next++]) if (!(await one().catch(() => false))) others += 1;
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, worker));
  return { perSecond: all.length / ((performance.now() - began) / 1_000), others };
}

process.on("message", async (kind) => process.send?.(await (kind === "paid" ? playPaid() : playFree())));
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
