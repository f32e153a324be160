import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog, bookings, operations, outbox, ticketTypes } from "@/db/schema";
import { updateWaitlistEntry } from "@/lib/waitlist/update-entry";
import { expectCleanInventory } from "@/test/booking";
import { openEditingFixture } from "@/test/event-editing";
import { emptyTicketType } from "./form";

const { testBookings, member, rowOf, published, current, typeAt, change } = await openEditingFixture();

describe("changing a published event", () => {
  test("values, version and time of the save", async () => {
    const event = await published();
    const result = await change(event, { name: "Renamed", summary: "Short." });
    expect(result).toMatchObject({ ok: true, version: event.version + 1, operationId: null });
    const after = await rowOf(event.id);
    expect(after).toMatchObject({ name: "Renamed", summary: "Short.", slug: event.slug, savedBy: member().userId });
    expect(after.updatedAt.getTime()).toBeGreaterThanOrEqual(event.updatedAt.getTime());
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.eventId, event.id), eq(auditLog.action, "event.changed")));
    expect(entry?.detail).toEqual({ fields: ["name", "summary"] });
  });

  test("a stale version is refused with the other values, and nothing is written", async () => {
    const event = await published();
    await change(event, { venue: "The other hall" });
    const result = await change(event, { name: "Lost?" });
    expect(result).toMatchObject({ code: "CONFLICT", theirs: { form: { venue: "The other hall" } } });
    expect(await rowOf(event.id)).not.toMatchObject({ name: "Lost?" });
  });

  test("an incomplete form is refused at its fields", async () => {
    const event = await published();
    expect(await change(event, { name: "", capacity: "x" })).toMatchObject({
      code: "INVALID",
      errors: { name: expect.any(String), capacity: expect.any(String) },
    });
  });

  test("capacity and quota never fall below what is sold and held, and both are reported", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("SOLD0001"), name: "Seat", price: "0" }] });
    await testBookings.book(event, 3);
    await testBookings.hold(event, 2);
    const type = typeAt(event, 0);
    const result = await change(event, { capacity: "4", ticketTypes: [{ ...type, quota: "4" }] });
    expect(result).toMatchObject({
      code: "INVALID",
      errors: { capacity: expect.stringContaining("5"), "ticketTypes.0.quota": expect.stringContaining("5") },
    });
    expect(await change(event, { capacity: "5" })).toMatchObject({ ok: true });
    expect(await testBookings.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 5 });
    await expectCleanInventory(db);
  });

  test("expired holds don't prevent a smaller quota", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("LAPS0001"), name: "Seat", price: "0" }] });
    await testBookings.hold(event, 3);
    testBookings.advance(60);
    const type = typeAt(event, 0);
    const result = await change(event, { capacity: "2", ticketTypes: [{ ...type, quota: "1" }] });
    testBookings.advance(-60);
    expect(result).toMatchObject({ ok: true });
    await expectCleanInventory(db);
  });

  test("a raised quota is reserved for the waitlist before the public sees it", async () => {
    const event = await published({
      capacity: "10",
      ticketTypes: [{ ...emptyTicketType("QUOT0001"), name: "Seat", price: "0", quota: "1" }],
    });
    await testBookings.book(event, 1);
    const waiting = await testBookings.wait(event, 2);
    const type = typeAt(event, 0);
    const before = await db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"));
    expect(await change(event, { ticketTypes: [{ ...type, quota: "3" }] })).toMatchObject({ ok: true });
    expect(await testBookings.counters(event)).toEqual({ available: 7, waitlist: 2, capacity: 10 });
    const after = await db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"));
    expect(after).toHaveLength(before.length + 1);
    await testBookings.convert(event);
    expect(await testBookings.entry(waiting.entryId)).toMatchObject({ status: "converted" });
    expect(await testBookings.counters(event)).toEqual({ available: 7, waitlist: 0, capacity: 10 });
    await expectCleanInventory(db);
  });

  test("a type that is closed asks those who wait for it; opened again, its seats are theirs before the public's", async () => {
    const event = await published({
      capacity: "2",
      ticketTypes: [
        { ...emptyTicketType("EARL0001"), name: "Early Bird", price: "0" },
        { ...emptyTicketType("REGU0001"), name: "Regular", price: "25" },
      ],
    });
    const booked = await testBookings.book(event, 2);
    const anna = await testBookings.wait(event);
    await updateWaitlistEntry(testBookings.manager, {
      eventId: event.id,
      userId: anna.userId,
      ticketTypeCode: "EARL0001",
    });
    const runs = async () => (await db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"))).length;
    const before = await runs();
    const [early, regular] = [typeAt(event, 0), typeAt(event, 1)];

    const removed = await change(event, { ticketTypes: [regular] });
    expect(removed).toMatchObject({ errors: { ticketTypes: expect.stringContaining("Early Bird has bookings") } });
    const closed = { ...early, salesEndAt: "2026-01-01T10:00" };
    expect(await change(event, { ticketTypes: [closed, regular] })).toMatchObject({ ok: true });
    expect(await runs()).toBe(before + 1);
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 1 });

    await testBookings.cancel(booked);
    expect(await testBookings.counters(event)).toMatchObject({ available: 2, waitlist: 0 });
    const again = await current(event.id);
    expect(await change(again, { ticketTypes: [early, regular] })).toMatchObject({ ok: true });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 2 });
    await testBookings.convert(event);
    expect(await testBookings.entry(anna.entryId)).toMatchObject({ status: "converted" });
    await expectCleanInventory(db);
  });

  test("ticket types are added, reordered and removed; one with bookings stays", async () => {
    const types = ["TYPE000A", "TYPE000B"].map((code) => ({
      ...emptyTicketType(`${code}`),
      name: code,
      price: "0",
    }));
    const event = await published({ ticketTypes: types });
    await testBookings.book(event, 1);
    const [a, b] = [typeAt(event, 0), typeAt(event, 1)];
    const added = { ...emptyTicketType("TYPE000C"), name: "C", price: "3" };
    expect(await change(event, { ticketTypes: [b, added] })).toMatchObject({
      code: "INVALID",
      errors: { ticketTypes: expect.stringContaining("stop its sales but not delete it") },
    });
    expect(await change(event, { ticketTypes: [added, a] })).toMatchObject({ ok: true });
    const after = await db
      .select({ code: ticketTypes.code })
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, event.id))
      .orderBy(ticketTypes.position);
    expect(after.map(({ code }) => code)).toEqual(["TYPE000C", "TYPE000A"]);
    await expectCleanInventory(db);
  });

  test("the currency stays once there are bookings", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("CURR0001"), name: "Seat", price: "0" }] });
    await testBookings.book(event, 1);
    expect(await change(event, { currency: "USD" })).toMatchObject({
      code: "INVALID",
      errors: { currency: expect.any(String) },
    });
  });

  test("moving it asks first where people have booked, then notifies them in the background", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("MOVE0001"), name: "Seat", price: "0" }] });
    await testBookings.book(event, 2);
    const moved = { venue: "The boat shed" };
    expect(await change(event, moved)).toEqual({ ok: false, code: "MOVES_BOOKINGS" });
    expect(await rowOf(event.id)).toMatchObject({ venue: "The Ropeworks" });
    const result = await change(event, moved, { isMoveConfirmed: true });
    expect(result).toMatchObject({ ok: true, operationId: expect.any(String) });
    const [operation] = await db.select().from(operations).where(eq(operations.eventId, event.id));
    expect(operation).toMatchObject({
      kind: "event_change",
      startedBy: member().userId,
      detail: { from: { venue: "The Ropeworks" }, to: { venue: "The boat shed" } },
    });
  });

  test("moving it without bookings, and words with bookings, ask nothing", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("WORD0001"), name: "Seat", price: "0" }] });
    expect(await change(event, { venue: "The boat shed" })).toMatchObject({ ok: true, operationId: null });
    const again = await current(event.id);
    await testBookings.book(again, 1);
    expect(await change(again, { description: "More." })).toMatchObject({ ok: true, operationId: null });
  });

  test("of a past event only its words and its picture change", async () => {
    const event = await testBookings.event({
      organizerId: member().organizerId,
      startsAt: new Date(Date.now() - 10 * 3_600_000),
    });
    const was = await current(event.id);
    expect(await change(was, { name: "No", capacity: "1", description: "It was lovely." })).toMatchObject({ ok: true });
    expect(await rowOf(event.id)).toMatchObject({ name: event.name, capacity: 10, description: "It was lovely." });
  });

  test("of a cancelled event nothing changes", async () => {
    const event = await testBookings.event({ organizerId: member().organizerId, status: "cancelled" });
    expect(await change(await current(event.id), { name: "No" })).toEqual({ ok: false, code: "EVENT_CANCELLED" });
  });
});

describe("how a published event is paid for", () => {
  test("can change, and bookings stay as they are", async () => {
    const event = await published();
    const booked = await testBookings.book(event, 1);
    expect(
      await change(event, { paymentMethod: "online", paymentMinutes: "20" }, { takesPayments: true }),
    ).toMatchObject({
      ok: true,
    });
    expect(await rowOf(event.id)).toMatchObject({ paymentMethod: "online", paymentMinutes: 20 });
    const [row] = await db.select().from(bookings).where(eq(bookings.reference, booked.reference));
    expect(row).toMatchObject({ status: "confirmed", isPaying: false });
  });

  test("cannot become online without a provider; an online event can still be saved without one", async () => {
    const event = await published();
    const asked = { paymentMethod: "online" } as const;
    expect(await change(event, asked, { takesPayments: false })).toMatchObject({
      code: "INVALID",
      errors: { paymentMethod: expect.any(String) },
    });
    await change(event, asked, { takesPayments: true });
    const online = await current(event.id);
    expect(await change(online, { summary: "Short." }, { takesPayments: false })).toMatchObject({ ok: true });
  });
});
