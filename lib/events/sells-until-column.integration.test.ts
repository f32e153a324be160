import { addHours, addSeconds } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events } from "@/db/schema";
import { sellsUntil } from "@/lib/inventory/sales";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent } from "@/test/factories";
import { sellsUntilColumn } from "./columns";

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const startsAt = new Date("2026-12-10T19:00:00Z");

test.each([
  ["an evening: its start", addHours(startsAt, 4), null, startsAt],
  ["a day: its start", addHours(startsAt, 24), null, startsAt],
  ["more than a day: its end", addSeconds(addHours(startsAt, 24), 1), null, addSeconds(addHours(startsAt, 24), 1)],
  ["the organizer's end", addHours(startsAt, 72), addHours(startsAt, 9), addHours(startsAt, 9)],
  ["never past the end", addHours(startsAt, 2), addHours(startsAt, 9), addHours(startsAt, 2)],
])("%s, by the database and by us", async (_, endsAt, salesEndAt, until) => {
  const { id } = await makeEvent(own.db, { startsAt, endsAt, salesEndAt });
  const [row] = await own.db.select({ until: sellsUntilColumn }).from(events).where(eq(events.id, id));
  expect(new Date(row?.until ?? 0)).toEqual(until);
  expect(sellsUntil({ startsAt, endsAt, salesEndAt })).toEqual(until);
});
