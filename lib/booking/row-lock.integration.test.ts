import "@/test/email-for-file";
import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { tickets } from "@/db/schema";
import { correctHolder } from "@/lib/attendees/correct-holder";
import { resendBookingEmail } from "@/lib/attendees/resend";
import { recordAudit } from "@/lib/audit/record";
import { checkIn } from "@/lib/check-in/check-in";
import type { CheckInContext, ScanInput } from "@/lib/check-in/types";
import { deliver } from "@/lib/email/deliver";
import { lockEventRow } from "@/lib/inventory/load";
import { updateRoomSettings } from "@/lib/waiting-room/update-settings";
import { createBarrier } from "@/test/barrier";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { blockWrites, countLockWaiters, expectLockWaiters } from "@/test/locks";
import { cancel } from "./cancel";
import { expireHold } from "./holds";
import { reserve } from "./reserve";

vi.spyOn(console, "info").mockImplementation(() => {});

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { manager } = testBookings;

const today = () => ({ startsAt: addMinutes(new Date(), 1), endsAt: addMinutes(new Date(), 60) });

/** A team member, an event of today with one booking, and its ticket. */
async function booked() {
  const event = await testBookings.event(today());
  const booking = await testBookings.book(event);
  const [ticket] = await db.select().from(tickets).where(eq(tickets.eventId, event.id));
  if (!ticket) throw new Error("no ticket");
  const member = await makeUser(db);
  const door: CheckInContext = { event, viewer: member };
  const by = { eventId: event.id, organizerId: event.organizerId, actorId: member.id };
  return { event, reference: booking.reference, booking, ticket, door, by };
}

const aScan = (text: string): ScanInput => ({
  ...{ id: crypto.randomUUID(), ticket: { text }, device: "Door A", anyDay: false, at: new Date() },
});

const cancelledBy = ({ by, reference }: Pick<Awaited<ReturnType<typeof booked>>, "by" | "reference">) =>
  cancel(manager, { reference, actor: { userId: by.actorId, isOrganizer: true } });

describe("a transaction that has locked a row which a decision needs, and inserts a reference to the event, does not deadlock", () => {
  test("a scan against a cancellation", async () => {
    const { ticket, door, by, reference } = await booked();
    const gate = await blockWrites(db, "insert", "scans", `new.event_id = ${door.event.id}`);
    const scanning = checkIn(db, door, aScan(ticket.code));
    await expectLockWaiters(db, 1);
    const cancelling = cancelledBy({ by, reference });
    await expectLockWaiters(db, 2);
    await gate.open();
    expect(await Promise.allSettled([scanning, cancelling])).toMatchObject([
      { value: { ok: true, answer: { outcome: "admitted" } } },
      { value: { ok: true } },
    ]);
  });

  test("a corrected name against a cancellation", async () => {
    const { ticket, by, reference } = await booked();
    const gate = await blockWrites(db, "insert", "audit_log", `new.action = 'ticket.holder-corrected'`);
    const correcting = correctHolder({ ...by, ticketCode: ticket.code, holder: { name: "Ada", email: null } });
    await expectLockWaiters(db, 1);
    const cancelling = cancelledBy({ by, reference });
    await expectLockWaiters(db, 2);
    await gate.open();
    expect(await Promise.allSettled([correcting, cancelling])).toMatchObject([
      { value: { name: "Holder 1" } },
      { value: { ok: true } },
    ]);
  });

  /** An offer to a user from the waitlist. */
  async function offered() {
    const { event, booked: first } = await testBookings.soldOut(1, {
      ticketTypes: [{ price: 1_500 }],
    });
    const { userId, entryId } = await testBookings.wait(event);
    await testBookings.cancel(first);
    await testBookings.convert(event);
    const { reference = "", id = 0 } = (await testBookings.bookingOf(entryId)) ?? {};
    const { id: actorId } = await makeUser(db);
    return { event, userId, reference, id, by: { eventId: event.id, organizerId: event.organizerId, actorId } };
  }

  test.each([
    ["its confirmation", (of: Offer) => testBookings.confirm(of, of.event, 1)],
    ["its cancellation", (of: Offer) => cancelledBy(of)],
    [
      "its expiry",
      (of: Offer) =>
        expireHold(testBookings.instance({ now: () => addMinutes(new Date(), 10_000) }), { bookingId: of.id }),
    ],
  ])("an offer mailed again against %s", async (_, decide) => {
    const offer = await offered();
    const gate = await blockWrites(db, "insert", "audit_log", `new.action = 'booking.mail-resent'`);
    const resending = resendBookingEmail({ ...offer.by, reference: offer.reference });
    await expectLockWaiters(db, 1);
    const deciding = decide(offer);
    await expectLockWaiters(db, 2);
    await gate.open();
    expect(await Promise.allSettled([resending, deciding])).toMatchObject([
      { value: expect.any(String) },
      { value: { ok: true } },
    ]);
  });
  type Offer = Awaited<ReturnType<typeof offered>>;
});

describe("inserts that only refer to the event do not wait for a batch", () => {
  /** The outcome of `work` while the event's row is locked by a reservation. */
  async function whileHeld(event: TestEvent, work: () => Promise<unknown>) {
    const held = createBarrier(2);
    const released = createBarrier(2);
    const holder = testBookings.instance({
      lockEvent: async (tx, eventId) => {
        const row = await lockEventRow(tx, eventId);
        await held();
        await released();
        return row;
      },
    });
    const user = await makeUser(db);
    const [{ code } = { code: "" }] = event.ticketTypes;
    const items = [{ ticketTypeCode: code, quantity: 1 }];
    const reserving = reserve(holder, {
      eventId: event.id,
      userId: user.id,
      items,
      idempotencyKey: crypto.randomUUID(),
    });
    await held();
    const doing = work();
    const outcome = await Promise.race([
      doing.then(() => "done"),
      vi
        .waitFor(async () => expect(await countLockWaiters(db)).toBeGreaterThan(0), 10_000)
        .then(() => "waits for the row"),
    ]).finally(released);
    await doing;
    expect(await reserving).toMatchObject({ ok: true });
    return outcome;
  }

  test.each<[string, (of: Awaited<ReturnType<typeof booked>>) => Promise<unknown>]>([
    ["a scan", ({ door, ticket }) => checkIn(db, door, aScan(ticket.code))],
    ["an email's claim", ({ event, booking }) => deliver(anEmail(event.id, booking.booking.reference))],
    ["an audit entry", ({ by }) => recordAudit(db, { ...by, action: "booking.mail-resent" })],
    ["a waiting room's settings", ({ event, by }) => updateRoomSettings(event, by.actorId, { isPaused: true })],
  ])("%s", async (_, work) => {
    const found = await booked();
    expect(await whileHeld(found.event, () => work(found))).toBe("done");
  });

  test("another decision about the event waits", async () => {
    const found = await booked();
    expect(await whileHeld(found.event, () => cancelledBy(found))).toBe("waits for the row");
  });
});

function anEmail(eventId: number, key: string) {
  return {
    ...{ key: `booking-confirmed:${key}`, to: { name: "Ana", address: `${key}@quorix.test`.toLowerCase() } },
    ...{ subject: "Your tickets", html: "<p>Hello</p>", text: "Hello", attachments: [], bookingId: null, eventId },
  };
}
