import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookings, events, tickets, users } from "@/db/schema";
import type { LockEvent } from "@/lib/inventory/load";
import { createBarrier } from "@/test/barrier";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { makePeople } from "@/test/factories";
import { type AddGuestInput, addGuest } from "./add-guest";
import { changeCapacity } from "./seat-counters";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

const someone = () => `${crypto.randomUUID()}@quorix.test`;

async function guest(event: TestEvent, values: Partial<AddGuestInput> = {}) {
  return {
    eventId: event.id,
    actorId: await testBookings.user(),
    name: "Grace Hopper",
    email: someone(),
    ticketTypeCode: testBookings.firstType(event),
    quantity: 1,
    isFree: false,
    sendsMail: true,
    idempotencyKey: crypto.randomUUID(),
    ...values,
  };
}

const bookingOf = async (reference: string) =>
  (await testBookings.db.select().from(bookings).where(eq(bookings.reference, reference)))[0];

describe("a guest", () => {
  it("is booked and confirmed at once, at the price of the type or free of charge, with tickets in their name", async () => {
    const event = await testBookings.event({ ticketTypes: [{ price: 1_800 }], maxTicketsPerBooking: 2 });
    const paid = await addGuest(testBookings.manager, await guest(event, { quantity: 3 }));
    const free = await addGuest(testBookings.manager, await guest(event, { quantity: 1, isFree: true }));
    if (!paid.ok || !free.ok) throw new Error("not added");
    expect(paid.booking).toMatchObject({ status: "confirmed", numberOfTickets: 3, totalPrice: 5_400 });
    expect(free.booking).toMatchObject({ totalPrice: 0 });
    const row = await bookingOf(paid.booking.reference);
    expect(row).toMatchObject({ source: "organizer", confirmedAt: expect.any(Date), expiresAt: null });
    const issued = await testBookings.db
      .select()
      .from(tickets)
      .where(eq(tickets.bookingId, row?.id ?? 0));
    expect(issued.map(({ holderName }) => holderName)).toEqual(Array(3).fill("Grace Hopper"));
    expect(await testBookings.counters(event)).toMatchObject({ available: 6 });
    await expectCleanInventory(testBookings.db);
  });

  it("without an account gets an unverified one; an existing account is used as it is", async () => {
    const event = await testBookings.event();
    const input = await guest(event);
    await addGuest(testBookings.manager, input);
    const [made] = await testBookings.db.select().from(users).where(eq(users.email, input.email));
    expect(made).toMatchObject({ name: "Grace Hopper", emailVerifiedAt: null, hashedPassword: null });

    const email = someone();
    const [known = 0] = await makePeople(testBookings.db, [{ name: "Ada", email }]);
    const added = await addGuest(testBookings.manager, await guest(event, { email, name: "Countess" }));
    if (!added.ok) throw new Error(added.code);
    expect(await bookingOf(added.booking.reference)).toMatchObject({ userId: known });
    expect(await testBookings.db.select({ name: users.name }).from(users).where(eq(users.id, known))).toEqual([
      { name: "Ada" },
    ]);
  });

  it("gets an email only where the organizer wants it", async () => {
    const event = await testBookings.event();
    const confirmations = async () =>
      (await testBookings.announced()).filter((name) => name === "booking/confirmed").length;
    const before = await confirmations();
    await addGuest(testBookings.manager, await guest(event, { sendsMail: false }));
    expect(await confirmations()).toBe(before);
    await addGuest(testBookings.manager, await guest(event));
    expect(await confirmations()).toBe(before + 1);
  });

  it("is booked once however often the request arrives, and once per person and event", async () => {
    const event = await testBookings.event();
    const input = await guest(event);
    const [first, second] = await Promise.all([
      addGuest(testBookings.manager, input),
      addGuest(testBookings.manager, input),
    ]);
    if (!first.ok || !second.ok) throw new Error("not added");
    expect(second.booking.reference).toBe(first.booking.reference);
    expect([first.replayed, second.replayed].toSorted()).toEqual([false, true]);
    expect(await addGuest(testBookings.manager, { ...input, idempotencyKey: crypto.randomUUID() })).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference: first.booking.reference,
      status: "confirmed",
    });
    const other = await testBookings.event();
    const elsewhere = { ...input, eventId: other.id, ticketTypeCode: testBookings.firstType(other) };
    expect(await addGuest(testBookings.manager, elsewhere)).toEqual({ ok: false, code: "IDEMPOTENCY_KEY_REUSED" });
  });

  it("leaves the waitlist", async () => {
    const { event, booked } = await testBookings.soldOut(1);
    const waiting = await testBookings.wait(event);
    const [user] = await testBookings.db.select().from(users).where(eq(users.id, waiting.userId));
    await changeCapacity(testBookings.manager, { eventId: event.id, capacity: 3, actorId: booked.userId });
    await testBookings.db
      .update(events)
      .set({ availableTickets: 2, waitlistTickets: 0 })
      .where(eq(events.id, event.id));
    expect(await addGuest(testBookings.manager, await guest(event, { email: user?.email }))).toMatchObject({
      ok: true,
    });
    expect(await testBookings.entry(waiting.entryId)).toMatchObject({ status: "converted" });
  });
});

describe("no guest is added", () => {
  it("where the seats are reserved for the waitlist, and the refusal says so", async () => {
    const { event, booked } = await testBookings.soldOut(2);
    await testBookings.wait(event, 1);
    await testBookings.cancel(booked);
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 2 });
    expect(await addGuest(testBookings.manager, await guest(event))).toEqual({
      ok: false,
      code: "RESERVED_FOR_WAITLIST",
      left: 0,
      reserved: 2,
    });
    expect(await addGuest(testBookings.manager, await guest(event, { quantity: 3 }))).toMatchObject({
      code: "SOLD_OUT",
    });
  });

  it("beyond the quota, to a draft, a cancelled or a past event, or for a closed account", async () => {
    const small = await testBookings.event({ ticketTypes: [{ quota: 2 }] });
    expect(await addGuest(testBookings.manager, await guest(small, { quantity: 3 }))).toMatchObject({
      code: "NOT_ENOUGH_LEFT",
      left: 2,
    });
    const refused = async (event: TestEvent, values = {}) => {
      const result = await addGuest(testBookings.manager, await guest(event, values));
      return result.ok ? "added" : result.code;
    };
    const past = new Date(Date.now() - 86_400_000);
    expect(await refused(await testBookings.event({ status: "draft" }))).toBe("EVENT_IS_DRAFT");
    expect(await refused(await testBookings.event({ status: "cancelled" }))).toBe("EVENT_CANCELLED");
    expect(await refused(await testBookings.event({ startsAt: past }))).toBe("EVENT_OVER");
    expect(await refused(await testBookings.event(), { ticketTypeCode: "nothing" })).toBe("TICKET_TYPE_NOT_FOUND");
    const email = someone();
    await makePeople(testBookings.db, [{ name: "Closed", email, isActive: false }]);
    expect(await refused(await testBookings.event(), { email })).toBe("GUEST_REFUSED");
  });

  it("and leaves no account behind", async () => {
    const { event } = await testBookings.soldOut(1);
    const input = await guest(event);
    expect(await addGuest(testBookings.manager, input)).toMatchObject({ ok: false });
    expect(await testBookings.db.select().from(users).where(eq(users.email, input.email))).toEqual([]);
  });

  it("expires overdue holds first", async () => {
    const event = await testBookings.event({ capacity: 1 });
    await testBookings.hold(event);
    expect(await addGuest(testBookings.manager, await guest(event))).toMatchObject({ code: "SOLD_OUT" });
    testBookings.advance(11);
    expect(await addGuest(testBookings.manager, await guest(event))).toMatchObject({ ok: true });
    await expectCleanInventory(testBookings.db);
  });
});

describe("eight at once for the last seat", () => {
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
  async function rush(options: { lockEvent?: LockEvent } = {}) {
    const event = await testBookings.event({ capacity: 1 });
    const inputs = await Promise.all(Array.from({ length: 8 }, () => guest(event)));
    const results = await Promise.allSettled(inputs.map((input) => addGuest(testBookings.instance(options), input)));
    const added = results.filter((result) => result.status === "fulfilled" && result.value.ok).length;
    return { added, failed: results.filter((result) => result.status === "rejected").length };
  }

  it("one is added, and the others are refused", async () => {
    expect(await rush()).toEqual({ added: 1, failed: 0 });
    await expectCleanInventory(testBookings.db);
  });

  it("without the row lock and the CHECK constraint, several are", async () => {
    const loose = await openTestBookings();
    const saved = testBookings;
    testBookings = loose;
    try {
      await loose.db.execute(sql`alter table events drop constraint events_counters_not_negative`);
      expect((await rush({ lockEvent: readWithoutLock() })).added).toBeGreaterThan(1);
    } finally {
      testBookings = saved;
      await loose.close();
    }
  });
});
