import { addHours, subHours } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { events, tickets, users, waitlistDecisions } from "@/db/schema";
import { changeCapacity } from "@/lib/booking/seat-counters";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { joinWaitlist } from "./join";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

const join = (event: TestEvent, userId: number, quantity = 1, ticketTypeCode: string | null = null) =>
  joinWaitlist(testBookings.manager, { eventId: event.id, userId, quantity, acceptFewer: false, ticketTypeCode });

describe("joining", () => {
  test("is only for requests that cannot be booked now", async () => {
    const event = await testBookings.event({ capacity: 3 });
    expect(await join(event, await testBookings.user(), 2)).toEqual({ ok: false, code: "SEATS_AVAILABLE", left: 3 });
    await testBookings.book(event, 2);
    expect(await join(event, await testBookings.user(), 2)).toMatchObject({ ok: true, position: 1 });
    expect(await join(event, await testBookings.user(), 1)).toEqual({ ok: false, code: "SEATS_AVAILABLE", left: 1 });
  });

  test("returns the position, and the same one again", async () => {
    const { event } = await testBookings.soldOut(1);
    await testBookings.wait(event);
    const second = await testBookings.wait(event);
    expect(second).toMatchObject({ position: 2, alreadyWaiting: false });
    expect(await join(event, second.userId)).toMatchObject({ ok: true, position: 2, alreadyWaiting: true });
  });

  test("has a refusal for every reason", async () => {
    const user = await testBookings.user();
    const { event } = await testBookings.soldOut(2, { maxTicketsPerBooking: 4 });
    expect(await join(event, user, 0)).toEqual({ ok: false, code: "NO_TICKETS" });
    expect(await join(event, user, 5)).toEqual({ ok: false, code: "TOO_MANY_TICKETS", limit: 4 });
    expect(await join(event, user, 1, "unknown")).toEqual({ ok: false, code: "TICKET_TYPE_NOT_FOUND" });
    const closedAt = subHours(testBookings.now(), 1);
    const { event: closed } = await testBookings.soldOut(1);
    await testBookings.db.update(events).set({ salesEndAt: closedAt }).where(eq(events.id, closed.id));
    expect(await join(closed, user)).toEqual({ ok: false, code: "SALES_CLOSED", closedAt });
    const { event: without } = await testBookings.soldOut(1, { waitlistEnabled: false });
    expect(await join(without, user)).toEqual({ ok: false, code: "WAITLIST_DISABLED" });
  });

  test("is refused to users with a booking", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    expect(await join(event, booked.userId)).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference: booked.reference,
      status: "confirmed",
    });
  });

  test("for a ticket type that is not on sale is refused", async () => {
    const event = await testBookings.event({ ticketTypes: [{ salesEndAt: subHours(testBookings.now(), 1) }] });
    const ticketTypeCode = testBookings.firstType(event);
    expect(await join(event, await testBookings.user(), 1, ticketTypeCode)).toEqual({
      ok: false,
      code: "TICKET_TYPE_NOT_ON_SALE",
      ticketTypeCode,
    });
  });
});

describe("freed seats", () => {
  test("are reserved for the waitlist: the public cannot buy them", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    const waiting = await testBookings.wait(event, 2);
    await testBookings.cancel(booked);
    expect(await testBookings.counters(event)).toEqual({ available: 0, waitlist: 2, capacity: 2 });
    expect(await testBookings.reserve(event, await testBookings.user())).toMatchObject({ ok: false, code: "SOLD_OUT" });

    expect(await testBookings.convert(event)).toMatchObject({ ok: true, converted: 1, releasedToPublic: 0 });
    const booking = await testBookings.bookingOf(waiting.entryId);
    expect(booking).toMatchObject({ status: "confirmed", source: "waitlist", numberOfTickets: 2, totalPrice: 0 });
    expect(
      await testBookings.db
        .select()
        .from(tickets)
        .where(eq(tickets.bookingId, booking?.id ?? 0)),
    ).toHaveLength(2);
  });

  test("go on public sale where nobody waits", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    await testBookings.cancel(booked);
    expect(await testBookings.counters(event)).toMatchObject({ available: 2, waitlist: 0 });
  });
});

describe("a run", () => {
  test("goes in order of joining, skips a group that does not fit, and gives fewer to an entry that accepts fewer", async () => {
    const { event, booked } = await testBookings.soldOut(4);
    const group = await testBookings.wait(event, 5);
    const pair = await testBookings.wait(event, 2);
    const flexible = await testBookings.wait(event, 3, { acceptFewer: true });
    const last = await testBookings.wait(event, 1);
    await testBookings.cancel(booked);

    expect(await testBookings.convert(event)).toMatchObject({ ok: true, converted: 2, skipped: 1 });
    expect((await testBookings.entry(group.entryId))?.status).toBe("waiting");
    expect((await testBookings.bookingOf(pair.entryId))?.numberOfTickets).toBe(2);
    expect((await testBookings.bookingOf(flexible.entryId))?.numberOfTickets).toBe(2);
    expect((await testBookings.entry(last.entryId))?.status).toBe("waiting");

    const decisions = await testBookings.db
      .select()
      .from(waitlistDecisions)
      .where(eq(waitlistDecisions.eventId, event.id))
      .orderBy(waitlistDecisions.id);
    expect(decisions.map((decision) => [decision.entryId, decision.outcome, decision.seats])).toEqual([
      [group.entryId, "skipped", 0],
      [pair.entryId, "converted", 2],
      [flexible.entryId, "converted", 2],
    ]);
    expect(decisions[0]?.reason).toContain("They asked for 5 together; 4 of");
    expect(decisions[2]?.reason).toContain("They asked for 3 and accept fewer");
  });

  test("puts seats that no entry can use on public sale, and counts them for the waitlist next time", async () => {
    const { event } = await testBookings.soldOut(1);
    const actorId = await testBookings.user();
    const group = await testBookings.wait(event, 4);
    const raise = (capacity: number) => changeCapacity(testBookings.manager, { eventId: event.id, capacity, actorId });
    await raise(3);
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, skipped: 1, releasedToPublic: 2 });
    expect(await testBookings.counters(event)).toEqual({ available: 2, waitlist: 0, capacity: 3 });
    await raise(5);
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, converted: 1 });
    expect((await testBookings.bookingOf(group.entryId))?.numberOfTickets).toBe(4);
    expect(await testBookings.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 5 });
  });

  test("respects the quota of the type that was asked for", async () => {
    const event = await testBookings.event({ capacity: 10, ticketTypes: [{ quota: 1 }, {}] });
    const [balcony, floor] = event.ticketTypes;
    await testBookings.hold(event, 1, undefined, balcony?.code);
    const booked = await testBookings.hold(event, 9, undefined, floor?.code);
    const wants = await join(event, await testBookings.user(), 2, balcony?.code ?? null);
    await testBookings.cancel(booked);
    expect(await testBookings.convert(event)).toMatchObject({
      ok: true,
      converted: 0,
      skipped: 1,
      releasedToPublic: 9,
    });
    expect(wants).toMatchObject({ ok: true });
  });

  test("twice finds nothing more to do", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    await testBookings.wait(event);
    await testBookings.cancel(booked);
    const runs = await Promise.all([testBookings.convert(event), testBookings.convert(event)]);
    expect(runs.map((run) => run.ok && run.converted).sort()).toEqual([0, 1]);
  });

  test("skips an entry whose user has a booking by now", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    const both = await testBookings.wait(event, 2);
    await testBookings.wait(event, 3);
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect((await testBookings.entry(both.entryId))?.status).toBe("converted");

    const next = await testBookings.wait(event, 2);
    const actorId = await testBookings.user();
    await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 3, actorId });
    await testBookings.convert(event);
    await testBookings.hold(event, 1, next.userId);
    await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 6, actorId });
    await testBookings.convert(event);
    expect((await testBookings.entry(next.entryId))?.status).toBe("waiting");
  });

  test("gives nothing to a closed account", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    const gone = await testBookings.wait(event);
    const next = await testBookings.wait(event);
    await testBookings.db.update(users).set({ isActive: false }).where(eq(users.id, gone.userId));
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect((await testBookings.entry(gone.entryId))?.status).toBe("waiting");
    expect((await testBookings.entry(next.entryId))?.status).toBe("converted");
  });

  test("serves a long waitlist in batches", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    for (let entries = 0; entries < 52; entries += 1) await testBookings.wait(event);
    const actorId = await testBookings.user();
    await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 101, actorId });
    expect(await testBookings.convert(event)).toMatchObject({
      ok: true,
      converted: 50,
      more: true,
      releasedToPublic: 0,
    });
    expect(await testBookings.convert(event)).toMatchObject({
      ok: true,
      converted: 2,
      more: false,
      releasedToPublic: 48,
    });
    expect(booked.reference).toHaveLength(10);
  });

  test.each([
    ["the start", { startsAt: subHours(new Date(), 2), endsAt: addHours(new Date(), 2) }],
    ["the end of one that lasts for days", { startsAt: new Date(0), endsAt: new Date(1_000_000_000) }],
    ["the end of sales", { salesEndAt: new Date(0) }],
    ["the cancellation of the event", { status: "cancelled" as const }],
  ])("does nothing after %s", async (_, change) => {
    const { event, booked } = await testBookings.soldOut(1);
    const waiting = await testBookings.wait(event);
    await testBookings.cancel(booked);
    await testBookings.db.update(events).set(change).where(eq(events.id, event.id));
    expect(await testBookings.convert(event)).toEqual({ ok: false, code: "EVENT_CLOSED" });
    expect((await testBookings.entry(waiting.entryId))?.status).toBe("waiting");
  });
});
