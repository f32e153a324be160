import { ne } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/connect";
import { bookingItems, bookings, outbox, users } from "@/db/schema";
import { reserve } from "@/lib/booking/reserve";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { createTestDatabaseUrl } from "@/test/database-url";
import { makeEvent, makeUser } from "@/test/factories";
import { seedDemo } from "./demo";
import { loadBookings } from "./load-bookings";

const BOOKINGS = 2_000;

let own: ReturnType<typeof connect>;
let before: string[];

/** Everything that `withoutIndexes` takes off and has to put back. */
async function rulesOfTables() {
  const rows = await own.sql<{ rule: string }[]>`
    select conname || pg_get_constraintdef(oid) as rule from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`;
  return rows.map(({ rule }) => rule);
}

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const url = await createTestDatabaseUrl();
  await seedDemo({ url });
  own = connect(url, { max: 2 });
  before = await rulesOfTables();
  await loadBookings(own.sql, BOOKINGS);
});
afterAll(() => own.close());

test("loads as many bookings as were asked for, each with its items, and nothing is announced", async () => {
  const demo = (await own.db.$count(bookings)) - BOOKINGS;
  expect(demo).toBeGreaterThan(0);
  const [row] = await own.sql<{ bare: number }[]>`
    select count(*)::int as bare from bookings b where not exists (select from booking_items where booking_id = b.id)`;
  expect(row?.bare).toBe(0);
  expect(await own.db.$count(bookingItems)).toBeGreaterThan(BOOKINGS);
  const [news] = await own.sql<
    { left: number }[]
  >`select count(*)::int as left from outbox where dispatched_at is null`;
  expect(news?.left).toBe(0);
  expect(await own.db.$count(outbox)).toBeGreaterThan(BOOKINGS);
});

test("their users are found", async () => {
  expect(await own.db.$count(users, ne(users.folding, FOLDING_VERSION))).toBe(0);
});

test("the counters are what the bookings say", async () => {
  expect([...(await auditEventInventory(own.db))]).toEqual([]);
  expect([...(await auditTicketTypeInventory(own.db))]).toEqual([]);
});

test("indexes, keys and triggers are as they were", async () => {
  expect(await rulesOfTables()).toEqual(before);
});

test("a reservation goes on after the loaded ids", async () => {
  const event = await makeEvent(own.db, { capacity: 5 });
  const user = await makeUser(own.db);
  const result = await reserve(new BookingConcurrencyManager({ db: own.db, redis: null }), {
    eventId: event.id,
    userId: user.id,
    items: [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", quantity: 1 }],
    idempotencyKey: "after",
  });
  expect(result).toMatchObject({ ok: true });
});
