import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, bookingItems, bookings, events, tickets, ticketTypes, waitlistEntries } from "@/db/schema";
import type { LockEvent } from "@/lib/inventory/load";
import { createBarrier } from "@/test/barrier";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { changeTicketType } from "./change-ticket-type";
import { undoTicketTypeChange } from "./undo-ticket-type-change";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

const code = (event: TestEvent, at: number) => event.ticketTypes[at]?.code ?? "";

async function move(event: TestEvent, reference: string, values: { to?: string; ticketCodes?: string[] } = {}) {
  return changeTicketType(testBookings.manager, {
    eventId: event.id,
    reference,
    actorId: await testBookings.user(),
    to: code(event, 1),
    ...values,
  });
}

async function stateOf(reference: string) {
  const [booking] = await testBookings.db.select().from(bookings).where(eq(bookings.reference, reference));
  const id = booking?.id ?? 0;
  const items = await testBookings.db
    .select({ name: ticketTypes.name, quantity: bookingItems.quantity, unitPrice: bookingItems.unitPrice })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(eq(bookingItems.bookingId, id))
    .orderBy(ticketTypes.position);
  const types = await testBookings.db
    .select({ name: ticketTypes.name, code: tickets.code })
    .from(tickets)
    .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
    .where(eq(tickets.bookingId, id))
    .orderBy(ticketTypes.position, tickets.id);
  return {
    total: booking?.totalPrice,
    items,
    types: types.map(({ name }) => name),
    codes: types.map((one) => one.code),
  };
}

describe("changing the type of tickets", () => {
  it("changes type, price and sold counters, and can be undone", async () => {
    const event = await testBookings.event({
      ticketTypes: [
        { price: 1_000, quota: 4 },
        { price: 2_500, quota: 4 },
      ],
    });
    const { reference } = await testBookings.book(event, 2);
    const before = await stateOf(reference);
    expect(await move(event, reference)).toMatchObject({ ok: true, moved: 2, booking: { totalPrice: 5_000 } });
    expect(await stateOf(reference)).toEqual({
      ...before,
      total: 5_000,
      items: [{ name: "Type 2", quantity: 2, unitPrice: 2_500 }],
      types: ["Type 2", "Type 2"],
    });
    await expectCleanInventory(testBookings.db);

    // Undoing restores the old price, even if the type's price has changed.
    await testBookings.db
      .update(ticketTypes)
      .set({ price: 9_900 })
      .where(eq(ticketTypes.code, code(event, 0)));
    const undo = { eventId: event.id, reference, actorId: await testBookings.user() };
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toMatchObject({ ok: true, moved: 2 });
    expect(await stateOf(reference)).toEqual(before);
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toEqual({ ok: false, code: "NOTHING_TO_UNDO" });
    await expectCleanInventory(testBookings.db);
  });

  it("is undone by its record, and only the last change can be", async () => {
    const event = await testBookings.event({ ticketTypes: [{ price: 1_000 }, { price: 2_500 }, { price: 4_000 }] });
    const { reference } = await testBookings.book(event, 3);
    const { codes } = await stateOf(reference);
    await move(event, reference, { ticketCodes: codes.slice(0, 2) });
    await move(event, reference, { ticketCodes: codes.slice(0, 1), to: code(event, 2) });
    // The audit log is not used for the undo.
    await testBookings.db.delete(auditLog).where(eq(auditLog.action, "booking.moved"));
    const undo = { eventId: event.id, reference, actorId: await testBookings.user() };
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toMatchObject({ ok: true, moved: 1 });
    expect(await stateOf(reference)).toMatchObject({
      total: 6_000,
      items: [
        { name: "Type 1", quantity: 1, unitPrice: 1_000 },
        { name: "Type 2", quantity: 2, unitPrice: 2_500 },
      ],
    });
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toEqual({ ok: false, code: "NOTHING_TO_UNDO" });
    await expectCleanInventory(testBookings.db);
  });

  it("cannot be undone once the former type has been removed", async () => {
    const event = await testBookings.event({ ticketTypes: [{}, {}] });
    const { reference } = await testBookings.book(event, 1);
    await move(event, reference);
    await testBookings.db.delete(ticketTypes).where(eq(ticketTypes.code, code(event, 0)));
    const undo = { eventId: event.id, reference, actorId: await testBookings.user() };
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toEqual({ ok: false, code: "NOTHING_TO_UNDO" });
  });

  it("changes some tickets, at the price that the booking pays for others of that type", async () => {
    const event = await testBookings.event({ ticketTypes: [{ price: 1_000 }, { price: 2_500 }] });
    const { reference } = await testBookings.book(event, 3);
    const { codes } = await stateOf(reference);
    await move(event, reference, { ticketCodes: codes.slice(0, 1) });
    await testBookings.db
      .update(ticketTypes)
      .set({ price: 9_900 })
      .where(eq(ticketTypes.code, code(event, 1)));
    await move(event, reference, { ticketCodes: codes.slice(1, 2) });
    expect(await stateOf(reference)).toMatchObject({
      total: 6_000,
      items: [
        { name: "Type 1", quantity: 1, unitPrice: 1_000 },
        { name: "Type 2", quantity: 2, unitPrice: 2_500 },
      ],
    });
    expect(await move(event, reference, { ticketCodes: codes.slice(0, 2) })).toMatchObject({ ok: true, moved: 0 });
    await expectCleanInventory(testBookings.db);
  });

  it("is bound by the new type's quota, both ways", async () => {
    const event = await testBookings.event({ ticketTypes: [{ quota: 2 }, { quota: 1 }] });
    const { reference } = await testBookings.book(event, 2);
    expect(await move(event, reference)).toMatchObject({ ok: false, code: "NOT_ENOUGH_LEFT", left: 1 });
    const { codes } = await stateOf(reference);
    expect(await move(event, reference, { ticketCodes: codes.slice(0, 1) })).toMatchObject({ ok: true });
    // Another booking takes the freed quota, so the change cannot be undone.
    await testBookings.hold(event, 1);
    const undo = { eventId: event.id, reference, actorId: await testBookings.user() };
    expect(await undoTicketTypeChange(testBookings.manager, undo)).toMatchObject({ ok: false, code: "SOLD_OUT" });
    await expectCleanInventory(testBookings.db);
  });

  it("reserves freed quota for the waitlist, and starts a conversion run", async () => {
    const event = await testBookings.event({ capacity: 10, ticketTypes: [{ quota: 1 }, {}] });
    const { reference } = await testBookings.book(event, 1);
    const [first] = event.ticketTypes;
    const userId = await testBookings.user();
    await testBookings.db.insert(waitlistEntries).values({
      eventId: event.id,
      userId,
      ticketTypeId: first?.id,
      quantity: 1,
      joinedAt: testBookings.now(),
      status: "waiting",
    });
    const freed = async () => (await testBookings.announced()).filter((name) => name === "waitlist/seats.freed").length;
    const before = await freed();
    await move(event, reference);
    expect(await freed()).toBe(before + 1);
    expect(await testBookings.counters(event)).toMatchObject({ available: 8, waitlist: 1 });
    await expectCleanInventory(testBookings.db);
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, converted: 1 });
    expect(await testBookings.counters(event)).toMatchObject({ available: 8, waitlist: 0 });
    await expectCleanInventory(testBookings.db);
  });

  it("is refused for another event's booking, an unconfirmed one, or another booking's ticket", async () => {
    const event = await testBookings.event({ ticketTypes: [{}, {}] });
    const other = await testBookings.event({ ticketTypes: [{}, {}] });
    const { reference } = await testBookings.book(event, 1);
    const held = await testBookings.hold(event, 1);
    expect(await move(other, reference)).toEqual({ ok: false, code: "BOOKING_NOT_FOUND" });
    expect(await move(event, held.reference)).toEqual({ ok: false, code: "BOOKING_NOT_CONFIRMED" });
    expect(await move(event, reference, { to: code(other, 1) })).toEqual({ ok: false, code: "TICKET_TYPE_NOT_FOUND" });
    const { codes } = await stateOf((await testBookings.book(event, 1)).reference);
    expect(await move(event, reference, { ticketCodes: codes })).toEqual({ ok: false, code: "TICKETS_NOT_FOUND" });
    expect(await stateOf(reference)).toMatchObject({ types: ["Type 1"] });
  });
});

describe("eight at once for the last of a quota", () => {
  /** All eight have read the event before any of them continues. */
  function readWithoutLock(): LockEvent {
    const everybody = createBarrier(8);
    return async (tx, id) => {
      const [event] = await tx.select().from(events).where(eq(events.id, id));
      await everybody();
      return event;
    };
  }

  /** From eight instances, as each one has one transaction at a time. */
  async function rush(at: TestBookings, options: { lockEvent?: LockEvent } = {}) {
    const event = await at.event({ capacity: 20, ticketTypes: [{}, { quota: 1 }] });
    const booked = await Promise.all(Array.from({ length: 8 }, () => at.book(event, 1)));
    const actorId = await at.user();
    const results = await Promise.allSettled(
      booked.map(({ reference }) =>
        changeTicketType(at.instance(options), { eventId: event.id, reference, actorId, to: code(event, 1) }),
      ),
    );
    const moved = await at.db
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(eq(tickets.eventId, event.id), eq(tickets.ticketTypeId, event.ticketTypes[1]?.id ?? 0)));
    const refused = results.filter((result) => result.status === "fulfilled" && !result.value.ok).length;
    return { moved: moved.length, refused };
  }

  it("one is changed, and the others are refused", async () => {
    expect(await rush(testBookings)).toEqual({ moved: 1, refused: 7 });
    await expectCleanInventory(testBookings.db);
  });

  it("without the row lock and the CHECK constraint, several are changed", async () => {
    const loose = await openTestBookings();
    await loose.db.execute(sql`alter table ticket_types drop constraint ticket_types_sold_within_quota`);
    expect((await rush(loose, { lockEvent: readWithoutLock() })).moved).toBeGreaterThan(1);
    await loose.close();
  });
});
