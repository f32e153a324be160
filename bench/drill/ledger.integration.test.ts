import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Queryable } from "@/db/connect";
import { bookings, events, users } from "@/db/schema";
import { openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import type { BuyerResult } from "./buyer";
import { countEmails } from "./emails";
import { readLedger } from "./ledger";

let testBookings: TestBookings;
let event: TestEvent;
let buyerResults: BuyerResult[];
beforeAll(async () => {
  testBookings = await openTestBookings();
  event = await testBookings.event();
  const booked = [await testBookings.book(event), await testBookings.book(event)];
  const held = await testBookings.hold(event);
  const rows = await testBookings.db.select().from(bookings);
  buyerResults = [...booked, held].map(({ userId, reference }) => ({
    userId,
    idempotencyKey: rows.find((row) => row.reference === reference)?.idempotencyKey ?? "",
    held: reference,
    isBooked: reference !== held.reference,
    isSettled: true,
  }));
});
afterAll(() => testBookings.close());

const fair = { confirmed: 2, lost: 0, doubled: 0, unreported: 0, drift: 0 };

class Undone extends Error {}

/** The ledger after a change of the database, which is rolled back. */
async function ledgerAfter(spoil: (db: Queryable) => Promise<unknown>, results = buyerResults) {
  let found: unknown;
  const attempt = testBookings.db.transaction(async (tx) => {
    await spoil(tx);
    found = await readLedger(tx, event.id, results);
    throw new Undone();
  });
  await expect(attempt).rejects.toThrow(Undone);
  return found;
}

const first = () => eq(bookings.reference, buyerResults[0]?.held ?? "");

test("finds nothing where all buyers have what they were promised, and one was refused", async () => {
  const refused = { userId: 0, idempotencyKey: "another", isBooked: false, isSettled: true };
  expect(await readLedger(testBookings.db, event.id, [...buyerResults, refused])).toEqual(fair);
});

test("finds a promised booking that is gone, or was never confirmed, and counters that go on as if it were", async () => {
  const anotherName = (db: Queryable) => db.update(bookings).set({ reference: "Gone" }).where(first());
  expect(await ledgerAfter(anotherName)).toEqual({ ...fair, lost: 1, unreported: 1 });
  const onlyHeld = (db: Queryable) =>
    db.update(bookings).set({ status: "pending", expiresAt: new Date(), confirmedAt: null }).where(first());
  expect(await ledgerAfter(onlyHeld)).toEqual({ ...fair, confirmed: 1, lost: 1 });
  const expired = (db: Queryable) => db.update(bookings).set({ status: "expired" }).where(first());
  // The event's counter, and the ticket type's.
  expect(await ledgerAfter(expired)).toEqual({ ...fair, confirmed: 1, lost: 1, drift: 2 });
});

test("finds a user with two bookings and a key that made two, which the database's own rules have to be taken away for", async () => {
  const rules = sql`drop index bookings_one_active_per_user_and_event_key, bookings_idempotency_key`;
  const copied = (key: string) => async (db: Queryable) => {
    await db.execute(rules);
    const [row] = await db.select().from(bookings).where(first());
    if (!row) throw new Error("no booking");
    const { id, ...copy } = row;
    await db.insert(bookings).values({ ...copy, reference: "Again", idempotencyKey: key || row.idempotencyKey });
    await db.update(events).set({ availableTickets: sql`available_tickets - 1` }).where(eq(events.id, event.id));
  };
  expect(await ledgerAfter(copied("a new key"))).toMatchObject({ doubled: 1, unreported: 1 });
  expect(await ledgerAfter(copied(""))).toMatchObject({ doubled: 2, unreported: 1 });
});

test("finds emails that are missing, that came under two Message-IDs, and counts repetitions", async () => {
  const addresses = await testBookings.db
    .select({ address: users.email })
    .from(users)
    .innerJoin(bookings, eq(bookings.userId, users.id))
    .where(eq(bookings.status, "confirmed"));
  const [ana = "", ben = ""] = addresses.map(({ address }) => address);
  const message = (to: string, messageId: string, deliveries = 1) => ({ to: [to], messageId, deliveries });
  const counts = (...inbox: ReturnType<typeof message>[]) => countEmails(testBookings.db, event.id, inbox);
  expect(await counts(message(ana, "<1>"), message(ben, "<2>", 3))).toEqual({
    sent: 2,
    missing: 0,
    second: 0,
    repeated: 2,
  });
  expect(await counts(message(ana, "<1>"), message(ana, "<3>"))).toEqual({
    sent: 1,
    missing: 1,
    second: 1,
    repeated: 0,
  });
});
