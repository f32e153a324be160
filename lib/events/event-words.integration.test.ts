import { addDays } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events, eventWords, ticketTypes } from "@/db/schema";
import { eventSearchColumns } from "@/lib/search/vector";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent } from "@/test/factories";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const isFound = async (search: EventSearch, slug: string) =>
  (await readSearchPage(own.db, search)).events.some((event) => event.slug === slug);
const change = (id: number, values: Partial<typeof events.$inferInsert>) =>
  own.db.update(events).set(values).where(eq(events.id, id));

test("an event is found by what it is now", async () => {
  const { id, slug } = await makeEvent(own.db, { name: "Marimba", city: "Turku" });
  expect(await isFound({ q: "marimba", city: "Turku" }, slug)).toBe(true);

  const now = { name: "Vibraphone", summary: "", venue: "Test Hall", city: "Oulu" };
  await change(id, { ...now, ...eventSearchColumns(now) });
  expect(await isFound({ q: "marimba" }, slug)).toBe(false);
  expect(await isFound({ city: "Turku" }, slug)).toBe(false);
  expect(await isFound({ q: "vibraphone", city: "Oulu" }, slug)).toBe(true);

  await change(id, { startsAt: addDays(new Date(), -2) });
  expect(await isFound({ q: "vibraphone" }, slug)).toBe(true);
  await change(id, { endsAt: addDays(new Date(), -1) });
  expect(await isFound({ q: "vibraphone" }, slug)).toBe(false);
});

test("only while it is published", async () => {
  const { id, slug } = await makeEvent(own.db, { name: "Zither", status: "draft" });
  expect(await isFound({ q: "zither" }, slug)).toBe(false);
  await change(id, { status: "published" });
  expect(await isFound({ q: "zither" }, slug)).toBe(true);
  await change(id, { status: "cancelled" });
  expect(await own.db.$count(eventWords, eq(eventWords.eventId, id))).toBe(0);
});

test("by the prices it has now", async () => {
  const { id, slug, ticketTypes: types } = await makeEvent(own.db, { name: "Lute", ticketTypes: [{ price: 100 }] });
  expect(await isFound({ q: "lute", price: "free" }, slug)).toBe(false);
  await own.db.insert(ticketTypes).values({ eventId: id, code: "lute-free", name: "Free", price: 0 });
  expect(await isFound({ q: "lute", price: "free" }, slug)).toBe(true);
  await own.db.delete(ticketTypes).where(eq(ticketTypes.code, "lute-free"));
  expect(await isFound({ q: "lute", price: "free" }, slug)).toBe(false);
  await own.db
    .update(ticketTypes)
    .set({ price: 0 })
    .where(eq(ticketTypes.id, types[0]?.id ?? 0));
  expect(await isFound({ q: "lute", price: "free" }, slug)).toBe(true);
  expect(await isFound({ q: "lute", price: "paid" }, slug)).toBe(false);
});

test("a booking's change of the counters leaves the words alone", async () => {
  const { id } = await makeEvent(own.db, { name: "Celesta" });
  const versions = () => own.sql`select xmin::text, ctid::text from event_words where event_id = ${id} order by word`;
  const before = await versions();
  await change(id, { availableTickets: 3 });
  expect([...(await versions())]).toEqual([...before]);
});
