import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { events, ticketTypes } from "@/db/schema";
import { createTestDatabase } from "./database";
import { makeEvent } from "./factories";

test("every test database starts empty and is its own", async () => {
  const own = await createTestDatabase();
  const event = await makeEvent(own.db, { capacity: 3, ticketTypes: [{ name: "Floor", price: 1200 }, { quota: 2 }] });

  expect(event.availableTickets).toBe(3);
  expect(event.ticketTypes.map((type) => [type.name, type.price, type.quota])).toEqual([
    ["Floor", 1200, null],
    ["Type 2", 0, 2],
  ]);
  expect(await own.db.select().from(ticketTypes).where(eq(ticketTypes.eventId, event.id))).toHaveLength(2);
  expect(await db.select().from(events)).toEqual([]);
  await own.close();
});
