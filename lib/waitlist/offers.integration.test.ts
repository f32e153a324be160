import { addHours } from "date-fns";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { outbox } from "@/db/schema";
import { waitlistOfferExpired } from "@/inngest/events";
import { expireHold } from "@/lib/booking/holds";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { expectLockWaiters } from "@/test/locks";
import { leaveWaitlist } from "./leave";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

describe("an offer", () => {
  async function offered(options: Parameters<TestBookings["event"]>[0] = {}) {
    const { event, booked } = await testBookings.soldOut(1, { ticketTypes: [{ price: 2_000 }], ...options });
    const first = await testBookings.wait(event);
    const second = await testBookings.wait(event);
    await testBookings.cancel(booked);
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, offered: 1 });
    const booking = await testBookings.bookingOf(first.entryId);
    if (!booking) throw new Error("no offer");
    return { event, first, second, booking };
  }

  test("is a real hold for twelve hours that leads to a booking", async () => {
    const { event, first, booking } = await offered();
    expect(booking).toMatchObject({ status: "pending", source: "waitlist", totalPrice: 2_000 });
    expect(booking.expiresAt).toEqual(addHours(testBookings.now(), 12));
    expect(await testBookings.reserve(event, await testBookings.user())).toMatchObject({ code: "SOLD_OUT" });
    const accepted = await testBookings.confirm({ userId: first.userId, reference: booking.reference }, event, 1);
    expect(accepted).toMatchObject({ ok: true });
    expect((await testBookings.entry(first.entryId))?.status).toBe("converted");
  });

  test("never outlives sales or the start", async () => {
    const salesEndAt = addHours(testBookings.now(), 3);
    const { booking } = await offered({ salesEndAt });
    expect(booking.expiresAt).toEqual(salesEndAt);
  });

  test("that expires ends the entry and goes to the next one", async () => {
    const { event, first, second, booking } = await offered();
    testBookings.advance(12 * 60);
    expect(await expireHold(testBookings.manager, { bookingId: booking.id })).toEqual({ ok: true, expired: true });
    expect((await testBookings.entry(first.entryId))?.status).toBe("expired");
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, offered: 1 });
    expect((await testBookings.entry(second.entryId))?.status).toBe("offered");
  });

  test("released in its checkout frees the seat for the next entry", async () => {
    const { event, first, second, booking } = await offered();
    await testBookings.cancel({ userId: first.userId, reference: booking.reference });
    expect((await testBookings.entry(first.entryId))?.status).toBe("left");
    await testBookings.convert(event);
    expect((await testBookings.entry(second.entryId))?.status).toBe("offered");
  });

  test("declined by leaving frees the seat for the next entry", async () => {
    const { event, first, second } = await offered();
    expect(await leaveWaitlist(testBookings.manager, { eventId: event.id, userId: first.userId })).toEqual({
      ok: true,
      left: true,
    });
    await testBookings.convert(event);
    expect((await testBookings.entry(second.entryId))?.status).toBe("offered");
  });

  describe("that is overdue, confirmed while seats are on public sale and an entry waits", () => {
    /** Two seats were freed: one is offered, and the next entry needs both. */
    async function overdueOffer() {
      const { event, booked } = await testBookings.soldOut(2, { ticketTypes: [{ price: 2_000 }] });
      const first = await testBookings.wait(event);
      const next = await testBookings.wait(event, 2);
      await testBookings.cancel(booked);
      await testBookings.convert(event);
      expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 0 });
      const booking = await testBookings.bookingOf(first.entryId);
      if (!booking) throw new Error("no offer");
      testBookings.advance(12 * 60);
      const confirm = () => testBookings.confirm({ userId: first.userId, reference: booking.reference }, event, 1);
      return { event, booking, entryId: first.entryId, next, confirm };
    }

    const saidExpired = async (entryId: number) =>
      testBookings.db.$count(
        outbox,
        and(eq(outbox.name, waitlistOfferExpired.name), sql`${outbox.data} ->> 'entryId' = ${`${entryId}`}`),
      );

    test("gets one of those, without an email that it expired", async () => {
      const { event, entryId, next, confirm } = await overdueOffer();
      expect(await confirm()).toMatchObject({ ok: true, booking: { status: "confirmed" } });
      expect(await testBookings.entry(entryId)).toMatchObject({ status: "converted" });
      expect(await testBookings.bookingOf(entryId)).toMatchObject({ status: "confirmed" });
      expect(await saidExpired(entryId)).toBe(0);
      expect(await testBookings.counters(event), "its own seat is the line's").toMatchObject({
        available: 0,
        waitlist: 1,
      });
      expect(await testBookings.entry(next.entryId)).toMatchObject({ status: "waiting" });
    });

    test("expires where another booking was faster, and is announced once", async () => {
      const { event, entryId, confirm } = await overdueOffer();
      await testBookings.hold(event);
      expect(await confirm()).toMatchObject({ code: "HOLD_EXPIRED" });
      expect(await confirm()).toMatchObject({ code: "HOLD_EXPIRED" });
      expect(await testBookings.entry(entryId)).toMatchObject({ status: "expired" });
      expect(await testBookings.bookingOf(entryId)).toMatchObject({ status: "expired" });
      expect(await saidExpired(entryId)).toBe(1);
    });

    test("gets one also after it expired: its entry is converted, so that the late email is not sent", async () => {
      const { booking, entryId, confirm } = await overdueOffer();
      await expireHold(testBookings.manager, { bookingId: booking.id });
      expect(await testBookings.entry(entryId)).toMatchObject({ status: "expired" });
      expect(await confirm()).toMatchObject({ ok: true });
      expect(await testBookings.entry(entryId)).toMatchObject({ status: "converted" });
    });

    test("gets one in the transaction that would expire it", async () => {
      const { event, booking, entryId, confirm } = await overdueOffer();
      const { reserving, together } = await testBookings.sql.begin(async (tx) => {
        await tx`select from events where id = ${event.id} for no key update`;
        const busy = testBookings.reserve(event, await testBookings.user(), 99);
        await expectLockWaiters(testBookings.db, 1);
        const gathered = [expireHold(testBookings.manager, { bookingId: booking.id }), confirm()];
        await expect.poll(() => testBookings.manager.queueLength(event.id)).toBe(2);
        return { reserving: [busy], together: gathered };
      });
      expect(await Promise.all(reserving)).toMatchObject([{ code: "TOO_MANY_TICKETS" }]);
      expect(await Promise.all(together)).toMatchObject([{ expired: true }, { ok: true }]);
      expect(await testBookings.entry(entryId)).toMatchObject({ status: "converted" });
    });
  });

  test("that expired does not prevent joining again", async () => {
    const { event, first, booking } = await offered();
    testBookings.advance(12 * 60);
    await expireHold(testBookings.manager, { bookingId: booking.id });
    const again = await testBookings.wait(event, 1, { userId: first.userId });
    expect(again).toMatchObject({ position: 2, alreadyWaiting: false });
  });
});

describe("leaving", () => {
  test("gives up the position, and joining again goes to the last one", async () => {
    const { event } = await testBookings.soldOut(1);
    const first = await testBookings.wait(event);
    await testBookings.wait(event);
    const leave = () => leaveWaitlist(testBookings.manager, { eventId: event.id, userId: first.userId });
    expect(await leave()).toEqual({ ok: true, left: true });
    expect(await leave()).toEqual({ ok: true, left: false });
    const again = await testBookings.wait(event, 1, { userId: first.userId });
    expect(again.position).toBe(2);
  });

  test("by the last entry leaves no seat reserved", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    const only = await testBookings.wait(event);
    await testBookings.cancel(booked);
    await leaveWaitlist(testBookings.manager, { eventId: event.id, userId: only.userId });
    expect(await testBookings.convert(event)).toMatchObject({ ok: true, releasedToPublic: 1 });
    expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 0 });
  });

  test("after a conversion and a cancellation leaves no seat reserved", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    const waiting = await testBookings.wait(event);
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    const booking = await testBookings.bookingOf(waiting.entryId);
    await testBookings.cancel({ userId: waiting.userId, reference: booking?.reference ?? "" });
    expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 0 });
  });
});
