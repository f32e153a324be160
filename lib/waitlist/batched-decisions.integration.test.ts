import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { auditLog, events, outbox, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { changeCapacity } from "@/lib/booking/seat-counters";
import { type LockEvent, lockEventRow } from "@/lib/inventory/load";
import { createBarrier } from "@/test/barrier";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { convertWaitlist } from "./convert";
import { joinWaitlist } from "./join";
import { leaveWaitlist } from "./leave";
import { offerManually } from "./offer-manually";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

const users = (count: number) => Promise.all(Array.from({ length: count }, () => testBookings.user()));
const joining = (event: TestEvent, userId: number, quantity = 1) => ({
  ...{ eventId: event.id, userId, quantity, acceptFewer: false, ticketTypeCode: null },
});

/** A manager that counts its transactions. */
function counted() {
  let locks = 0;
  const lockEvent: LockEvent = (tx, id) => {
    locks += 1;
    return lockEventRow(tx, id);
  };
  return { manager: testBookings.instance({ lockEvent }), locks: () => locks };
}

/** The waiting entries by position. */
async function line(event: TestEvent) {
  const rows = await testBookings.db
    .select({ userId: waitlistEntries.userId, status: waitlistEntries.status })
    .from(waitlistEntries)
    .where(eq(waitlistEntries.eventId, event.id))
    .orderBy(asc(waitlistEntries.joinedAt), asc(waitlistEntries.id));
  return rows.filter(({ status }) => status === "waiting").map(({ userId }) => userId);
}

describe("joining at once", () => {
  test("is batched in the order of the requests, and each gets its own position", async () => {
    const { event } = await testBookings.soldOut(1);
    const people = await users(30);
    const { manager, locks } = counted();
    const results = await Promise.all(people.map((userId) => joinWaitlist(manager, joining(event, userId))));
    expect(results.map((result) => result.ok && result.position)).toEqual(people.map((_, at) => at + 1));
    expect(await line(event)).toEqual(people);
    expect(locks()).toBeLessThanOrEqual(2);
    const joined = await testBookings.db.select().from(auditLog).where(eq(auditLog.eventId, event.id));
    expect(joined.filter(({ action }) => action === "waitlist.joined").map(({ actorId }) => actorId)).toEqual(people);
    const entryIds = results.map((result) => result.ok && result.entryId);
    const announcements = await testBookings.db.select().from(outbox).where(eq(outbox.name, "waitlist/joined"));
    expect(announcements.filter(({ data }) => entryIds.includes(Number(data.entryId)))).toHaveLength(30);
  });

  test("twice gives one position both times; waiting entries keep theirs", async () => {
    const { event } = await testBookings.soldOut(1);
    const first = await testBookings.wait(event);
    const [ada = 0, grace = 0] = await users(2);
    const results = await Promise.all(
      [ada, grace, ada, first.userId].map((userId) => joinWaitlist(testBookings.manager, joining(event, userId))),
    );
    expect(results).toMatchObject([
      { ok: true, position: 2, alreadyWaiting: false },
      { ok: true, position: 3, alreadyWaiting: false },
      { ok: true, position: 2, alreadyWaiting: true },
      { ok: true, position: 1, alreadyWaiting: true },
    ]);
    expect(await line(event)).toEqual([first.userId, ada, grace]);
  });

  test("after leaving goes to the last position, and those behind have moved up", async () => {
    const { event } = await testBookings.soldOut(1);
    const [first, second] = [await testBookings.wait(event), await testBookings.wait(event)];
    const [ada = 0] = await users(1);
    const { eventId, ...entry } = joining(event, first.userId);
    const results = await Promise.all([
      leaveWaitlist(testBookings.manager, { eventId, userId: first.userId }),
      joinWaitlist(testBookings.manager, joining(event, ada)),
      joinWaitlist(testBookings.manager, { eventId, ...entry }),
      joinWaitlist(testBookings.manager, joining(event, second.userId)),
    ]);
    expect(results).toMatchObject([
      { ok: true, left: true },
      { ok: true, position: 2 },
      { ok: true, position: 3, alreadyWaiting: false },
      { ok: true, position: 1, alreadyWaiting: true },
    ]);
    expect(await line(event)).toEqual([second.userId, ada, first.userId]);
  });

  test("and leaving leaves nothing behind", async () => {
    const { event } = await testBookings.soldOut(1);
    const [ada = 0] = await users(1);
    const results = await Promise.all([
      joinWaitlist(testBookings.manager, joining(event, ada)),
      leaveWaitlist(testBookings.manager, { eventId: event.id, userId: ada }),
    ]);
    expect(results).toMatchObject([{ ok: true }, { ok: true, left: true }]);
    expect(await line(event)).toEqual([]);
  });

  test("reserves seats that are freed in the same transaction", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    const [ada = 0] = await users(1);
    await Promise.all([
      joinWaitlist(testBookings.manager, joining(event, ada)),
      cancel(testBookings.manager, { reference: booked.reference, actor: { userId: booked.userId } }),
    ]);
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 2 });
  });

  test("gets a position that has moved up where an entry ahead is confirmed", async () => {
    const event = await testBookings.event({ capacity: 2 });
    await testBookings.book(event);
    const first = await testBookings.wait(event, 2);
    const held = await testBookings.hold(event, 1, first.userId);
    await testBookings.wait(event);
    const [ada = 0] = await users(1);
    const { manager } = testBookings;
    const together = createBarrier(2);
    const before = manager.runExclusive(event.id, together);
    await vi.waitFor(() => expect(manager.oldestRunMs()).toBeGreaterThan(0));
    const confirmed = testBookings.confirm(held, event, 1);
    await vi.waitFor(() => expect(manager.queueLength(event.id)).toBe(1));
    const hasJoined = joinWaitlist(manager, joining(event, ada));
    await vi.waitFor(() => expect(manager.queueLength(event.id)).toBe(2));
    await Promise.all([together(), before, confirmed]);
    const joined = await hasJoined;
    expect(joined).toMatchObject({ position: 2 });
  });

  test("goes behind all entries, also if this server's clock is behind", async () => {
    const { event } = await testBookings.soldOut(1);
    const first = await testBookings.wait(event);
    const [ada = 0] = await users(1);
    const late = testBookings.instance({ now: () => new Date(testBookings.now().getTime() - 60_000) });
    expect(await joinWaitlist(late, joining(event, ada))).toMatchObject({ position: 2 });
    expect(await line(event)).toEqual([first.userId, ada]);
  });
});

describe("positions from two instances", () => {
  async function positions(lockEvent: LockEvent) {
    const { event } = await testBookings.soldOut(1);
    const instances = [testBookings.instance({ lockEvent }), testBookings.instance({ lockEvent })];
    const people = await users(8);
    const results = await Promise.all(
      people.map((userId, at) => joinWaitlist(instances[at % 2] ?? testBookings.manager, joining(event, userId))),
    );
    return results.map((result) => result.ok && result.position).toSorted();
  }

  test("differ", async () => {
    expect(await positions(lockEventRow)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("are the same without the row lock", async () => {
    const both = createBarrier(2);
    const readWithoutLock: LockEvent = async (tx, id) => {
      const [event] = await tx.select().from(events).where(eq(events.id, id));
      await both();
      return event;
    };
    expect(new Set(await positions(readWithoutLock)).size).toBeLessThan(8);
  });
});

describe("a run", () => {
  const decisions = (event: TestEvent) =>
    testBookings.db
      .select()
      .from(waitlistDecisions)
      .where(eq(waitlistDecisions.eventId, event.id))
      .orderBy(waitlistDecisions.id);

  /** Another seat for an event, kept for the waitlist. */
  async function free(event: TestEvent, seats: number) {
    const { available = 0, waitlist = 0, capacity = 0 } = (await testBookings.counters(event)) ?? {};
    await testBookings.db
      .update(events)
      .set({ availableTickets: available, waitlistTickets: waitlist + seats, capacity: capacity + seats })
      .where(eq(events.id, event.id));
  }

  test("finds an entry that fits behind many groups, and records why only the first ones wait, once", async () => {
    const { event } = await testBookings.soldOut(1);
    const groups = await users(120);
    await Promise.all(groups.map((userId) => joinWaitlist(testBookings.manager, joining(event, userId, 4))));
    const single = await testBookings.wait(event);
    await free(event, 1);
    expect(await convertWaitlist(testBookings.manager, { eventId: event.id })).toMatchObject({
      ...{ ok: true, converted: 1, skipped: 20, releasedToPublic: 0, more: false },
    });
    const first = await decisions(event);
    expect(first.map(({ outcome }) => outcome)).toEqual([...Array(20).fill("skipped"), "converted"]);
    expect(first.at(-1)?.entryId).toBe(single.entryId);
    await free(event, 1);
    expect(await convertWaitlist(testBookings.manager, { eventId: event.id })).toMatchObject({
      ...{ ok: true, converted: 0, skipped: 20, releasedToPublic: 1 },
    });
    expect(await decisions(event)).toHaveLength(first.length);
  });

  test("serves fifty entries, and the next run continues", async () => {
    const { event } = await testBookings.soldOut(1);
    const people = await users(60);
    await Promise.all(people.map((userId) => joinWaitlist(testBookings.manager, joining(event, userId))));
    await free(event, 55);
    expect(await testBookings.convert(event)).toMatchObject({ converted: 50, more: true });
    const announced = await testBookings.db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"));
    expect(announced.filter(({ data }) => data.eventId === event.id)).toHaveLength(1);
    expect(await testBookings.convert(event)).toMatchObject({ converted: 5, more: false });
    expect(await line(event)).toEqual(people.slice(55));
  });

  test("starts at the first position: seats freed since the last run may be enough for a group there", async () => {
    const { event } = await testBookings.soldOut(1, { maxTicketsPerBooking: 80 });
    const group = await testBookings.wait(event, 80);
    const people = await users(60);
    await Promise.all(people.map((userId) => joinWaitlist(testBookings.manager, joining(event, userId))));
    await free(event, 60);
    expect(await testBookings.convert(event)).toMatchObject({ converted: 49, skipped: 1, more: true });
    await free(event, 75);
    await testBookings.convert(event);
    expect(await testBookings.entry(group.entryId)).toMatchObject({ status: "converted" });
  });

  test("and a manual offer find a waiting entry whose user's hold has expired", async () => {
    for (const serve of ["run", "by hand"] as const) {
      const event = await testBookings.event({ capacity: 3 });
      await testBookings.book(event, 2);
      const first = await testBookings.wait(event, 2);
      await testBookings.hold(event, 1, first.userId);
      await testBookings.wait(event);
      testBookings.advance(60);
      await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 4, actorId: first.userId });
      if (serve === "run") await testBookings.convert(event);
      else {
        const offer = { eventId: event.id, entryId: first.entryId, actorId: first.userId, reason: "A friend." };
        expect(await offerManually(testBookings.manager, offer)).toMatchObject({ ok: true });
      }
      expect(await testBookings.entry(first.entryId)).toMatchObject({ status: "converted" });
    }
  });
});
