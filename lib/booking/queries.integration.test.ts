import { addDays, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { bookings, emailDeliveries, tickets } from "@/db/schema";
import { checkIn } from "@/lib/check-in/check-in";
import { undoScan } from "@/lib/check-in/undo";
import { viewerStatusFor } from "@/lib/checkout/viewer-status";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { makeEvent, makeUser } from "@/test/factories";
import { cancel } from "./cancel";
import { confirm } from "./confirm";
import { listMyHolds, listPastBookings, listUpcomingBookings, parseCursor } from "./my-bookings";
import { findBookingCalendar, findBookingStatus, findBookingView, findCheckoutView } from "./queries";
import { reserve } from "./reserve";
import { findTeamTimeline } from "./team-timeline-queries";

type User = Awaited<ReturnType<typeof makeUser>>;
type Event = Awaited<ReturnType<typeof makeEvent>>;

let now = new Date();
const manager = new BookingConcurrencyManager({ db, redis: null, now: () => now });
beforeEach(() => {
  now = new Date();
});

async function hold(event: Event, user: User, quantity = 1) {
  const items = [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", quantity }];
  const held = await reserve(manager, {
    eventId: event.id,
    userId: user.id,
    items,
    idempotencyKey: crypto.randomUUID(),
  });
  if (!held.ok) throw new Error(held.code);
  return held.booking.reference;
}

async function book(event: Event, user: User, quantity = 1) {
  const reference = await hold(event, user, quantity);
  now = addMinutes(now, 1);
  const holder = { ticketTypeCode: event.ticketTypes[0]?.code ?? "", name: user.name };
  const holders = Array.from({ length: quantity }, () => holder);
  const confirmed = await confirm(manager, { reference, userId: user.id, holders });
  if (!confirmed.ok) throw new Error(confirmed.code);
  return reference;
}

describe("another user's booking", () => {
  it("does not exist: not in the checkout, not as a booking, not as a status, not as a calendar file", async () => {
    const [owner, other] = [await makeUser(db), await makeUser(db)];
    const reference = await book(await makeEvent(db), owner);
    for (const read of [findCheckoutView, findBookingView, findBookingStatus, findBookingCalendar]) {
      expect(await read(reference, owner.id)).not.toBeNull();
      expect(await read(reference, other.id)).toBeNull();
      expect(await read("NOSUCHREFX", owner.id)).toBeNull();
    }
  });
});

describe("a booking's page", () => {
  it("shows tickets, price and history in order, without internal ids", async () => {
    const user = await makeUser(db, { name: "Ada Lovelace" });
    const event = await makeEvent(db, { ticketTypes: [{ name: "Floor", price: 1200 }] });
    const reference = await book(event, user, 2);
    const view = await findBookingView(reference, user.id);
    const bookingId = await idOf(reference);
    await db.insert(emailDeliveries).values({
      key: `booking-confirmed:${bookingId}`,
      to: user.email,
      subject: "Your tickets",
      status: "sent",
      messageId: "<1@quorix.test>",
      bookingId,
      sentAt: addMinutes(now, 1),
    });
    await db
      .update(tickets)
      .set({ checkedInAt: addMinutes(now, 60) })
      .where(eq(tickets.code, view?.tickets[0]?.code ?? ""));

    const later = await findBookingView(reference, user.id);
    expect(later).toMatchObject({ status: "confirmed", totalPrice: 2400, numberOfTickets: 2 });
    expect(later?.items).toEqual([expect.objectContaining({ name: "Floor", quantity: 2, unitPrice: 1200 })]);
    expect(later?.timeline.map((entry) => entry.text)).toEqual([
      "Tickets held for you",
      "Booking confirmed",
      "Email sent to you: “Your tickets”",
      "Ada Lovelace checked in",
    ]);
    expect(JSON.stringify(later)).not.toMatch(/"(id|bookingId|eventId|userId)":/);
  });
});

async function idOf(reference: string) {
  const booking = await db.query.bookings.findFirst({
    columns: { id: true },
    where: (row, { eq: is }) => is(row.reference, reference),
  });
  if (!booking) throw new Error("no such booking");
  return booking.id;
}

describe("the viewer's status for an event", () => {
  it("is a hold, then a booking; an expired hold is left out, also before the sweep", async () => {
    const user = await makeUser(db);
    const event = await makeEvent(db, { holdMinutes: 10 });
    expect(await viewerStatusFor("no-such-event", user.id)).toBeNull();
    expect(await viewerStatusFor((await makeEvent(db, { status: "draft" })).slug, user.id)).toBeNull();
    expect(await viewerStatusFor(event.slug, user.id)).toMatchObject({ booking: null, waitlist: null });

    const reference = await hold(event, user, 2);
    const mine = await viewerStatusFor(event.slug, user.id, now);
    expect(mine?.booking).toMatchObject({ reference, status: "pending", numberOfTickets: 2 });
    expect((await viewerStatusFor(event.slug, user.id, addMinutes(now, 11)))?.booking).toBeNull();
    expect((await viewerStatusFor(event.slug, (await makeUser(db)).id, now))?.booking).toBeNull();
  });

  it("is a waitlist position, in the order of joining", async () => {
    const event = await makeEvent(db, { capacity: 1 });
    await book(event, await makeUser(db));
    const waiting = [await makeUser(db), await makeUser(db), await makeUser(db)];
    for (const user of waiting) {
      now = addMinutes(now, 1);
      await joinWaitlist(manager, {
        eventId: event.id,
        userId: user.id,
        quantity: 1,
        acceptFewer: false,
        ticketTypeCode: null,
      });
    }
    const positions = async () =>
      Promise.all(waiting.map(async (user) => (await viewerStatusFor(event.slug, user.id))?.waitlist?.position));
    expect(await positions()).toEqual([1, 2, 3]);
    await leaveWaitlist(manager, { eventId: event.id, userId: waiting[0]?.id ?? 0 });
    expect(await positions()).toEqual([undefined, 1, 2]);
  });
});

describe("my bookings", () => {
  it("page through upcoming bookings without gaps or duplicates, also where events start together", async () => {
    const user = await makeUser(db);
    const startsAt = addDays(now, 20);
    const references: string[] = [];
    for (let index = 0; index < 23; index++) {
      const event = await makeEvent(db, { startsAt: index % 2 ? startsAt : addDays(startsAt, index) });
      references.push(await book(event, user));
    }
    const first = await listUpcomingBookings(user.id, null, now);
    const second = await listUpcomingBookings(user.id, parseCursor(first.next ?? undefined), now);
    expect(first.bookings).toHaveLength(20);
    expect(second.next).toBeNull();
    const all = [...first.bookings, ...second.bookings];
    expect(new Set(all.map((booking) => booking.reference))).toEqual(new Set(references));
    const starts = all.map((booking) => booking.event.startsAt.getTime());
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect((await listUpcomingBookings((await makeUser(db)).id, null, now)).bookings).toEqual([]);
  });

  it("separate holds, past and cancelled bookings, and leave out holds that were never confirmed", async () => {
    const user = await makeUser(db);
    const held = await hold(await makeEvent(db), user);
    const cancelled = await book(await makeEvent(db), user);
    await cancel(manager, { reference: cancelled, actor: { userId: user.id } });
    const released = await hold(await makeEvent(db), user);
    await cancel(manager, { reference: released, actor: { userId: user.id } });
    const coming = await book(await makeEvent(db, { startsAt: addDays(now, 3) }), user);

    expect((await listMyHolds(user.id, now)).map((row) => row.reference)).toEqual([held]);
    expect((await listUpcomingBookings(user.id, null, now)).bookings.map((row) => row.reference)).toEqual([coming]);
    expect((await listPastBookings(user.id, null, now)).bookings.map((row) => row.reference)).toEqual([cancelled]);
    const afterwards = await listPastBookings(user.id, null, addDays(now, 5));
    expect(new Set(afterwards.bookings.map((row) => row.reference))).toEqual(new Set([cancelled, coming]));
  });

  it.each([undefined, "", "x", "12", "12-", "-ABCD", "12-AB CD", "12-ABCD-1", "1e9-ABCD"])(
    "begin at the beginning for the cursor %j",
    (text) => {
      expect(parseCursor(text)).toBeNull();
    },
  );
});

describe("the history of a booking for the team", () => {
  it("shows a check-in once, with the device, and that it was undone", async () => {
    const [user, door] = [await makeUser(db, { name: "Ada Lovelace" }), await makeUser(db, { name: "Sami" })];
    const event = await makeEvent(db);
    const reference = await book(event, user);
    const [ticket] = await db
      .select({ code: tickets.code, bookingId: tickets.bookingId })
      .from(tickets)
      .innerJoin(bookings, eq(bookings.id, tickets.bookingId))
      .where(eq(bookings.reference, reference));
    const at = { event, viewer: { id: door.id, name: door.name } };
    const [scanId, undoId] = [crypto.randomUUID(), crypto.randomUUID()];
    const scan = { id: scanId, ticket: { text: ticket?.code ?? "" }, device: "Door A", anyDay: true, at: new Date() };
    expect(await checkIn(db, at, scan)).toMatchObject({ ok: true });
    const undo = { id: undoId, scanId, device: "Door A", at: new Date() };
    expect(await undoScan(db, at, undo)).toEqual({ ok: true });
    const timeline = (await findTeamTimeline(ticket?.bookingId ?? 0)).map(({ text }) => text);
    expect(timeline.filter((text) => /check/.test(text))).toEqual([
      "Ada Lovelace was checked in (Door A, by Sami)",
      "Ada Lovelace’s check-in was undone (Door A, by Sami)",
    ]);
  });
});
