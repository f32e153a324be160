import { addDays, addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookings, events, outbox, tickets } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { cancel, release } from "./cancel";
import { confirm } from "./confirm";
import { expireHold } from "./holds";
import { changeCapacity, reconcileCounters } from "./seat-counters";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
beforeEach(async () => {
  await testBookings.db.delete(outbox);
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

async function row(reference: string) {
  const [booking] = await testBookings.db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!booking) throw new Error("no such booking");
  const issued = await testBookings.db.select().from(tickets).where(eq(tickets.bookingId, booking.id));
  return { ...booking, tickets: issued };
}

describe("confirm", () => {
  test("issues one ticket per holder, each with its own code", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event, 2);
    expect(await testBookings.confirm(held, event, 2)).toMatchObject({ ok: true, alreadyDone: false });

    const booking = await row(held.reference);
    expect(booking.status).toBe("confirmed");
    expect(booking.tickets.map((ticket) => ticket.holderName)).toEqual(["Holder 1", "Holder 2"]);
    expect(new Set(booking.tickets.map((ticket) => ticket.code)).size).toBe(2);
    expect(await testBookings.announced()).toEqual(["booking/held", "booking/confirmed"]);
  });

  test("twice at once issues the tickets once", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event, 2);
    const results = await Promise.all([testBookings.confirm(held, event, 2), testBookings.confirm(held, event, 2)]);
    expect(results.map((result) => result.ok && result.alreadyDone).sort()).toEqual([false, true]);
    expect((await row(held.reference)).tickets).toHaveLength(2);
  });

  test("requires a holder for every ticket, by type", async () => {
    const event = await testBookings.event({ ticketTypes: [{}, {}] });
    const held = await testBookings.hold(event, 2);
    expect(await testBookings.confirm(held, event, 1)).toEqual({
      ok: false,
      code: "WRONG_NUMBER_OF_HOLDERS",
      expected: 2,
    });
    const [first, second] = event.ticketTypes;
    const holders = [first, second].map((type) => ({ ticketTypeCode: type?.code ?? "", name: "A" }));
    expect(await confirm(testBookings.manager, { ...held, holders })).toMatchObject({
      code: "WRONG_NUMBER_OF_HOLDERS",
    });
    expect((await row(held.reference)).tickets).toHaveLength(0);
  });

  test("does not find another user's booking", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event);
    const stranger = { ...held, userId: await testBookings.user() };
    expect(await testBookings.confirm(stranger, event, 1)).toEqual({ ok: false, code: "BOOKING_NOT_FOUND" });
  });

  test("refuses a released hold", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event);
    await testBookings.cancel(held);
    expect(await testBookings.confirm(held, event, 1)).toEqual({ ok: false, code: "BOOKING_CANCELLED" });
  });

  test("answers EVENT_CANCELLED if the event was cancelled in the meantime", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event);
    await testBookings.db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    expect(await testBookings.confirm(held, event, 1)).toEqual({ ok: false, code: "EVENT_CANCELLED" });
  });

  test.each([
    ["the event started", { startsAt: 1, endsAt: 120 }],
    ["sales closed", { salesEndAt: 1 }],
    ["it ended", { startsAt: 1, endsAt: 2 }],
  ])("c09: a hold is good until it expires, also when %s meanwhile, and no longer", async (_, minutes) => {
    const times = Object.entries(minutes).map(([name, after]) => [name, addMinutes(testBookings.now(), after)]);
    const event = await testBookings.event(Object.fromEntries(times));
    const [held, late] = [await testBookings.hold(event), await testBookings.hold(event)];
    testBookings.advance(9);
    expect(await testBookings.reserve(event, await testBookings.user())).toMatchObject({ ok: false });
    expect(await testBookings.confirm(held, event, 1)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    testBookings.advance(2);
    // The waitlist is not offered either, as it ends with sales.
    expect(await testBookings.confirm(late, event, 1)).toEqual({
      ok: false,
      code: "HOLD_EXPIRED",
      waitlistEnabled: false,
    });
  });
});

describe("an overdue hold", () => {
  test.each([
    ["nobody swept it yet", false],
    ["it was swept", true],
  ])("is revived while its seats are free (%s)", async (_, isSwept) => {
    const event = await testBookings.event({ capacity: 2 });
    const held = await testBookings.hold(event, 2);
    testBookings.advance(11);
    if (isSwept) {
      const { id } = await row(held.reference);
      expect(await expireHold(testBookings.manager, { bookingId: id })).toEqual({ ok: true, expired: true });
      expect(await testBookings.counters(event)).toMatchObject({ available: 2 });
    }
    expect(await testBookings.confirm(held, event, 2)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0 });
  });

  test("is lost once the seats are taken", async () => {
    const event = await testBookings.event({ capacity: 1 });
    const held = await testBookings.hold(event);
    testBookings.advance(11);
    await testBookings.hold(event);
    expect(await testBookings.confirm(held, event, 1)).toEqual({
      ok: false,
      code: "HOLD_EXPIRED",
      waitlistEnabled: true,
    });
    expect((await row(held.reference)).tickets).toHaveLength(0);
  });

  test("is lost to the waitlist, which its seats are reserved for", async () => {
    const event = await testBookings.event({ capacity: 1 });
    const held = await testBookings.hold(event);
    await testBookings.wait(event);
    testBookings.advance(11);
    expect(await testBookings.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 1 });
  });

  test("is lost once sales have closed", async () => {
    const event = await testBookings.event({ salesEndAt: addHours(testBookings.now(), 0.1) });
    const held = await testBookings.hold(event);
    testBookings.advance(11);
    expect(await testBookings.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });

  test.each([
    ["nobody swept it yet", false],
    ["it was swept", true],
  ])("is lost once its ticket type is not on sale any more (%s)", async (_, isSwept) => {
    const event = await testBookings.event({ ticketTypes: [{ salesEndAt: addHours(testBookings.now(), 0.1) }, {}] });
    const held = await testBookings.hold(event);
    testBookings.advance(11);
    if (isSwept) await expireHold(testBookings.manager, { bookingId: (await row(held.reference)).id });
    expect(await testBookings.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });

  test("is not revived beside a newer booking of the same user", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event);
    testBookings.advance(11);
    await testBookings.hold(event, 1, held.userId);
    expect(await testBookings.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });
});

describe("expire", () => {
  test("ignores a hold that is not overdue, and is idempotent", async () => {
    const event = await testBookings.event();
    const { id } = await row((await testBookings.hold(event)).reference);
    testBookings.advance(9);
    expect(await expireHold(testBookings.manager, { bookingId: id })).toMatchObject({ ok: true, expired: false });
    testBookings.advance(1);
    expect(await expireHold(testBookings.manager, { bookingId: id })).toEqual({ ok: true, expired: true });
    expect(await expireHold(testBookings.manager, { bookingId: id })).toEqual({ ok: true, expired: false });
    expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
  });

  test("never ends a confirmed booking", async () => {
    const event = await testBookings.event();
    const { id } = await row((await testBookings.book(event)).reference);
    testBookings.advance(60);
    expect(await expireHold(testBookings.manager, { bookingId: id })).toEqual({ ok: true, expired: false });
  });
});

describe("cancel", () => {
  test("voids the tickets, frees the seats and sends one email", async () => {
    const event = await testBookings.event({ ticketTypes: [{ quota: 3 }] });
    const booked = await testBookings.book(event, 3);
    const results = await Promise.all([testBookings.cancel(booked), testBookings.cancel(booked)]);

    expect(results.map((result) => result.ok && result.alreadyDone).sort()).toEqual([false, true]);
    const booking = await row(booked.reference);
    expect(booking.status).toBe("cancelled");
    expect(booking.tickets.map((ticket) => ticket.status)).toEqual(["void", "void", "void"]);
    expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
    expect((await testBookings.announced()).filter((name) => name === "booking/cancelled")).toHaveLength(1);
  });

  test("of a hold releases it without an email", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event, 4);
    expect(await testBookings.cancel(held)).toMatchObject({ ok: true, booking: { status: "cancelled" } });
    expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
    expect(await testBookings.announced()).toEqual(["booking/held", "booking/released"]);
  });

  test("is closed to the owner from the cutoff on, open to the organizer", async () => {
    const startsAt = addDays(testBookings.now(), 2);
    const event = await testBookings.event({ startsAt, cancellationCutoffHours: 48 });
    const booked = await testBookings.book(event);
    expect(await testBookings.cancel(booked)).toEqual({
      ok: false,
      code: "CANCELLATION_CLOSED",
      closedAt: testBookings.now(),
    });

    const actor = { userId: await testBookings.user(), isOrganizer: true };
    expect(await cancel(testBookings.manager, { reference: booked.reference, actor })).toMatchObject({ ok: true });
  });

  test("by a release never ends a confirmed booking", async () => {
    const event = await testBookings.event();
    const held = await testBookings.hold(event);
    const [confirmed, released] = await Promise.all([
      testBookings.confirm(held, event, 1),
      release(testBookings.manager, held),
    ]);
    const { status } = await row(held.reference);
    if (confirmed.ok) expect([status, released]).toEqual(["confirmed", { ok: false, code: "ALREADY_CONFIRMED" }]);
    else expect([status, confirmed.code]).toEqual(["cancelled", "BOOKING_CANCELLED"]);

    const booked = await testBookings.book(event);
    expect(await release(testBookings.manager, booked)).toEqual({ ok: false, code: "ALREADY_CONFIRMED" });
  });

  test("does not find another user's booking", async () => {
    const booked = await testBookings.book(await testBookings.event());
    const stranger = { ...booked, userId: await testBookings.user() };
    expect(await testBookings.cancel(stranger)).toEqual({ ok: false, code: "BOOKING_NOT_FOUND" });
  });
});

describe("capacity", () => {
  test("never goes below the seats sold and held", async () => {
    const event = await testBookings.event({ capacity: 10 });
    await testBookings.book(event, 3);
    await testBookings.hold(event, 2);
    const change = (capacity: number) =>
      changeCapacity(testBookings.manager, { eventId: event.id, capacity, actorId: 0 });
    const actorId = await testBookings.user();
    const lower = (capacity: number) => changeCapacity(testBookings.manager, { eventId: event.id, capacity, actorId });

    expect(await lower(4)).toEqual({ ok: false, code: "CAPACITY_BELOW_SOLD", soldAndHeld: 5 });
    expect(await lower(5)).toEqual({ ok: true, capacity: 5, availableTickets: 0, waitlistTickets: 0 });
    await expect(change(6)).rejects.toThrow();
    expect(await testBookings.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 5 });
  });

  test("lowered below overdue holds expires them first", async () => {
    const event = await testBookings.event({ capacity: 5 });
    await testBookings.hold(event, 5);
    testBookings.advance(11);
    const actorId = await testBookings.user();
    expect(await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 1, actorId })).toMatchObject({
      ok: true,
    });
  });

  test("raised goes to the waitlist first", async () => {
    const event = await testBookings.event({ capacity: 1 });
    await testBookings.book(event);
    await testBookings.wait(event);
    const actorId = await testBookings.user();
    const raised = await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 3, actorId });
    expect(raised).toEqual({ ok: true, capacity: 3, availableTickets: 0, waitlistTickets: 2 });
    expect(await testBookings.announced()).toContain("waitlist/seats.freed");
  });
});

test("drifted counters are found and reconciled", async () => {
  const event = await testBookings.event({ capacity: 10 });
  await testBookings.book(event, 2);
  await testBookings.db.update(events).set({ availableTickets: 3 }).where(eq(events.id, event.id));
  await expect(expectCleanInventory(testBookings.db)).rejects.toThrow();
  expect(await reconcileCounters(testBookings.manager, { eventId: event.id })).toEqual({ reconciled: true });
  expect(await testBookings.counters(event)).toMatchObject({ available: 8 });
  expect(await reconcileCounters(testBookings.manager, { eventId: event.id })).toEqual({ reconciled: false });
});
