import "@/test/inngest-for-file";
import { InngestTestEngine } from "@inngest/test";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, events, outbox } from "@/db/schema";
import { bookingHeld, waitlistSeatsFreed } from "@/inngest/events";
import { bookingManager } from "@/lib/booking/manager";
import { expectCleanInventory, openTestBookings, type TestEvent } from "@/test/booking";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { holdExpiry } from "./hold-expiry";
import { holdSweep } from "./hold-sweep";
import { outboxSweep } from "./outbox-sweep";
import { waitlistConversion } from "./waitlist-conversion";
import { waitlistSweep } from "./waitlist-sweep";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const BUSY = { ok: false, code: "BUSY", retryAfterSeconds: 2 } as const;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await inngestStub.open();
  inngestStub.received.length = 0;
});

afterEach(() => expectCleanInventory(db));

async function rowOf(reference: string) {
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!row) throw new Error("no booking");
  return row;
}

const makeOverdue = (reference: string) =>
  db
    .update(bookings)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(bookings.reference, reference));
const woken = [{ id: "until-it-runs-out", handler: () => null }];
const expiry = (bookingId: number) => runFunction(holdExpiry, { name: bookingHeld.name, data: { bookingId } }, woken);
const conversion = (event: TestEvent) =>
  runFunction(waitlistConversion, { name: waitlistSeatsFreed.name, data: { eventId: event.id } });

/** One available seat and one person on the waitlist. */
async function reservedSeat() {
  const event = await testBookings.event({ capacity: 1 });
  const booked = await testBookings.book(event);
  const entry = await testBookings.wait(event);
  await testBookings.cancel(booked);
  expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 1 });
  return { event, entryId: entry.entryId };
}

test("the run of a hold sleeps until it expires", async () => {
  const { reference } = await testBookings.hold(await testBookings.event());
  const { id, expiresAt } = await rowOf(reference);
  const engine = new InngestTestEngine({
    function: holdExpiry,
    events: [{ name: bookingHeld.name, data: { bookingId: id } }],
  });
  const { step } = await engine.executeStep("until-it-runs-out");
  expect(step).toMatchObject({ op: "Sleep", name: expiresAt?.toISOString() });
});

test("it frees the seats of an expired hold, once", async () => {
  const event = await testBookings.event();
  const { reference } = await testBookings.hold(event, 3);
  await makeOverdue(reference);
  const { id } = await rowOf(reference);
  expect((await expiry(id)).result).toEqual({ expired: true });
  expect((await rowOf(reference)).status).toBe("expired");
  expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
  expect((await expiry(id)).result).toEqual({ expired: false });
});

test("it leaves a booking that was confirmed in the meantime, and one that has not expired", async () => {
  const event = await testBookings.event();
  const held = await testBookings.hold(event);
  const other = await testBookings.hold(event);
  await testBookings.confirm(held, event, 1);
  expect((await expiry((await rowOf(held.reference)).id)).result).toEqual({ expired: false });
  expect((await expiry((await rowOf(other.reference)).id)).result).toEqual({ expired: false });
  expect((await rowOf(held.reference)).status).toBe("confirmed");
  expect((await rowOf(other.reference)).status).toBe("pending");
});

test("a locked event makes expiry and conversion retry", async () => {
  const { reference } = await testBookings.hold(await testBookings.event());
  await makeOverdue(reference);
  vi.spyOn(bookingManager, "decide").mockResolvedValueOnce(BUSY);
  const { id } = await rowOf(reference);
  expect((await expiry(id)).error).toMatchObject({ message: expect.stringContaining("BUSY") });
  expect((await expiry(id)).result).toEqual({ expired: true });

  const { event } = await reservedSeat();
  vi.spyOn(bookingManager, "runExclusive").mockResolvedValueOnce(BUSY);
  expect((await conversion(event)).error).toMatchObject({ message: expect.stringContaining("BUSY") });
  expect((await conversion(event)).result).toMatchObject({ ok: true, converted: 1 });
});

test("available seats become a booking of the person waiting", async () => {
  const { event, entryId } = await reservedSeat();
  expect((await conversion(event)).result).toMatchObject({ ok: true, converted: 1 });
  expect(await testBookings.entry(entryId)).toMatchObject({ status: "converted", bookingId: expect.any(Number) });
});

test("a closed event is not retried", async () => {
  const { event } = await reservedSeat();
  await db
    .update(events)
    .set({ salesEndAt: new Date(Date.now() - 1_000) })
    .where(eq(events.id, event.id));
  expect((await conversion(event)).result).toEqual({ ok: false, code: "EVENT_CLOSED" });
});

test("the sweep ends every overdue hold, and no other", async () => {
  const event = await testBookings.event();
  const [late, later, live] = [
    await testBookings.hold(event),
    await testBookings.hold(event, 2),
    await testBookings.hold(event),
  ];
  await makeOverdue(late.reference);
  await makeOverdue(later.reference);
  expect((await runFunction(holdSweep)).result).toEqual({ expired: 2, left: 0 });
  expect((await rowOf(live.reference)).status).toBe("pending");
  expect(await testBookings.counters(event)).toMatchObject({ available: 9 });
});

test("the sweep starts conversions for events with reserved seats that can be converted", async () => {
  await db.update(events).set({ status: "draft" });
  const { event } = await reservedSeat();
  const closed = await reservedSeat();
  await db
    .update(events)
    .set({ salesEndAt: new Date(Date.now() - 1_000) })
    .where(eq(events.id, closed.event.id));
  expect((await runFunction(waitlistSweep)).result).toEqual({ events: 1 });
  expect(inngestStub.received.filter((one) => one.name === waitlistSeatsFreed.name)).toEqual([
    expect.objectContaining({ data: { eventId: event.id } }),
  ]);
});

test("the sweep sends undispatched announcements", async () => {
  await db.delete(outbox);
  const id = crypto.randomUUID();
  const createdAt = new Date(Date.now() - 60_000);
  await db.insert(outbox).values({ id, name: waitlistSeatsFreed.name, data: { eventId: 7 }, createdAt });
  expect((await runFunction(outboxSweep)).result).toEqual({ dispatched: 1, failed: 0 });
  expect(inngestStub.received).toContainEqual(expect.objectContaining({ id, data: { eventId: 7 } }));
});
