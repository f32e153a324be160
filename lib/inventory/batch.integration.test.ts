import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { auditLog, bookings, outbox } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { confirm } from "@/lib/booking/confirm";
import { expireHold } from "@/lib/booking/holds";
import { reserve } from "@/lib/booking/reserve";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { lockEventRow } from "./load";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

const users = (count: number) => Promise.all(Array.from({ length: count }, () => testBookings.user()));
const request = (event: TestEvent, userId: number, quantity = 1, idempotencyKey: string = crypto.randomUUID()) => ({
  eventId: event.id,
  userId,
  items: [{ ticketTypeCode: testBookings.firstType(event), quantity }],
  idempotencyKey,
});

/** A manager, and a counter of its row locks. */
function counted() {
  const lockEvent = vi.fn(lockEventRow);
  return { manager: testBookings.instance({ lockEvent }), locks: () => lockEvent.mock.calls.length };
}

test("concurrent requests are decided in one batch, in order, each with an audit entry and an outbox row", async () => {
  const event = await testBookings.event({ capacity: 10 });
  const buyers = await users(14);
  const { manager, locks } = counted();
  const results = await Promise.all(buyers.map((userId) => reserve(manager, request(event, userId))));
  expect(locks()).toBe(1);
  expect(results.map((result) => (result.ok ? "HELD" : result.code))).toEqual([
    ...Array.from({ length: 10 }, () => "HELD"),
    ...Array.from({ length: 4 }, () => "SOLD_OUT"),
  ]);
  const rows = await testBookings.db.select().from(bookings).where(eq(bookings.eventId, event.id)).orderBy(bookings.id);
  expect(rows.map((row) => row.userId)).toEqual(buyers.slice(0, 10));
  const audits = await testBookings.db.select().from(auditLog).where(eq(auditLog.eventId, event.id));
  expect(audits.map((entry) => entry.bookingId).sort()).toEqual(rows.map((row) => row.id).sort());
  const announcements = await testBookings.db
    .select({ data: outbox.data })
    .from(outbox)
    .where(eq(outbox.name, "booking/held"));
  expect(announcements.filter(({ data }) => rows.some((row) => row.id === data.bookingId))).toHaveLength(10);
});

test("each request sees the changes of those before it: keys, active bookings and quotas hold within a batch", async () => {
  const event = await testBookings.event({ capacity: 20, ticketTypes: [{ quota: 3 }] });
  const [ada = 0, grace = 0, edsger = 0] = await users(3);
  const { manager, locks } = counted();
  const results = await Promise.all([
    reserve(manager, request(event, ada, 2, "the-same-key")),
    reserve(manager, request(event, ada, 2, "the-same-key")),
    reserve(manager, request(event, ada, 1)),
    reserve(manager, request(event, grace, 2)),
    reserve(manager, request(event, grace, 1)),
    reserve(manager, request(event, edsger, 1)),
  ]);
  expect(locks()).toBe(1);
  expect(results).toMatchObject([
    { ok: true, replayed: false },
    { ok: true, replayed: true },
    { ok: false, code: "ALREADY_BOOKED" },
    { ok: false, code: "NOT_ENOUGH_LEFT", left: 1 },
    { ok: true, replayed: false },
    { ok: false, code: "SOLD_OUT" },
  ]);
});

test("confirmations, cancellations and expiries share a transaction", async () => {
  const event = await testBookings.event({ capacity: 4 });
  const [first, second, third] = [
    await testBookings.hold(event),
    await testBookings.hold(event),
    await testBookings.hold(event),
  ];
  await testBookings.confirm(second, event, 1);
  const { manager, locks } = counted();
  const [expiring] = await testBookings.db.select().from(bookings).where(eq(bookings.reference, third.reference));
  const holders = [{ ticketTypeCode: testBookings.firstType(event), name: "Ada" }];
  const results = await Promise.all([
    confirm(manager, { ...first, holders }),
    cancel(manager, { reference: second.reference, actor: { userId: second.userId } }),
    expireHold(manager, { bookingId: expiring?.id ?? 0 }),
  ]);
  // The expiry looks up its booking itself.
  expect(locks()).toBeLessThanOrEqual(2);
  expect(results).toMatchObject([
    { ok: true, booking: { status: "confirmed" } },
    { ok: true, booking: { status: "cancelled" } },
    { ok: true, expired: false },
  ]);
  expect(await testBookings.counters(event)).toMatchObject({ available: 2 });
});

test("a request that the database refuses fails alone; the others in its batch succeed", async () => {
  const event = await testBookings.event({ capacity: 30 });
  const buyers = await users(20);
  const nobody = 999_999_999;
  const { manager, locks } = counted();
  const everybody = [...buyers.slice(0, 7), nobody, ...buyers.slice(7)];
  const results = await Promise.allSettled(everybody.map((userId) => reserve(manager, request(event, userId))));
  expect(results.map((result) => result.status)).toEqual(
    everybody.map((userId) => (userId === nobody ? "rejected" : "fulfilled")),
  );
  expect(results.filter((result) => result.status === "fulfilled" && result.value.ok)).toHaveLength(20);
  // Retried in halves, not one by one.
  expect(locks()).toBeLessThan(2 * Math.ceil(Math.log2(everybody.length)) + 2);
  expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
});

test("a decision that throws fails alone too", async () => {
  const event = await testBookings.event({ capacity: 5 });
  const [one = 0, two = 0] = await users(2);
  const broken = request(event, one);
  Object.defineProperty(broken.items[0], "quantity", { get: () => Number.NaN.toFixed(-1) });
  const { manager } = counted();
  const [failed, fine] = await Promise.allSettled([reserve(manager, broken), reserve(manager, request(event, two))]);
  expect(failed).toMatchObject({ status: "rejected", reason: expect.any(RangeError) });
  expect(fine).toMatchObject({ status: "fulfilled", value: { ok: true } });
});

test("names with quotes, backslashes, line breaks and NUL are stored as typed", async () => {
  const event = await testBookings.event({ capacity: 5 });
  const held = await testBookings.hold(event);
  const name = `Zoë "Z" O'Neil \\ {1,2}\nthe 2nd, ÷`;
  const holders = [{ ticketTypeCode: testBookings.firstType(event), name: `${name}\0`, email: "zoe@quorix.test" }];
  expect(await confirm(testBookings.manager, { ...held, holders })).toMatchObject({ ok: true });
  const [ticket] = await testBookings.sql<{ holder_name: string }[]>`
    select t.holder_name from tickets t join bookings b on b.id = t.booking_id where b.reference = ${held.reference}`;
  expect(ticket?.holder_name).toBe(`${name}\uFFFD`);
});

test("a batch that waits for a busy event does not block other events", async () => {
  const [hot, quiet] = [await testBookings.event(), await testBookings.event()];
  const [one = 0, two = 0] = await users(2);
  const manager = testBookings.instance();
  await testBookings.sql.begin(async (tx) => {
    await tx`select 1 from events where id = ${hot.id} for update`;
    const waiting = reserve(manager, request(hot, one));
    expect(await reserve(manager, request(quiet, two))).toMatchObject({ ok: true });
    expect(await waiting).toMatchObject({ code: "BUSY", retryAfterSeconds: 2 });
  });
});
