import { subMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { users, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { decodeOpaqueId, encodeOpaqueId } from "@/lib/names/opaque-id";
import { openTestBookings } from "@/test/booking";
import { makeEvent, makeUser } from "@/test/factories";
import { findWaitlistDemand } from "./demand";
import { findOrganizerEntry, listOrganizerEntries } from "./organizer-lists";
import { type WaitlistSearch, waitlistSearchSchema } from "./organizer-search";
import { findRun, listEntryDecisions, listRunDecisions, listRuns } from "./runs";

type Entry = Partial<typeof waitlistEntries.$inferInsert> & { name?: string };

const start = new Date("2026-11-20T10:00:00Z");
afterAll(() => sql.end());

async function line(eventId: number, entries: Entry[]) {
  const ids: number[] = [];
  for (const [at, { name = `Person ${at + 1}`, ...values }] of entries.entries()) {
    const { id: userId } = await makeUser(db, { name });
    const joinedAt = new Date(start.getTime() + at * 60_000);
    const [entry] = await db
      .insert(waitlistEntries)
      .values({ eventId, userId, quantity: 1, joinedAt, ...values })
      .returning({ id: waitlistEntries.id });
    if (entry) ids.push(entry.id);
  }
  return ids;
}

const search = (query: Record<string, string> = {}): WaitlistSearch => waitlistSearchSchema.parse(query);
const names = ({ entries }: Awaited<ReturnType<typeof listOrganizerEntries>>) => entries.map(({ name }) => name);

describe("a long waitlist", () => {
  let eventId: number;
  let ids: number[];
  beforeAll(async () => {
    eventId = (await makeEvent(db)).id;
    // Three at the same instant where one page ends and the next begins.
    ids = await line(
      eventId,
      Array.from({ length: 60 }, (_, at) => {
        if (at === 40) return { name: "Margarethe" };
        return at >= 24 && at <= 26 ? { joinedAt: start } : {};
      }),
    );
    await line((await makeEvent(db)).id, [{ name: "Of another event" }]);
  });

  test("is paged forwards and backwards, each entry once, with its position", async () => {
    const first = await listOrganizerEntries(eventId, search());
    const second = await listOrganizerEntries(eventId, search({ after: first.next ?? "" }));
    const third = await listOrganizerEntries(eventId, search({ after: second.next ?? "" }));
    const all = [first, second, third].flatMap(({ entries }) => entries);
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(new Set(all.map(({ entry }) => decodeOpaqueId(entry, "waitlist")))).toEqual(new Set(ids));
    expect([first.previous, third.next, third.entries.length]).toEqual([null, null, 10]);

    const back = await listOrganizerEntries(eventId, search({ before: third.previous ?? "" }));
    expect(back).toEqual(second);
    expect(await listOrganizerEntries(eventId, search({ before: second.previous ?? "" }))).toEqual(first);
  });

  test("starts at the first page for an invalid cursor", async () => {
    const first = await listOrganizerEntries(eventId, search());
    for (const after of ["1", "x".repeat(22), encodeOpaqueId(ids[30] ?? 0, "user")]) {
      expect(await listOrganizerEntries(eventId, search({ after }))).toEqual(first);
    }
  });

  test("shows the true position of a search result", async () => {
    const { entries } = await listOrganizerEntries(eventId, search({ q: "margar" }));
    expect(entries.map(({ name, position }) => [name, position])).toEqual([["Margarethe", 41]]);
  });
});

test("people are found by the beginning of a name or an email address, in any script and without accents", async () => {
  const { id } = await makeEvent(db);
  await line(id, [{ name: "Zoë Ångström" }, { name: "ليلى حداد" }, { name: "Ada Lovelace" }]);
  const found = async (q: string) => names(await listOrganizerEntries(id, search({ q })));
  expect(await found("zoe ang")).toEqual(["Zoë Ångström"]);
  expect(await found("ليلى")).toEqual(["ليلى حداد"]);
  expect(await found("love")).toEqual(["Ada Lovelace"]);
  expect(await found("nobody")).toEqual([]);
  expect(await found("';--&|!():*")).toEqual([]);
  const [ada] = await db.select().from(users).where(eq(users.name, "Ada Lovelace"));
  expect(await found(ada?.email ?? "")).toEqual(["Ada Lovelace"]);
});

test("each list has its entries, history has the latest first, and demand is summed up", async () => {
  const testBookings = await openTestBookings({ db, close: async () => {}, url: "", sql });
  const event = await makeEvent(db, { capacity: 2, ticketTypes: [{ name: "Floor", price: 1000 }] });
  const booked = await testBookings.book(event, 2);
  await testBookings.wait(event, 2);
  await testBookings.cancel(booked);
  await testBookings.convert(event);
  const type = event.ticketTypes[0]?.id ?? null;
  await line(event.id, [
    { name: "Waits", quantity: 3, ticketTypeId: type },
    { name: "Waits, too", quantity: 4, acceptFewer: true },
    { name: "Left", status: "left", resolvedAt: subMinutes(start, 5) },
    { name: "Ran out", status: "expired", resolvedAt: subMinutes(start, 1) },
  ]);
  expect(names(await listOrganizerEntries(event.id, search()))).toEqual(["Waits", "Waits, too"]);
  const offered = await listOrganizerEntries(event.id, search({ show: "offered" }));
  expect(offered.entries).toMatchObject([{ status: "offered", seats: 2, position: null }]);
  expect(offered.entries[0]?.reference).toHaveLength(10);
  expect(names(await listOrganizerEntries(event.id, search({ show: "history" })))).toEqual(["Ran out", "Left"]);
  expect(await findWaitlistDemand(event.id)).toEqual({
    waiting: 2,
    seats: 7,
    offered: 1,
    seatsOffered: 2,
    over: 2,
    types: [
      { name: null, waiting: 1, seats: 4 },
      { name: "Floor", waiting: 1, seats: 3 },
    ],
  });
  expect(await findWaitlistDemand((await makeEvent(db)).id)).toMatchObject({ waiting: 0, seats: 0, types: [] });
});

describe("the decision log", () => {
  let eventId: number;
  let ids: number[];
  const RUNS = 23;
  beforeAll(async () => {
    eventId = (await makeEvent(db)).id;
    const { id: decidedBy } = await makeUser(db, { name: "Ada by hand" });
    ids = await line(eventId, [{}, {}, {}]);
    const [one = 0, two = 0, three = 0] = ids;
    const skipped = { eventId, outcome: "skipped", seats: 0, reason: "They keep their position." } as const;
    for (let run = 0; run < RUNS; run += 1) {
      const decided = { ...skipped, runId: crypto.randomUUID(), decidedAt: new Date(start.getTime() + run * 60_000) };
      await db.insert(waitlistDecisions).values([one, two].map((entryId) => ({ ...decided, entryId })));
    }
    // Two in the same millisecond.
    for (const entryId of [two, three]) {
      await db.insert(waitlistDecisions).values({
        eventId,
        entryId,
        runId: crypto.randomUUID(),
        outcome: "converted",
        seats: 1,
        reason: "Booked 1 × Floor. Why: a friend.",
        decidedAt: new Date(start.getTime() + RUNS * 60_000),
        decidedBy,
      });
    }
  });

  test("every run is listed once, latest first, forwards and backwards", async () => {
    const pageAt = (id: string | null, backwards = false) =>
      listRuns(eventId, { id: decodeOpaqueId(id ?? "", "waitlist") ?? 0, backwards });
    const first = await listRuns(eventId, null);
    const second = await pageAt(first.next);
    const third = await pageAt(second.next);
    const all = [first, second, third].flatMap(({ runs }) => runs);
    expect(all).toHaveLength(RUNS + 2);
    expect(new Set(all.map(({ run }) => run)).size).toBe(RUNS + 2);
    expect(all.slice(0, 3)).toMatchObject([
      { offeredBy: "Ada by hand", converted: 1, seats: 1 },
      { offeredBy: "Ada by hand", converted: 1, seats: 1 },
      { offeredBy: null, converted: 0, offered: 0, skipped: 2, seats: 0 },
    ]);
    expect([first.previous, third.next]).toEqual([null, null]);
    expect(await pageAt(third.previous, true)).toEqual(second);
    expect(await pageAt(second.previous, true)).toEqual(first);
  });

  test("a run shows its decisions, on its own event only", async () => {
    const [hand, , ordinary] = (await listRuns(eventId, null)).runs;
    const run = await findRun(eventId, decodeOpaqueId(ordinary?.run, "waitlist") ?? 0);
    if (!run) throw new Error("no such run");
    const { decisions } = await listRunDecisions(eventId, run, null);
    expect(decisions.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["Person 1", "skipped"],
      ["Person 2", "skipped"],
    ]);
    const other = await makeEvent(db);
    expect(await findRun(other.id, decodeOpaqueId(hand?.run, "waitlist") ?? 0)).toBeNull();
    expect(await findOrganizerEntry(other.id, ids[0] ?? 0)).toBeNull();
    expect(await findRun(eventId, 0)).toBeNull();
    expect((await listRuns(other.id, null)).runs).toEqual([]);
  });

  test("an entry has its decisions, with the member who offered manually", async () => {
    const { decisions, next } = await listEntryDecisions(ids[1] ?? 0, null);
    expect([decisions.length, next]).toEqual([RUNS + 1, null]);
    expect(decisions[0]).toMatchObject({ outcome: "converted", offeredBy: "Ada by hand" });
    expect(decisions[1]).toMatchObject({ outcome: "skipped", offeredBy: null });
    expect(await findOrganizerEntry(eventId, ids[2] ?? 0)).toMatchObject({ name: "Person 3", position: 3 });
  });
});
