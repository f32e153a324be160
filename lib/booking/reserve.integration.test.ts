import { addDays, addHours, subHours } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bookings, events } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { reserve } from "./reserve";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterEach(() => expectCleanInventory(testBookings.db));
afterAll(() => testBookings.close());

test("a reservation holds its seats for the event's hold time", async () => {
  const event = await testBookings.event({ capacity: 10, holdMinutes: 7, ticketTypes: [{ price: 1_250, quota: 5 }] });
  const result = await testBookings.reserve(event, await testBookings.user(), 3);

  expect(result).toMatchObject({
    ok: true,
    replayed: false,
    booking: { status: "pending", numberOfTickets: 3, totalPrice: 3_750, currency: "EUR" },
  });
  expect(result.ok && result.booking.expiresAt?.getTime()).toBe(testBookings.now().getTime() + 7 * 60_000);
  expect(await testBookings.counters(event)).toEqual({ available: 7, waitlist: 0, capacity: 10 });
});

test("a large booking in a currency with small units has a price", async () => {
  const event = await testBookings.event({ currency: "IDR", ticketTypes: [{ price: 250_000_000 }] });
  expect(await testBookings.reserve(event, await testBookings.user(), 10)).toMatchObject({
    ok: true,
    booking: { totalPrice: 2_500_000_000 },
  });
});

describe("an event that does not sell", () => {
  test("is unknown", async () => {
    const event = await testBookings.event();
    const result = await testBookings.reserve({ ...event, id: 999_999_999 }, await testBookings.user());
    expect(result).toEqual({ ok: false, code: "EVENT_NOT_FOUND" });
  });

  test("is a draft", async () => {
    const event = await testBookings.event({ status: "draft" });
    expect(await testBookings.reserve(event, await testBookings.user())).toEqual({
      ok: false,
      code: "EVENT_NOT_FOUND",
    });
  });

  test("is cancelled", async () => {
    const event = await testBookings.event({ status: "cancelled" });
    expect(await testBookings.reserve(event, await testBookings.user())).toEqual({
      ok: false,
      code: "EVENT_CANCELLED",
    });
  });

  test("has started", async () => {
    const event = await testBookings.event({ startsAt: testBookings.now() });
    expect(await testBookings.reserve(event, await testBookings.user())).toEqual({ ok: false, code: "EVENT_STARTED" });
  });

  test("opens later", async () => {
    const startsAt = addHours(testBookings.now(), 1);
    const event = await testBookings.event({ salesStartAt: startsAt });
    expect(await testBookings.reserve(event, await testBookings.user())).toEqual({
      ok: false,
      code: "SALES_NOT_STARTED",
      startsAt,
    });
  });

  test("has closed its sales", async () => {
    const closedAt = subHours(testBookings.now(), 1);
    const event = await testBookings.event({ salesEndAt: closedAt });
    expect(await testBookings.reserve(event, await testBookings.user())).toEqual({
      ok: false,
      code: "SALES_CLOSED",
      closedAt,
    });
  });
});

describe("an invalid request", () => {
  test("names a ticket type of another event", async () => {
    const [event, other] = [await testBookings.event(), await testBookings.event()];
    const result = await testBookings.reserve(event, await testBookings.user(), 1, testBookings.firstType(other));
    expect(result).toEqual({ ok: false, code: "TICKET_TYPE_NOT_FOUND" });
  });

  test.each([
    ["not yet on sale", { salesStartAt: addDays(new Date(), 1) }],
    ["no longer on sale", { salesEndAt: subHours(new Date(), 1) }],
  ])("names a ticket type %s", async (_, window) => {
    const event = await testBookings.event({ ticketTypes: [window] });
    const result = await testBookings.reserve(event, await testBookings.user());
    expect(result).toEqual({
      ok: false,
      code: "TICKET_TYPE_NOT_ON_SALE",
      ticketTypeCode: testBookings.firstType(event),
    });
  });

  test("has no tickets", async () => {
    const event = await testBookings.event();
    expect(await testBookings.reserve(event, await testBookings.user(), 0)).toEqual({ ok: false, code: "NO_TICKETS" });
  });

  test("exceeds the limit in total over its ticket types", async () => {
    const event = await testBookings.event({ maxTicketsPerBooking: 4, ticketTypes: [{}, {}] });
    const result = await reserve(testBookings.manager, {
      eventId: event.id,
      userId: await testBookings.user(),
      items: event.ticketTypes.map((type) => ({ ticketTypeCode: type.code, quantity: 3 })),
      idempotencyKey: crypto.randomUUID(),
    });
    expect(result).toEqual({ ok: false, code: "TOO_MANY_TICKETS", limit: 4 });
  });
});

describe("one active booking", () => {
  test("a second hold is refused and names the first", async () => {
    const event = await testBookings.event();
    const { userId, reference } = await testBookings.hold(event);
    expect(await testBookings.reserve(event, userId)).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference,
      status: "pending",
    });
  });

  test("a hold beside a confirmed booking is refused and names it", async () => {
    const event = await testBookings.event();
    const { userId, reference } = await testBookings.book(event);
    expect(await testBookings.reserve(event, userId)).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference,
      status: "confirmed",
    });
  });

  test("the database itself refuses a second one", async () => {
    const event = await testBookings.event();
    const { userId, reference } = await testBookings.hold(event);
    const [row] = await testBookings.db.select().from(bookings).where(eq(bookings.reference, reference));
    if (!row) throw new Error("no booking");
    const { id: _, ...copy } = row;
    const second = testBookings.db
      .insert(bookings)
      .values({ ...copy, reference: "SECOND", idempotencyKey: "second", userId });
    await expect(second).rejects.toMatchObject({ code: "23505" });
  });

  test("the user's own overdue hold frees its type's quota first", async () => {
    const event = await testBookings.event({ capacity: 10, ticketTypes: [{ quota: 2 }] });
    const { userId } = await testBookings.hold(event, 2);
    testBookings.advance(11);
    expect(await testBookings.reserve(event, userId, 2)).toMatchObject({ ok: true, replayed: false });
  });

  test("the user's own overdue hold does not block a new one", async () => {
    const event = await testBookings.event({ capacity: 1 });
    const { userId, reference } = await testBookings.hold(event);
    testBookings.advance(11);
    const again = await testBookings.reserve(event, userId);
    expect(again.ok && again.booking.reference).not.toBe(reference);
    expect(again.ok).toBe(true);
  });
});

describe("the same idempotency key", () => {
  test("returns the same booking, also after sales have closed", async () => {
    const event = await testBookings.event();
    const input = {
      eventId: event.id,
      userId: await testBookings.user(),
      items: [{ ticketTypeCode: testBookings.firstType(event), quantity: 2 }],
      idempotencyKey: crypto.randomUUID(),
    };
    const first = await reserve(testBookings.manager, input);
    await testBookings.db
      .update(events)
      .set({ salesEndAt: subHours(testBookings.now(), 1) })
      .where(eq(events.id, event.id));
    const second = await reserve(testBookings.manager, input);

    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await testBookings.counters(event)).toMatchObject({ available: 8 });
  });

  test("from eight requests at once makes one booking", async () => {
    const event = await testBookings.event();
    const input = {
      eventId: event.id,
      userId: await testBookings.user(),
      items: [{ ticketTypeCode: testBookings.firstType(event), quantity: 1 }],
      idempotencyKey: crypto.randomUUID(),
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => reserve(testBookings.manager, input)));
    expect(results.filter((result) => result.ok && !result.replayed)).toHaveLength(1);
    expect(new Set(results.map((result) => result.ok && result.booking.reference)).size).toBe(1);
  });

  test("at two events at once holds seats at one", async () => {
    const pair = [await testBookings.event(), await testBookings.event()];
    for (let round = 0; round < 10; round += 1) {
      const [userId, idempotencyKey] = [await testBookings.user(), crypto.randomUUID()];
      const results = await Promise.all(
        pair.map((at) =>
          reserve(testBookings.manager, {
            eventId: at.id,
            userId,
            items: [{ ticketTypeCode: testBookings.firstType(at), quantity: 1 }],
            idempotencyKey,
          }),
        ),
      );
      expect(results.map((result) => (result.ok ? "held" : result.code)).sort()).toEqual([
        "IDEMPOTENCY_KEY_REUSED",
        "held",
      ]);
    }
  });

  test("is refused for another event", async () => {
    const [event, other] = [await testBookings.event(), await testBookings.event()];
    const [userId, idempotencyKey] = [await testBookings.user(), crypto.randomUUID()];
    const reserveAt = (at: typeof event) =>
      reserve(testBookings.manager, {
        eventId: at.id,
        userId,
        items: [{ ticketTypeCode: testBookings.firstType(at), quantity: 1 }],
        idempotencyKey,
      });
    expect(await reserveAt(event)).toMatchObject({ ok: true });
    expect(await reserveAt(other)).toEqual({ ok: false, code: "IDEMPOTENCY_KEY_REUSED" });
  });
});

describe("too few seats", () => {
  test("nothing left at all", async () => {
    const event = await testBookings.event({ capacity: 1 });
    await testBookings.book(event);
    const result = await testBookings.reserve(event, await testBookings.user());
    expect(result).toEqual({ ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled: true });
  });

  test("nothing left of the type", async () => {
    const event = await testBookings.event({ capacity: 5, ticketTypes: [{ quota: 1 }, {}] });
    await testBookings.book(event);
    const ticketTypeCode = testBookings.firstType(event);
    const result = await testBookings.reserve(event, await testBookings.user());
    expect(result).toEqual({ ok: false, code: "SOLD_OUT", ticketTypeCode, waitlistEnabled: true });
  });

  test("fewer left than requested", async () => {
    const event = await testBookings.event({ capacity: 5, waitlistEnabled: false });
    await testBookings.book(event, 3);
    expect(await testBookings.reserve(event, await testBookings.user(), 3)).toEqual({
      ok: false,
      code: "NOT_ENOUGH_LEFT",
      left: 2,
      ticketTypeCode: testBookings.firstType(event),
      waitlistEnabled: false,
    });
  });

  test("fewer left than requested of two types together", async () => {
    const event = await testBookings.event({ capacity: 3, ticketTypes: [{}, {}] });
    const result = await reserve(testBookings.manager, {
      eventId: event.id,
      userId: await testBookings.user(),
      items: event.ticketTypes.map((type) => ({ ticketTypeCode: type.code, quantity: 2 })),
      idempotencyKey: crypto.randomUUID(),
    });
    expect(result).toMatchObject({ ok: false, code: "NOT_ENOUGH_LEFT", left: 3, ticketTypeCode: null });
  });

  test("overdue holds are expired without a sweep", async () => {
    const event = await testBookings.event({ capacity: 2, holdMinutes: 10 });
    const late = await testBookings.hold(event, 2);
    testBookings.advance(9);
    expect(await testBookings.reserve(event, await testBookings.user(), 2)).toMatchObject({ code: "SOLD_OUT" });
    testBookings.advance(1);
    expect(await testBookings.reserve(event, await testBookings.user(), 2)).toMatchObject({ ok: true });
    const [row] = await testBookings.db.select().from(bookings).where(eq(bookings.reference, late.reference));
    expect(row?.status).toBe("expired");
  });

  test("their quota is freed too", async () => {
    const event = await testBookings.event({ capacity: 9, ticketTypes: [{ quota: 2 }] });
    await testBookings.hold(event, 2);
    testBookings.advance(11);
    expect(await testBookings.reserve(event, await testBookings.user(), 2)).toMatchObject({ ok: true });
  });
});

test("a row that stays locked answers BUSY, and nothing was changed", async () => {
  const event = await testBookings.event();
  const userId = await testBookings.user();
  const result = await testBookings.sql.begin(async (tx) => {
    await tx`select 1 from events where id = ${event.id} for update`;
    return testBookings.reserve(event, userId);
  });
  expect(result).toEqual({ ok: false, code: "BUSY", retryAfterSeconds: 2 });
  expect(await testBookings.counters(event)).toMatchObject({ available: 10 });
});
