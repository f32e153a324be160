import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, outbox } from "@/db/schema";
import { bookingReleased, operationStarted } from "@/inngest/events";
import { release } from "@/lib/booking/cancel";
import { cancelEvent as cancelEventNow } from "@/lib/operations/cancel-event";
import { cancelEventBookings } from "@/lib/operations/cancel-event-bookings";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { pollOptions } from "@/local/inngest/sdk-app";
import { openSdkFixture } from "@/local/inngest/sdk-fixture";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { holdExpiry } from "./hold-expiry";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const fixture = await openSdkFixture();
fixture.app.serve([holdExpiry]);
await fixture.app.start();
afterAll(() => fixture.close());

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await db.delete(outbox);
});

/** Relays the announcements. */
async function relay() {
  const rows = await db.delete(outbox).returning();
  await fixture.app.client.send(rows.map(({ id, name, data }) => ({ id, name, data })));
}

const runOf = async (bookingId: number) =>
  (await fixture.app.runs("hold-expiry")).find(({ event }) => event.data.bookingId === bookingId);
const isAsleep = async (bookingId: number) => (await runOf(bookingId))?.steps.some(({ state }) => state === "sleeping");

/** The booking whose expiry run is sleeping. */
async function slept(reference: string) {
  const [booking] = await db.select({ id: bookings.id }).from(bookings).where(eq(bookings.reference, reference));
  if (!booking) throw new Error(`no booking ${reference}`);
  await relay();
  await expect.poll(() => isAsleep(booking.id), pollOptions).toBe(true);
  return booking.id;
}

async function offer() {
  const { event, booked } = await testBookings.soldOut(1, { ticketTypes: [{ price: 500 }] });
  const { userId, entryId } = await testBookings.wait(event);
  await testBookings.cancel(booked);
  await testBookings.convert(event);
  return { event, userId, reference: (await testBookings.bookingOf(entryId))?.reference ?? "" };
}

async function cancelEvent(eventId: number) {
  const actorId = await testBookings.user();
  const cancelled = await cancelEventNow(testBookings.manager, { eventId, actorId, reason: "The hall is flooded." });
  if (!cancelled.ok || cancelled.operationId === null) throw new Error("not cancelled");
  const { operationId } = cancelled;
  expect(await cancelEventBookings(testBookings.manager, { eventId, operationId, actorId })).toMatchObject({
    ok: true,
  });
}

test.each([
  [
    "a hold that is released",
    async () => {
      const held = await testBookings.hold(await testBookings.event());
      return { ...held, end: () => release(testBookings.manager, held) };
    },
  ],
  [
    "an offer that is declined",
    async () => {
      const offered = await offer();
      return { ...offered, end: () => release(testBookings.manager, offered) };
    },
  ],
  [
    "an offer whose owner leaves the line",
    async () => {
      const { event, ...offered } = await offer();
      return {
        ...offered,
        end: () => leaveWaitlist(testBookings.manager, { eventId: event.id, userId: offered.userId }),
      };
    },
  ],
  [
    "a hold of an event that is cancelled",
    async () => {
      const event = await testBookings.event();
      return { ...(await testBookings.hold(event)), end: () => cancelEvent(event.id) };
    },
  ],
  [
    "a hold that is confirmed",
    async () => {
      const event = await testBookings.event();
      const held = await testBookings.hold(event);
      return { ...held, end: () => testBookings.confirm(held, event, 1) };
    },
  ],
])("%s leaves no run sleeping", async (_, begin) => {
  const { reference, end } = await begin();
  const other = await testBookings.hold(await testBookings.event());
  const [ended, stays] = [await slept(reference), await slept(other.reference)];
  await end();
  await relay();
  expect(await runOf(ended)).toMatchObject({ status: "cancelled" });
  expect(await runOf(stays)).toMatchObject({ status: "active" });
  await expectCleanInventory(db);
});

test("of a cancelled event, only holds are announced as released", async () => {
  const event = await testBookings.event();
  await testBookings.book(event);
  const { reference } = await testBookings.hold(event);
  await db.delete(outbox);
  await cancelEvent(event.id);
  const [held] = await db.select({ id: bookings.id }).from(bookings).where(eq(bookings.reference, reference));
  const announced = await db.select({ name: outbox.name, data: outbox.data }).from(outbox);
  expect(announced.filter(({ name }) => name !== operationStarted.name)).toEqual([
    { name: bookingReleased.name, data: { bookingId: held?.id } },
  ]);
});
