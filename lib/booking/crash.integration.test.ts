import { createServer } from "node:net";
import { Redis } from "@upstash/redis";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { bookings } from "@/db/schema";
import { deadlineIn } from "@/lib/deadline";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { lockEventRow } from "@/lib/inventory/load";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { faultProxy } from "@/test/fault-proxy";
import { silentProxy } from "@/test/silent-proxy";
import { confirm } from "./confirm";
import { reserve } from "./reserve";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

async function request() {
  const event = await testBookings.event({ capacity: 5 });
  const input = {
    eventId: event.id,
    userId: await testBookings.user(),
    items: [{ ticketTypeCode: testBookings.firstType(event), quantity: 2 }],
    idempotencyKey: crypto.randomUUID(),
  };
  const rows = () => testBookings.db.select().from(bookings).where(eq(bookings.eventId, event.id));
  return { event, input, rows };
}

test.each([
  ["between insert and commit", "before-commit" as const, 0],
  ["between commit and answer", "after-commit" as const, 1],
])(
  "the connection is cut %s: nobody knows, and a retry with the same key gives one booking",
  async (_, cut, survivors) => {
    const { event, input, rows } = await request();
    const proxy = await faultProxy(testBookings.url);
    const flaky = connect(proxy.url, { max: 1 });
    const manager = new BookingConcurrencyManager({ db: flaky.db, redis: null });

    proxy.cutNext(cut);
    expect(await reserve(manager, input)).toEqual({ ok: false, code: "UNKNOWN" });
    expect(proxy.cuts()).toBe(1);
    expect(await rows()).toHaveLength(survivors);

    proxy.cutNext("never");
    expect(await reserve(manager, input)).toMatchObject({ ok: true, replayed: survivors === 1 });
    expect(await rows()).toHaveLength(1);
    expect(await testBookings.counters(event)).toMatchObject({ available: 3 });
    await flaky.close();
    proxy.close();
  },
);

function signal(): [Promise<void>, () => void] {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}

test("connections that hang before the decision: nothing is booked, and the next request is served", async () => {
  const { event, input, rows } = await request();
  const proxy = await silentProxy(testBookings.url);
  const flaky = connect(proxy.url, { max: 4, responseTimeoutMs: 500 });
  const manager = new BookingConcurrencyManager({
    db: flaky.db,
    redis: null,
    lockEvent: (tx, id) => {
      const locking = lockEventRow(tx, id);
      proxy.silence();
      return locking;
    },
  });
  expect(await reserve(manager, input)).toEqual({ ok: false, code: "BUSY", retryAfterSeconds: 1 });
  expect(await rows()).toHaveLength(0);
  const next = new BookingConcurrencyManager({ db: flaky.db, redis: null });
  expect(await reserve(next, input)).toMatchObject({ ok: true, replayed: false });
  expect(await testBookings.counters(event)).toMatchObject({ available: 3 });
  await flaky.sql.end({ timeout: 0 });
  proxy.close();
});

test("a database that never answers: requests are answered by their deadline", async () => {
  const { input } = await request();
  const { server, port } = await listening();
  const url = new URL(testBookings.url);
  url.port = String(port);
  // As if there were no connection timeout.
  const frozen = connect(url.href, { max: 4 });
  const manager = new BookingConcurrencyManager({ db: frozen.db, redis: null });
  const deadline = deadlineIn(2_300);
  const answers = await Promise.all([
    reserve(manager, input, deadline),
    confirm(manager, { reference: "ABCDEFGH23", userId: input.userId, holders: [] }, deadline),
  ]);
  expect(performance.now() - deadline).toBeLessThan(500);
  expect(answers).toEqual([
    { ok: false, code: "UNKNOWN" },
    { ok: false, code: "BUSY", retryAfterSeconds: 1 },
  ]);
  expect(manager.oldestRunMs()).toBeGreaterThan(2_000);
  server.close();
  await frozen.sql.end({ timeout: 0 });
});

test("a process that stops in the middle of a transaction does not lock the event forever", async () => {
  const { event, input } = await request();
  const own = connect(testBookings.url, { max: 1 });
  const [stops, goOn] = signal();
  const [hasLock, locked] = signal();
  const stopped = new BookingConcurrencyManager({
    db: own.db,
    redis: null,
    lockEvent: async (tx, id) => {
      const row = await lockEventRow(tx, id);
      locked();
      await stops;
      return row;
    },
  });
  const unanswered = reserve(stopped, input);
  await hasLock;
  const other = { ...input, userId: await testBookings.user(), idempotencyKey: crypto.randomUUID() };
  expect(await reserve(testBookings.manager, other)).toMatchObject({ code: "BUSY" });
  await expect.poll(() => reserve(testBookings.manager, other), { timeout: 15_000 }).toMatchObject({ ok: true });
  goOn();
  expect(await unanswered).toMatchObject({ ok: false });
  expect(await testBookings.counters(event)).toMatchObject({ available: 3 });
  await own.close();
});

const redisAt = (port: number) => new Redis({ url: `http://127.0.0.1:${port}`, token: "none", retry: false });

async function listening() {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, port: address.port };
}

test.each([
  ["refuses connections", true],
  ["takes them and never answers", false],
])("a Redis that %s costs no booking, and less than a second", async (_, isClosed) => {
  const { server, port } = await listening();
  if (isClosed) await new Promise((resolve) => server.close(resolve));
  const manager = new BookingConcurrencyManager({ db: testBookings.db, redis: redisAt(port) });
  const { event, input } = await request();

  const startedAt = performance.now();
  const [first, second] = await Promise.all([reserve(manager, input), reserve(manager, input)]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(await testBookings.counters(event)).toMatchObject({ available: 3 });
  server.close();
});
