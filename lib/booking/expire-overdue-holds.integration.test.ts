import { subMinutes } from "date-fns";
import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { sql as client, db } from "@/db/client";
import { bookings, events } from "@/db/schema";
import { log } from "@/lib/log";
import { expectCleanInventory, openTestBookings, type TestEvent } from "@/test/booking";
import { makePeople } from "@/test/factories";
import { expireOverdueHolds } from "./expire-overdue-holds";

const testBookings = await openTestBookings({ url: "", db, sql: client, close: async () => {} });
beforeEach(async () => {
  await db.update(bookings).set({ expiresAt: new Date("2100-01-01T00:00:00Z") });
});

/** Creates overdue holds, a minute apart, and returns their ids. */
async function overdue(event: TestEvent, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, () => ({ name: "Ada", email: `${crypto.randomUUID()}@quorix.test` }));
  const people = await makePeople(db, rows);
  const held = await Promise.all(people.map((id) => testBookings.hold(event, 1, id)));
  const references = held.map(({ reference }) => reference);
  const found = await db.select({ id: bookings.id }).from(bookings).where(inArray(bookings.reference, references));
  const ids = found.map(({ id }) => id).toSorted((a, b) => a - b);
  const longest = subMinutes(new Date(), count).toISOString();
  await db
    .update(bookings)
    .set({ expiresAt: sql`${longest}::timestamptz + make_interval(secs => ${bookings.id} - ${ids[0]})` })
    .where(inArray(bookings.id, ids));
  return ids;
}

const stillPending = async (event: TestEvent) => {
  const pending = and(eq(bookings.eventId, event.id), eq(bookings.status, "pending"));
  const rows = await db.select({ id: bookings.id }).from(bookings).where(pending).orderBy(bookings.id);
  return rows.map(({ id }) => id);
};

test("expires holds of one event in few transactions, and those of other events in parallel", async () => {
  const [one, other] = [await testBookings.event({ capacity: 300 }), await testBookings.event()];
  await overdue(one, 300);
  await overdue(other, 3);
  expect(await expireOverdueHolds(Date.now() + 30_000)).toEqual({ expired: 303, left: 0 });
  const [written] = await db.execute<{ transactions: number }>(sql`
    select count(distinct xmin::text)::int as transactions from ${bookings} where event_id = ${one.id}`);
  expect(written?.transactions).toBeLessThan(10);
  const [row] = await db.select({ available: events.availableTickets }).from(events).where(eq(events.id, one.id));
  expect(row).toEqual({ available: 300 });
  await expectCleanInventory(db);
});

test("skips holds that always fail, however long overdue they are", async () => {
  const event = await testBookings.event();
  const ids = await overdue(event, 7);
  const poisoned = ids.slice(0, 4);
  const failed = vi.spyOn(log, "error").mockImplementation(() => {});
  await db.execute(
    sql.raw(`create function refuse() returns trigger language plpgsql as $$ begin raise 'poisoned'; end $$;
      create trigger poisoned before update on bookings for each row
      when (new.status = 'expired' and old.id in (${poisoned.join(", ")})) execute function refuse()`),
  );
  expect(await expireOverdueHolds(Date.now() + 30_000, 2)).toEqual({ expired: 3, left: 4 });
  expect(await stillPending(event)).toEqual(poisoned);
  expect(failed.mock.calls.map(([, detail]) => detail?.bookingId)).toEqual(poisoned);
  await expectCleanInventory(db);
});

test("leaves holds that do not fit into its time for the next run", async () => {
  const event = await testBookings.event();
  await overdue(event, 2);
  expect(await expireOverdueHolds(Date.now())).toEqual({ expired: 0, left: 0 });
  expect(await stillPending(event)).toHaveLength(2);
});
