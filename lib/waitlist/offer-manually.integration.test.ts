import { subHours } from "date-fns";
import { and, count, desc, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditLog, bookings, events, tickets, users, waitlistDecisions } from "@/db/schema";
import { changeCapacity } from "@/lib/booking/seat-counters";
import type { LockEvent } from "@/lib/inventory/load";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { joinWaitlist } from "./join";
import { offerManually } from "./offer-manually";

let testBookings: TestBookings;
let actorId: number;
beforeAll(async () => {
  testBookings = await openTestBookings();
  actorId = await testBookings.user();
});
afterAll(() => testBookings.close());

const raise = (event: TestEvent, capacity: number) =>
  changeCapacity(testBookings.manager, { eventId: event.id, capacity, actorId });

const offer = (event: TestEvent, entryId: number, manager = testBookings.manager) =>
  offerManually(manager, { eventId: event.id, entryId, actorId, reason: "Came all the way from Porto." });

const decisionOf = async (entryId: number) =>
  (
    await testBookings.db
      .select()
      .from(waitlistDecisions)
      .where(eq(waitlistDecisions.entryId, entryId))
      .orderBy(desc(waitlistDecisions.id))
  )[0];

const readWithoutLock: LockEvent = async (tx, id) => (await tx.select().from(events).where(eq(events.id, id)))[0];

const paid = { ticketTypes: [{ price: 2500 }] };

describe("a manual offer", () => {
  afterEach(() => expectCleanInventory(testBookings.db));

  test("of free tickets is an immediate booking, and records how many entries it skips", async () => {
    const { event } = await testBookings.soldOut(2);
    await testBookings.wait(event);
    await testBookings.wait(event);
    const third = await testBookings.wait(event, 2);
    await raise(event, 4);
    const given = await offer(event, third.entryId);
    expect(given).toMatchObject({ ok: true, outcome: "converted", seats: 2, asked: 2, passedBy: 2 });

    const booking = await testBookings.bookingOf(third.entryId);
    expect(booking).toMatchObject({ status: "confirmed", source: "waitlist", numberOfTickets: 2 });
    expect(await testBookings.db.$count(tickets, eq(tickets.bookingId, booking?.id ?? 0))).toBe(2);
    expect(await testBookings.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 4 });
    expect(await testBookings.announced()).toContain("waitlist/converted");
    expect(await decisionOf(third.entryId)).toMatchObject({
      outcome: "converted",
      seats: 2,
      decidedBy: actorId,
      reason: "Booked 2 × Type 1. Skipped 2 people who joined earlier. Reason: Came all the way from Porto.",
    });
    const [audit] = await testBookings.db
      .select({ action: auditLog.action, actorId: auditLog.actorId, detail: auditLog.detail })
      .from(auditLog)
      .where(and(eq(auditLog.eventId, event.id), eq(auditLog.action, "waitlist.offered-by-hand")));
    expect(audit).toMatchObject({ actorId, detail: { seats: 2, passedBy: 2, reason: "Came all the way from Porto." } });
  });

  test("of paid tickets is held for twelve hours", async () => {
    const { event, booked } = await testBookings.soldOut(1, paid);
    const waiting = await testBookings.wait(event);
    await testBookings.cancel(booked);
    expect(await offer(event, waiting.entryId)).toMatchObject({ ok: true, outcome: "offered", passedBy: 0 });
    const booking = await testBookings.bookingOf(waiting.entryId);
    expect(booking?.status).toBe("pending");
    expect(booking?.expiresAt?.getTime()).toBe(testBookings.now().getTime() + 12 * 3_600_000);
    expect(await testBookings.announced()).toContain("waitlist/offered");
  });

  test("takes seats reserved for the waitlist first, then public ones", async () => {
    const event = await testBookings.event({ capacity: 3 });
    const first = await testBookings.book(event, 2);
    const joined = await joinWaitlist(testBookings.manager, {
      eventId: event.id,
      userId: await testBookings.user(),
      quantity: 3,
      acceptFewer: false,
      ticketTypeCode: null,
    });
    if (!joined.ok) throw new Error(joined.code);
    await testBookings.cancel(first);
    expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 2 });
    expect(await offer(event, joined.entryId)).toMatchObject({ ok: true, seats: 3 });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 0 });
  });

  test("gives fewer only to an entry that accepts fewer", async () => {
    const { event } = await testBookings.soldOut(1);
    const group = await testBookings.wait(event, 3);
    const flexible = await testBookings.wait(event, 3, { acceptFewer: true });
    await raise(event, 3);
    const refused = await offer(event, group.entryId);
    expect(refused).toEqual({
      ok: false,
      code: "DOES_NOT_FIT",
      reason: "They asked for 3 together; 2 of any ticket type were available. They keep their position.",
    });
    expect(await offer(event, flexible.entryId)).toMatchObject({ ok: true, seats: 2, asked: 3 });
  });

  test("expires overdue holds before it is refused for lack of seats", async () => {
    const event = await testBookings.event({ capacity: 1 });
    await testBookings.hold(event);
    const waiting = await testBookings.wait(event);
    testBookings.advance(60);
    expect(await offer(event, waiting.entryId)).toMatchObject({ ok: true, seats: 1 });
  });

  test("never goes above capacity or quota", async () => {
    const { event } = await testBookings.soldOut(2);
    const waiting = await testBookings.wait(event);
    expect(await offer(event, waiting.entryId)).toEqual({ ok: false, code: "NOTHING_FREE" });

    const quotas = await testBookings.event({ capacity: 5, ticketTypes: [{ quota: 1 }, {}] });
    const [balcony] = quotas.ticketTypes;
    await testBookings.hold(quotas, 1, undefined, balcony?.code);
    const joined = await joinWaitlist(testBookings.manager, {
      eventId: quotas.id,
      userId: await testBookings.user(),
      quantity: 1,
      acceptFewer: true,
      ticketTypeCode: balcony?.code ?? null,
    });
    if (!joined.ok) throw new Error(joined.code);
    expect(await offer(quotas, joined.entryId)).toMatchObject({ ok: false, code: "DOES_NOT_FIT" });
  });

  test("has a refusal for every reason, and changes nothing then", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    const waiting = await testBookings.wait(event);
    const served = await testBookings.wait(event);
    const gone = await testBookings.wait(event);
    const holder = await testBookings.wait(event, 1);
    await testBookings.cancel(booked);
    await offer(event, served.entryId);
    expect(await offer(event, served.entryId)).toEqual({ ok: false, code: "NOT_WAITING" });
    await testBookings.db.update(users).set({ isActive: false }).where(eq(users.id, gone.userId));
    expect(await offer(event, gone.entryId)).toEqual({ ok: false, code: "ACCOUNT_CLOSED" });

    await raise(event, 8);
    await testBookings.convert(event);
    const { event: other } = await testBookings.soldOut(1);
    expect(await offer(other, waiting.entryId)).toEqual({ ok: false, code: "NOT_WAITING" });
    expect(await offer(event, holder.entryId)).toEqual({ ok: false, code: "NOT_WAITING" });

    const { event: closed } = await testBookings.soldOut(1);
    const late = await testBookings.wait(closed);
    await raise(closed, 2);
    await testBookings.db
      .update(events)
      .set({ salesEndAt: subHours(testBookings.now(), 1) })
      .where(eq(events.id, closed.id));
    expect(await offer(closed, late.entryId)).toEqual({ ok: false, code: "EVENT_CLOSED" });
    expect((await testBookings.entry(late.entryId))?.status).toBe("waiting");
    expect(await offerManually(testBookings.manager, { eventId: 0, entryId: 1, actorId, reason: "" })).toEqual({
      ok: false,
      code: "EVENT_NOT_FOUND",
    });
  });

  test("skips an entry whose user has a booking by now", async () => {
    const { event } = await testBookings.soldOut(1);
    const waiting = await testBookings.wait(event, 2);
    await raise(event, 2);
    await testBookings.convert(event);
    await testBookings.hold(event, 1, waiting.userId);
    await raise(event, 5);
    expect(await offer(event, waiting.entryId)).toEqual({ ok: false, code: "HAS_BOOKING" });
  });
});

describe("eight at once for the last seat", () => {
  const EIGHT = 8;

  async function rush(lock: "with-lock" | "without-lock") {
    const { event } = await testBookings.soldOut(1);
    const line = [];
    for (let at = 0; at < EIGHT; at += 1) line.push(await testBookings.wait(event));
    await raise(event, 2);
    const options = lock === "without-lock" ? { lockEvent: readWithoutLock } : {};
    const answers = await Promise.all(
      line.map(({ entryId }) =>
        // From eight instances: each lets one in at a time by itself.
        offer(event, entryId, testBookings.instance(options)).then(
          (answer) => (answer.ok ? "GIVEN" : answer.code),
          () => "ERROR",
        ),
      ),
    );
    const [given] = await testBookings.db
      .select({ bookings: count() })
      .from(bookings)
      .where(and(eq(bookings.eventId, event.id), eq(bookings.source, "waitlist")));
    return { answers, given: given?.bookings ?? 0 };
  }

  test("one gets it, the others are refused for lack of seats", async () => {
    const { answers, given } = await rush("with-lock");
    expect(given).toBe(1);
    expect(answers.sort()).toEqual(["GIVEN", ...Array.from({ length: EIGHT - 1 }, () => "NOTHING_FREE")]);
    await expectCleanInventory(testBookings.db);
  });

  describe("without the row lock", () => {
    beforeEach(() =>
      testBookings.db.execute(sql`alter table events drop constraint if exists events_counters_not_negative`),
    );

    test("and the CHECK constraints, several get it", async () => {
      expect((await rush("without-lock")).given).toBeGreaterThan(1);
    });
  });
});
