import { addDays, addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookings, events, outbox, tickets } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { cancel, release } from "./cancel";
import { confirm } from "./confirm";
import { expireHold } from "./holds";
import { changeCapacity, reconcileCounters } from "./seat-counters";

let office: TestBookings;
beforeAll(async () => {
  office = await openTestBookings();
});
beforeEach(async () => {
  await office.db.delete(outbox);
});
afterEach(() => expectCleanInventory(office.db));
afterAll(() => office.close());

async function row(reference: string) {
  const [booking] = await office.db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!booking) throw new Error("no such booking");
  const issued = await office.db.select().from(tickets).where(eq(tickets.bookingId, booking.id));
  return { ...booking, tickets: issued };
}

describe("confirm", () => {
  test("issues one ticket per holder, each with its own code", async () => {
    const event = await office.event();
    const held = await office.hold(event, 2);
    expect(await office.confirm(held, event, 2)).toMatchObject({ ok: true, alreadyDone: false });

    const booking = await row(held.reference);
    expect(booking.status).toBe("confirmed");
    expect(booking.tickets.map((ticket) => ticket.holderName)).toEqual(["Holder 1", "Holder 2"]);
    expect(new Set(booking.tickets.map((ticket) => ticket.code)).size).toBe(2);
    expect(await office.announced()).toEqual(["booking/held", "booking/confirmed"]);
  });

  test("twice at once issues the tickets once", async () => {
    const event = await office.event();
    const held = await office.hold(event, 2);
    const results = await Promise.all([office.confirm(held, event, 2), office.confirm(held, event, 2)]);
    expect(results.map((result) => result.ok && result.alreadyDone).sort()).toEqual([false, true]);
    expect((await row(held.reference)).tickets).toHaveLength(2);
  });

  test("requires a holder for every ticket, by type", async () => {
    const event = await office.event({ ticketTypes: [{}, {}] });
    const held = await office.hold(event, 2);
    expect(await office.confirm(held, event, 1)).toEqual({ ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: 2 });
    const [first, second] = event.ticketTypes;
    const holders = [first, second].map((type) => ({ ticketTypeCode: type?.code ?? "", name: "A" }));
    expect(await confirm(office.manager, { ...held, holders })).toMatchObject({ code: "WRONG_NUMBER_OF_HOLDERS" });
    expect((await row(held.reference)).tickets).toHaveLength(0);
  });

  test("does not find another user's booking", async () => {
    const event = await office.event();
    const held = await office.hold(event);
    const stranger = { ...held, userId: await office.user() };
    expect(await office.confirm(stranger, event, 1)).toEqual({ ok: false, code: "BOOKING_NOT_FOUND" });
  });

  test("refuses a released hold", async () => {
    const event = await office.event();
    const held = await office.hold(event);
    await office.cancel(held);
    expect(await office.confirm(held, event, 1)).toEqual({ ok: false, code: "BOOKING_CANCELLED" });
  });

  test("answers EVENT_CANCELLED if the event was cancelled in the meantime", async () => {
    const event = await office.event();
    const held = await office.hold(event);
    await office.db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    expect(await office.confirm(held, event, 1)).toEqual({ ok: false, code: "EVENT_CANCELLED" });
  });

  test.each([
    ["the event started", { startsAt: 1, endsAt: 120 }],
    ["sales closed", { salesEndAt: 1 }],
    ["it ended", { startsAt: 1, endsAt: 2 }],
  ])("c09: a hold is good until it expires, also when %s meanwhile, and no longer", async (_, minutes) => {
    const times = Object.entries(minutes).map(([name, after]) => [name, addMinutes(office.now(), after)]);
    const event = await office.event(Object.fromEntries(times));
    const [held, late] = [await office.hold(event), await office.hold(event)];
    office.advance(9);
    expect(await office.reserve(event, await office.user())).toMatchObject({ ok: false });
    expect(await office.confirm(held, event, 1)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    office.advance(2);
    // The waitlist is not offered either, as it ends with sales.
    expect(await office.confirm(late, event, 1)).toEqual({ ok: false, code: "HOLD_EXPIRED", waitlistEnabled: false });
  });
});

describe("an overdue hold", () => {
  test.each([
    ["nobody swept it yet", false],
    ["it was swept", true],
  ])("is revived while its seats are free (%s)", async (_, isSwept) => {
    const event = await office.event({ capacity: 2 });
    const held = await office.hold(event, 2);
    office.advance(11);
    if (isSwept) {
      const { id } = await row(held.reference);
      expect(await expireHold(office.manager, { bookingId: id })).toEqual({ ok: true, expired: true });
      expect(await office.counters(event)).toMatchObject({ available: 2 });
    }
    expect(await office.confirm(held, event, 2)).toMatchObject({ ok: true, booking: { status: "confirmed" } });
    expect(await office.counters(event)).toMatchObject({ available: 0 });
  });

  test("is lost once the seats are taken", async () => {
    const event = await office.event({ capacity: 1 });
    const held = await office.hold(event);
    office.advance(11);
    await office.hold(event);
    expect(await office.confirm(held, event, 1)).toEqual({ ok: false, code: "HOLD_EXPIRED", waitlistEnabled: true });
    expect((await row(held.reference)).tickets).toHaveLength(0);
  });

  test("is lost to the waitlist, which its seats are reserved for", async () => {
    const event = await office.event({ capacity: 1 });
    const held = await office.hold(event);
    await office.wait(event);
    office.advance(11);
    expect(await office.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
    expect(await office.counters(event)).toMatchObject({ available: 0, waitlist: 1 });
  });

  test("is lost once sales have closed", async () => {
    const event = await office.event({ salesEndAt: addHours(office.now(), 0.1) });
    const held = await office.hold(event);
    office.advance(11);
    expect(await office.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });

  test.each([
    ["nobody swept it yet", false],
    ["it was swept", true],
  ])("is lost once its ticket type is not on sale any more (%s)", async (_, isSwept) => {
    const event = await office.event({ ticketTypes: [{ salesEndAt: addHours(office.now(), 0.1) }, {}] });
    const held = await office.hold(event);
    office.advance(11);
    if (isSwept) await expireHold(office.manager, { bookingId: (await row(held.reference)).id });
    expect(await office.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });

  test("is not revived beside a newer booking of the same user", async () => {
    const event = await office.event();
    const held = await office.hold(event);
    office.advance(11);
    await office.hold(event, 1, held.userId);
    expect(await office.confirm(held, event, 1)).toMatchObject({ ok: false, code: "HOLD_EXPIRED" });
  });
});

describe("expire", () => {
  test("ignores a hold that is not overdue, and is idempotent", async () => {
    const event = await office.event();
    const { id } = await row((await office.hold(event)).reference);
    office.advance(9);
    expect(await expireHold(office.manager, { bookingId: id })).toEqual({ ok: true, expired: false });
    office.advance(1);
    expect(await expireHold(office.manager, { bookingId: id })).toEqual({ ok: true, expired: true });
    expect(await expireHold(office.manager, { bookingId: id })).toEqual({ ok: true, expired: false });
    expect(await office.counters(event)).toMatchObject({ available: 10 });
  });

  test("never ends a confirmed booking", async () => {
    const event = await office.event();
    const { id } = await row((await office.book(event)).reference);
    office.advance(60);
    expect(await expireHold(office.manager, { bookingId: id })).toEqual({ ok: true, expired: false });
  });
});

describe("cancel", () => {
  test("voids the tickets, frees the seats and sends one email", async () => {
    const event = await office.event({ ticketTypes: [{ quota: 3 }] });
    const booked = await office.book(event, 3);
    const results = await Promise.all([office.cancel(booked), office.cancel(booked)]);

    expect(results.map((result) => result.ok && result.alreadyDone).sort()).toEqual([false, true]);
    const booking = await row(booked.reference);
    expect(booking.status).toBe("cancelled");
    expect(booking.tickets.map((ticket) => ticket.status)).toEqual(["void", "void", "void"]);
    expect(await office.counters(event)).toMatchObject({ available: 10 });
    expect((await office.announced()).filter((name) => name === "booking/cancelled")).toHaveLength(1);
  });

  test("of a hold releases it without an email", async () => {
    const event = await office.event();
    const held = await office.hold(event, 4);
    expect(await office.cancel(held)).toMatchObject({ ok: true, booking: { status: "cancelled" } });
    expect(await office.counters(event)).toMatchObject({ available: 10 });
    expect(await office.announced()).toEqual(["booking/held", "booking/released"]);
  });

  test("is closed to the owner from the cutoff on, open to the organizer", async () => {
    const startsAt = addDays(office.now(), 2);
    const event = await office.event({ startsAt, cancellationCutoffHours: 48 });
    const booked = await office.book(event);
    expect(await office.cancel(booked)).toEqual({ ok: false, code: "CANCELLATION_CLOSED", closedAt: office.now() });

    const actor = { userId: await office.user(), isOrganizer: true };
    expect(await cancel(office.manager, { reference: booked.reference, actor })).toMatchObject({ ok: true });
  });

  test("by a release never ends a confirmed booking", async () => {
    const event = await office.event();
    const held = await office.hold(event);
    const [confirmed, released] = await Promise.all([office.confirm(held, event, 1), release(office.manager, held)]);
    const { status } = await row(held.reference);
    if (confirmed.ok) expect([status, released]).toEqual(["confirmed", { ok: false, code: "ALREADY_CONFIRMED" }]);
    else expect([status, confirmed.code]).toEqual(["cancelled", "BOOKING_CANCELLED"]);

    const booked = await office.book(event);
    expect(await release(office.manager, booked)).toEqual({ ok: false, code: "ALREADY_CONFIRMED" });
  });

  test("does not find another user's booking", async () => {
    const booked = await office.book(await office.event());
    const stranger = { ...booked, userId: await office.user() };
    expect(await office.cancel(stranger)).toEqual({ ok: false, code: "BOOKING_NOT_FOUND" });
  });
});

describe("capacity", () => {
  test("never goes below the seats sold and held", async () => {
    const event = await office.event({ capacity: 10 });
    await office.book(event, 3);
    await office.hold(event, 2);
    const change = (capacity: number) => changeCapacity(office.manager, { eventId: event.id, capacity, actorId: 0 });
    const actorId = await office.user();
    const lower = (capacity: number) => changeCapacity(office.manager, { eventId: event.id, capacity, actorId });

    expect(await lower(4)).toEqual({ ok: false, code: "CAPACITY_BELOW_SOLD", soldAndHeld: 5 });
    expect(await lower(5)).toEqual({ ok: true, capacity: 5, availableTickets: 0, waitlistTickets: 0 });
    await expect(change(6)).rejects.toThrow();
    expect(await office.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 5 });
  });

  test("lowered below overdue holds expires them first", async () => {
    const event = await office.event({ capacity: 5 });
    await office.hold(event, 5);
    office.advance(11);
    const actorId = await office.user();
    expect(await changeCapacity(office.manager, { eventId: event.id, capacity: 1, actorId })).toMatchObject({
      ok: true,
    });
  });

  test("raised goes to the waitlist first", async () => {
    const event = await office.event({ capacity: 1 });
    await office.book(event);
    await office.wait(event);
    const actorId = await office.user();
    const raised = await changeCapacity(office.manager, { eventId: event.id, capacity: 3, actorId });
    expect(raised).toEqual({ ok: true, capacity: 3, availableTickets: 0, waitlistTickets: 2 });
    expect(await office.announced()).toContain("waitlist/seats.freed");
  });
});

test("drifted counters are found and reconciled", async () => {
  const event = await office.event({ capacity: 10 });
  await office.book(event, 2);
  await office.db.update(events).set({ availableTickets: 3 }).where(eq(events.id, event.id));
  await expect(expectCleanInventory(office.db)).rejects.toThrow();
  expect(await reconcileCounters(office.manager, { eventId: event.id })).toEqual({ reconciled: true });
  expect(await office.counters(event)).toMatchObject({ available: 8 });
  expect(await reconcileCounters(office.manager, { eventId: event.id })).toEqual({ reconciled: false });
});
