import { createServer } from "node:net";
import { Redis } from "@upstash/redis";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { events } from "@/db/schema";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { makeEvent, makeUser } from "@/test/factories";
import { startTestRedis } from "@/test/services";
import { createCurrentAvailability } from "./current-availability";
import { readSalesState, type SalesStateRow } from "./read-sales-state";
import { announceSalesChange } from "./sales-snapshot";

let service: Awaited<ReturnType<typeof startTestRedis>>;
beforeAll(async () => {
  service = await startTestRedis();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await service.close();
  await sql.end();
});

const redisOf = (url = service.url) => new Redis({ url, token: service.token, retry: false, enableTelemetry: false });

const isRoomOpen = () => false;

/** What one process has, with its reads of the database counted. */
function instance(url = service.url) {
  const redis = redisOf(url);
  const read = vi.fn((slug: string) => readSalesState(slug));
  return { ask: createCurrentAvailability({ redis, isRoomOpen, read }), read };
}

/** Until the snapshot that somebody has just read is in Redis: nobody who asks waits for that. */
const stored = (slug: string) =>
  vi.waitFor(async () => expect(await redisOf().exists(`sales-snapshot:2:${slug}`)).toBe(1));

const left = (answer: Awaited<ReturnType<ReturnType<typeof instance>["ask"]>>) => answer?.availability.left;

test("a crowd costs one read, in one process and in all of them, and sees the change a moment later", async () => {
  const event = await makeEvent(db, { capacity: 100 });
  const [one, other] = [instance(), instance()];
  const crowd = await Promise.all(Array.from({ length: 200 }, () => one.ask(event.slug)));
  expect(new Set(crowd).size).toBe(1);
  expect(crowd[0]?.availability).toMatchObject({ state: "on_sale", left: 100 });
  expect(one.read).toHaveBeenCalledTimes(1);

  await stored(event.slug);
  expect(left(await other.ask(event.slug))).toBe(100);
  expect(other.read).not.toHaveBeenCalled();

  await db.update(events).set({ availableTickets: 40 }).where(eq(events.id, event.id));
  announceSalesChange(redisOf(), event.slug);
  await vi.waitFor(async () => expect(left(await one.ask(event.slug))).toBe(40), { timeout: 5_000 });
});

test("the database is asked again only after a change, whoever makes it, and at the latest after some seconds", async () => {
  const event = await makeEvent(db, { capacity: 100 });
  const { ask, read } = instance();
  await ask(event.slug);
  const key = `sales-snapshot:2:${event.slug}`;
  const redis = redisOf();
  await stored(event.slug);
  expect(await redis.pttl(key)).toBeLessThanOrEqual(5_000);
  // Kept alive, so that what follows does not depend on how fast this machine is.
  expect(await redis.pexpire(key, 60_000)).toBe(1);
  const before = await ask(event.slug);
  await vi.waitFor(async () => expect(await ask(event.slug)).not.toBe(before), { timeout: 5_000 });
  expect(read, "another look, and nothing new").toHaveBeenCalledTimes(1);

  const onChange = (slug: string) => announceSalesChange(redis, slug);
  const manager = new BookingConcurrencyManager({ db, redis, onChange });
  const buyer = await makeUser(db);
  const items = [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", quantity: 3 }];
  const order = { eventId: event.id, userId: buyer.id, items, idempotencyKey: crypto.randomUUID() };
  expect(await reserve(manager, order)).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect(left(await ask(event.slug))).toBe(97), { timeout: 5_000 });
  await vi.waitFor(async () => expect(await redis.pttl(key)).toBeLessThanOrEqual(5_000));
});

test("what was read before a change, and stored after it, is no snapshot", async () => {
  const event = await makeEvent(db, { capacity: 100 });
  const redis = redisOf();
  const read = async (slug: string) => {
    const old = await readSalesState(slug);
    await db.update(events).set({ availableTickets: 40 }).where(eq(events.id, event.id));
    announceSalesChange(redis, slug);
    await vi.waitFor(async () => expect(await redis.exists(`sales-change:${slug}`)).toBe(1));
    return old;
  };
  const slow = createCurrentAvailability({ redis, isRoomOpen, read });
  expect(left(await slow(event.slug))).toBe(100);
  await stored(event.slug);
  expect(left(await instance().ask(event.slug))).toBe(40);
});

test("sales open at their second, without another look at the database", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const opensAt = new Date("2031-05-01T10:00:00Z");
  vi.setSystemTime(opensAt.getTime() - 1);
  const event = await makeEvent(db, {
    startsAt: new Date("2031-06-01T10:00:00Z"),
    endsAt: new Date("2031-06-01T12:00:00Z"),
    salesStartAt: opensAt,
  });
  const { ask, read } = instance("http://127.0.0.1:1");
  const before = await ask(event.slug);
  expect(before?.availability.state).toBe("not_yet");
  expect(await ask(event.slug)).toBe(before);

  vi.setSystemTime(opensAt);
  const after = await ask(event.slug);
  expect(after?.availability).toMatchObject({ state: "on_sale", at: opensAt.toISOString() });
  expect(after?.etag).not.toBe(before?.etag);
  expect(read).toHaveBeenCalledTimes(1);
});

test("the tag is that of what is left, whenever it was looked at", async () => {
  const event = await makeEvent(db, { capacity: 10 });
  const answers = [await instance().ask(event.slug), await instance("http://127.0.0.1:1").ask(event.slug)];
  expect(answers[0]?.etag).toBe(answers[1]?.etag);
  await db.update(events).set({ availableTickets: 9 }).where(eq(events.id, event.id));
  expect((await instance("http://127.0.0.1:1").ask(event.slug))?.etag).not.toBe(answers[0]?.etag);
});

test("a Redis that does not answer is passed by", async () => {
  const event = await makeEvent(db, { capacity: 10 });
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const { ask, read } = instance(`http://127.0.0.1:${address.port}`);
  expect(left(await ask(event.slug))).toBe(10);
  expect(read).toHaveBeenCalledTimes(1);
  silent.close();
});

test("a snapshot that another build wrote otherwise is no snapshot", async () => {
  const event = await makeEvent(db, { capacity: 10 });
  await redisOf().set(
    `sales-snapshot:2:${event.slug}`,
    { change: null, sellable: { capacity: "many" } },
    { px: 60_000 },
  );
  expect(left(await instance().ask(event.slug))).toBe(10);
});

test("drafts and unknown events are not there", async () => {
  const draft = await makeEvent(db, { status: "draft" });
  const { ask } = instance();
  expect(await ask(draft.slug)).toBeNull();
  expect(await ask("no-such-event")).toBeNull();
});

/** Until the database was asked once more, without any other answer. */
const staysAt = (seats: number, { ask, read }: ReturnType<typeof instance>, slug: string) =>
  vi.waitFor(
    async () => {
      expect(left(await ask(slug))).toBe(seats);
      expect(read).toHaveBeenCalled();
    },
    { timeout: 5_000 },
  );

test("while the database cannot be reached, the last answer is given; without one, the error", async () => {
  const event = await makeEvent(db, { capacity: 100 });
  const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const silent = new Promise<null>(() => {});
  // Without Redis, so that each look is one into the database.
  const read = vi.fn((slug: string) => readSalesState(slug));
  const ask = createCurrentAvailability({ redis: redisOf("http://127.0.0.1:1"), isRoomOpen, read });
  const first = await ask(event.slug);
  expect(left(first)).toBe(100);
  await db.update(events).set({ availableTickets: 40 }).where(eq(events.id, event.id));
  for (const answer of [() => Promise.reject(away), () => silent]) {
    read.mockImplementation(answer);
    read.mockClear();
    await staysAt(100, { ask, read }, event.slug);
  }
  // A read that only takes long is an answer later, although none after it gives any.
  let give = (_: SalesStateRow | null) => {};
  const slow = new Promise<SalesStateRow | null>((resolve) => {
    give = resolve;
  });
  read.mockImplementation(() => silent);
  read.mockImplementationOnce(() => slow);
  read.mockClear();
  await staysAt(100, { ask, read }, event.slug);
  give(await readSalesState(event.slug));
  await vi.waitFor(async () => expect(left(await ask(event.slug))).toBe(40), { timeout: 8_000 });
  await db.update(events).set({ availableTickets: 30 }).where(eq(events.id, event.id));
  read.mockRejectedValue(away);
  await expect(ask("never-seen")).rejects.toThrow("ECONNREFUSED");
  read.mockImplementation((slug) => readSalesState(slug));
  await vi.waitFor(async () => expect(left(await ask(event.slug))).toBe(30), { timeout: 5_000 });
  read.mockRejectedValue(new Error("a bug"));
  await vi.waitFor(() => expect(ask(event.slug)).rejects.toThrow("a bug"), { timeout: 5_000 });
});

test("what was read before the database went away is given to no other instance as new", async () => {
  const event = await makeEvent(db, { capacity: 100 });
  const read = vi.fn((slug: string) => readSalesState(slug));
  const ask = createCurrentAvailability({ redis: redisOf(), isRoomOpen, read });
  await ask(event.slug);
  await stored(event.slug);
  announceSalesChange(redisOf(), event.slug);
  read.mockRejectedValue(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  read.mockClear();
  await staysAt(100, { ask, read }, event.slug);
  const kept = await redisOf().get<{ change: string | null }>(`sales-snapshot:2:${event.slug}`);
  expect(kept?.change ?? null).toBeNull();
});
