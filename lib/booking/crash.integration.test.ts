import { createServer } from "node:net";
import { Redis } from "@upstash/redis";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { bookings } from "@/db/schema";
import { type BoxOffice, expectCleanInventory, openBoxOffice } from "@/test/booking";
import { cuttingProxy } from "@/test/cutting-proxy";
import { BookingConcurrencyManager } from "./concurrency";

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterEach(() => expectCleanInventory(office.db));
afterAll(() => office.close());

async function request() {
  const event = await office.event({ capacity: 5 });
  const input = {
    eventId: event.id,
    userId: await office.user(),
    items: [{ ticketTypeCode: office.firstType(event), quantity: 2 }],
    idempotencyKey: crypto.randomUUID(),
  };
  const rows = () => office.db.select().from(bookings).where(eq(bookings.eventId, event.id));
  return { event, input, rows };
}

test.each([
  ["between insert and commit", "before-commit" as const, 0],
  ["between commit and answer", "after-commit" as const, 1],
])("the connection is cut %s: a retry with the same key gives one booking", async (_, cut, survivors) => {
  const { event, input, rows } = await request();
  const proxy = await cuttingProxy(office.url);
  const flaky = connect(proxy.url, { max: 1 });
  const manager = new BookingConcurrencyManager({ db: flaky.db, redis: null });

  proxy.cutNext(cut);
  await expect(manager.reserve(input)).rejects.toThrow();
  expect(proxy.cuts()).toBe(1);
  expect(await rows()).toHaveLength(survivors);

  proxy.cutNext("never");
  expect(await manager.reserve(input)).toMatchObject({ ok: true, replayed: survivors === 1 });
  expect(await rows()).toHaveLength(1);
  expect(await office.counters(event)).toMatchObject({ available: 3 });
  await flaky.close();
  proxy.close();
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
  const manager = new BookingConcurrencyManager({ db: office.db, redis: redisAt(port) });
  const { event, input } = await request();

  const startedAt = performance.now();
  const [first, second] = await Promise.all([manager.reserve(input), manager.reserve(input)]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(await office.counters(event)).toMatchObject({ available: 3 });
  server.close();
});
