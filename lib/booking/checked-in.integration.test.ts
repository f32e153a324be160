import { addDays, addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookings, tickets } from "@/db/schema";
import { checkIn } from "@/lib/check-in/check-in";
import type { CheckInContext, ScanInput } from "@/lib/check-in/types";
import { undoScan } from "@/lib/check-in/undo";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockTickets } from "@/lib/inventory/load";
import { openTestBookings, type TestBookings } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { blockWrites, expectLockWaiters } from "@/test/locks";
import { cancel as cancelBooking } from "./cancel";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

/** A booking of an event that is checking in and can be cancelled until it starts. */
async function booked(quantity = 1, options: Parameters<TestBookings["event"]>[0] = {}) {
  const startsAt = addMinutes(new Date(), 30);
  const times = { startsAt, endsAt: addHours(startsAt, 3), cancellationCutoffHours: 0 };
  const event = await testBookings.event({ ...times, ...options });
  const { reference, userId } = await testBookings.book(event, quantity);
  const rows = await testBookings.db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  const door: CheckInContext = { event, viewer: await makeUser(testBookings.db) };
  const cancelOn = (manager: BookingConcurrencyManager) => cancelBooking(manager, { reference, actor: { userId } });
  return { event, reference, code: rows[0]?.code ?? "", door, cancelOn, cancel: () => cancelOn(testBookings.manager) };
}

const aScan = (text: string, at = new Date()): ScanInput => ({
  ...{ id: crypto.randomUUID(), ticket: { text }, device: "Door A", anyDay: false, at },
});

async function standing(reference: string) {
  const rows = await testBookings.db
    .select({ booking: bookings.status, ticket: tickets.status, checkedInAt: tickets.checkedInAt })
    .from(bookings)
    .innerJoin(tickets, eq(tickets.bookingId, bookings.id))
    .where(eq(bookings.reference, reference));
  return rows.map(({ checkedInAt, ...row }) => ({ ...row, isIn: checkedInAt !== null }));
}

describe("a booking with a checked-in ticket", () => {
  test("cannot be cancelled by its owner, but by the team", async () => {
    const { door, code, reference, cancel } = await booked(3);
    await checkIn(testBookings.db, door, aScan(code));
    expect(await cancel()).toEqual({ ok: false, code: "ALREADY_CHECKED_IN" });
    const actor = { userId: door.viewer.id, isOrganizer: true };
    expect(await cancelBooking(testBookings.manager, { reference, actor })).toMatchObject({ ok: true });
  });

  test("cannot be cancelled on a later day of the event either", async () => {
    const startsAt = addDays(new Date(), 1);
    const { door, code, cancel } = await booked(1, { startsAt, endsAt: addDays(startsAt, 3) });
    await checkIn(testBookings.db, door, { ...aScan(code, startsAt), anyDay: true });
    expect(await cancel()).toEqual({ ok: false, code: "ALREADY_CHECKED_IN" });
  });

  test("can be cancelled again after the check-in was undone", async () => {
    const { door, code, cancel } = await booked();
    const scan = aScan(code);
    await checkIn(testBookings.db, door, scan);
    await undoScan(testBookings.db, door, {
      id: crypto.randomUUID(),
      scanId: scan.id,
      device: "Door A",
      at: new Date(),
    });
    expect(await cancel()).toMatchObject({ ok: true });
  });
});

describe("a concurrent scan and cancellation", () => {
  /** The scan has locked the ticket and is not committed when the cancellation starts. */
  async function scanFirst(manager: BookingConcurrencyManager) {
    const { event, door, code, reference, cancelOn } = await booked();
    const gate = await blockWrites(testBookings.db, "insert", "scans", `new.event_id = ${event.id}`);
    const scanning = checkIn(testBookings.db, door, aScan(code));
    await expectLockWaiters(testBookings.db, 1);
    const cancelling = cancelOn(manager);
    await expectLockWaiters(testBookings.db, 2);
    await gate.open();
    return { answers: await Promise.all([scanning, cancelling]), standing: await standing(reference) };
  }

  test("a scan that is first checks in, and the cancellation is refused", async () => {
    expect(await scanFirst(testBookings.manager)).toMatchObject({
      answers: [{ answer: { outcome: "admitted" } }, { ok: false, code: "ALREADY_CHECKED_IN" }],
      standing: [{ booking: "confirmed", ticket: "valid", isIn: true }],
    });
  });

  test("without the ticket lock, both succeed", async () => {
    const lockTickets: LockTickets = async (tx, ids) => {
      const [ticket] = await tx
        .select()
        .from(tickets)
        .where(eq(tickets.bookingId, ids[0] ?? 0));
      return ticket?.checkedInAt ? ids : [];
    };
    expect(await scanFirst(testBookings.instance({ lockTickets }))).toMatchObject({
      answers: [{ answer: { outcome: "admitted" } }, { ok: true }],
      standing: [{ booking: "cancelled", ticket: "void", isIn: true }],
    });
  });

  test("a cancellation that is first makes the scan fail", async () => {
    const { event, door, code, reference, cancel } = await booked();
    const cancelled = `new.action = 'booking.cancelled' and new.event_id = ${event.id}`;
    const gate = await blockWrites(testBookings.db, "insert", "audit_log", cancelled);
    const cancelling = cancel();
    await expectLockWaiters(testBookings.db, 1);
    const scanning = checkIn(testBookings.db, door, aScan(code));
    await expectLockWaiters(testBookings.db, 2);
    await gate.open();
    expect(await Promise.all([cancelling, scanning])).toMatchObject([{ ok: true }, { answer: { outcome: "void" } }]);
    expect(await standing(reference)).toMatchObject([{ booking: "cancelled", ticket: "void", isIn: false }]);
  });
});
