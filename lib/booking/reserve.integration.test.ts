import { addDays, addHours, subHours } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bookings, events } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { reserve } from "./reserve";

let office: TestBookings;
beforeAll(async () => {
  office = await openTestBookings();
});
afterEach(() => expectCleanInventory(office.db));
afterAll(() => office.close());

test("a reservation holds its seats for the event's hold time", async () => {
  const event = await office.event({ capacity: 10, holdMinutes: 7, ticketTypes: [{ price: 1_250, quota: 5 }] });
  const result = await office.reserve(event, await office.user(), 3);

  expect(result).toMatchObject({
    ok: true,
    replayed: false,
    booking: { status: "pending", numberOfTickets: 3, totalPrice: 3_750, currency: "EUR" },
  });
  expect(result.ok && result.booking.expiresAt?.getTime()).toBe(office.now().getTime() + 7 * 60_000);
  expect(await office.counters(event)).toEqual({ available: 7, waitlist: 0, capacity: 10 });
});

test("a large booking in a currency with small units has a price", async () => {
  const event = await office.event({ currency: "IDR", ticketTypes: [{ price: 250_000_000 }] });
  expect(await office.reserve(event, await office.user(), 10)).toMatchObject({
    ok: true,
    booking: { totalPrice: 2_500_000_000 },
  });
});

describe("an event that does not sell", () => {
  test("is unknown", async () => {
    const event = await office.event();
    const result = await office.reserve({ ...event, id: 999_999_999 }, await office.user());
    expect(result).toEqual({ ok: false, code: "EVENT_NOT_FOUND" });
  });

  test("is a draft", async () => {
    const event = await office.event({ status: "draft" });
    expect(await office.reserve(event, await office.user())).toEqual({ ok: false, code: "EVENT_NOT_FOUND" });
  });

  test("is cancelled", async () => {
    const event = await office.event({ status: "cancelled" });
    expect(await office.reserve(event, await office.user())).toEqual({ ok: false, code: "EVENT_CANCELLED" });
  });

  test("has started", async () => {
    const event = await office.event({ startsAt: office.now() });
    expect(await office.reserve(event, await office.user())).toEqual({ ok: false, code: "EVENT_STARTED" });
  });

  test("opens later", async () => {
    const startsAt = addHours(office.now(), 1);
    const event = await office.event({ salesStartAt: startsAt });
    expect(await office.reserve(event, await office.user())).toEqual({
      ok: false,
      code: "SALES_NOT_STARTED",
      startsAt,
    });
  });

  test("has closed its sales", async () => {
    const closedAt = subHours(office.now(), 1);
    const event = await office.event({ salesEndAt: closedAt });
    expect(await office.reserve(event, await office.user())).toEqual({ ok: false, code: "SALES_CLOSED", closedAt });
  });
});

describe("an invalid request", () => {
  test("names a ticket type of another event", async () => {
    const [event, other] = [await office.event(), await office.event()];
    const result = await office.reserve(event, await office.user(), 1, office.firstType(other));
    expect(result).toEqual({ ok: false, code: "TICKET_TYPE_NOT_FOUND" });
  });

  test.each([
    ["not yet on sale", { salesStartAt: addDays(new Date(), 1) }],
    ["no longer on sale", { salesEndAt: subHours(new Date(), 1) }],
  ])("names a ticket type %s", async (_, window) => {
    const event = await office.event({ ticketTypes: [window] });
    const result = await office.reserve(event, await office.user());
    expect(result).toEqual({ ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: office.firstType(event) });
  });

  test("has no tickets", async () => {
    const event = await office.event();
    expect(await office.reserve(event, await office.user(), 0)).toEqual({ ok: false, code: "NO_TICKETS" });
  });

  test("exceeds the limit in total over its ticket types", async () => {
    const event = await office.event({ maxTicketsPerBooking: 4, ticketTypes: [{}, {}] });
    const result = await reserve(office.manager, {
      eventId: event.id,
      userId: await office.user(),
      items: event.ticketTypes.map((type) => ({ ticketTypeCode: type.code, quantity: 3 })),
      idempotencyKey: crypto.randomUUID(),
    });
    expect(result).toEqual({ ok: false, code: "TOO_MANY_TICKETS", limit: 4 });
  });
});

describe("one active booking", () => {
  test("a second hold is refused and names the first", async () => {
    const event = await office.event();
    const { userId, reference } = await office.hold(event);
    expect(await office.reserve(event, userId)).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference,
      status: "pending",
    });
  });

  test("a hold beside a confirmed booking is refused and names it", async () => {
    const event = await office.event();
    const { userId, reference } = await office.book(event);
    expect(await office.reserve(event, userId)).toEqual({
      ok: false,
      code: "ALREADY_BOOKED",
      reference,
      status: "confirmed",
    });
  });

  test("the database itself refuses a second one", async () => {
    const event = await office.event();
    const { userId, reference } = await office.hold(event);
    const [row] = await office.db.select().from(bookings).where(eq(bookings.reference, reference));
    if (!row) throw new Error("no booking");
    const { id: _, ...copy } = row;
    const second = office.db
      .insert(bookings)
      .values({ ...copy, reference: "SECOND", idempotencyKey: "second", userId });
    await expect(second).rejects.toMatchObject({ code: "23505" });
  });

  test("the user's own overdue hold frees its type's quota first", async () => {
    const event = await office.event({ capacity: 10, ticketTypes: [{ quota: 2 }] });
    const { userId } = await office.hold(event, 2);
    office.advance(11);
    expect(await office.reserve(event, userId, 2)).toMatchObject({ ok: true, replayed: false });
  });

  test("the user's own overdue hold does not block a new one", async () => {
    const event = await office.event({ capacity: 1 });
    const { userId, reference } = await office.hold(event);
    office.advance(11);
    const again = await office.reserve(event, userId);
    expect(again.ok && again.booking.reference).not.toBe(reference);
    expect(again.ok).toBe(true);
  });
});

describe("the same idempotency key", () => {
  test("returns the same booking, also after sales have closed", async () => {
    const event = await office.event();
    const input = {
      eventId: event.id,
      userId: await office.user(),
      items: [{ ticketTypeCode: office.firstType(event), quantity: 2 }],
      idempotencyKey: crypto.randomUUID(),
    };
    const first = await reserve(office.manager, input);
    await office.db
      .update(events)
      .set({ salesEndAt: subHours(office.now(), 1) })
      .where(eq(events.id, event.id));
    const second = await reserve(office.manager, input);

    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await office.counters(event)).toMatchObject({ available: 8 });
  });

  test("from eight requests at once makes one booking", async () => {
    const event = await office.event();
    const input = {
      eventId: event.id,
      userId: await office.user(),
      items: [{ ticketTypeCode: office.firstType(event), quantity: 1 }],
      idempotencyKey: crypto.randomUUID(),
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => reserve(office.manager, input)));
    expect(results.filter((result) => result.ok && !result.replayed)).toHaveLength(1);
    expect(new Set(results.map((result) => result.ok && result.booking.reference)).size).toBe(1);
  });

  test("at two events at once holds seats at one", async () => {
    const pair = [await office.event(), await office.event()];
    for (let round = 0; round < 10; round += 1) {
      const [userId, idempotencyKey] = [await office.user(), crypto.randomUUID()];
      const results = await Promise.all(
        pair.map((at) =>
          reserve(office.manager, {
            eventId: at.id,
            userId,
            items: [{ ticketTypeCode: office.firstType(at), quantity: 1 }],
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
    const [event, other] = [await office.event(), await office.event()];
    const [userId, idempotencyKey] = [await office.user(), crypto.randomUUID()];
    const reserveAt = (at: typeof event) =>
      reserve(office.manager, {
        eventId: at.id,
        userId,
        items: [{ ticketTypeCode: office.firstType(at), quantity: 1 }],
        idempotencyKey,
      });
    expect(await reserveAt(event)).toMatchObject({ ok: true });
    expect(await reserveAt(other)).toEqual({ ok: false, code: "IDEMPOTENCY_KEY_REUSED" });
  });
});

describe("too few seats", () => {
  test("nothing left at all", async () => {
    const event = await office.event({ capacity: 1 });
    await office.book(event);
    const result = await office.reserve(event, await office.user());
    expect(result).toEqual({ ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled: true });
  });

  test("nothing left of the type", async () => {
    const event = await office.event({ capacity: 5, ticketTypes: [{ quota: 1 }, {}] });
    await office.book(event);
    const ticketTypeCode = office.firstType(event);
    const result = await office.reserve(event, await office.user());
    expect(result).toEqual({ ok: false, code: "SOLD_OUT", ticketTypeCode, waitlistEnabled: true });
  });

  test("fewer left than requested", async () => {
    const event = await office.event({ capacity: 5, waitlistEnabled: false });
    await office.book(event, 3);
    expect(await office.reserve(event, await office.user(), 3)).toEqual({
      ok: false,
      code: "NOT_ENOUGH_LEFT",
      left: 2,
      ticketTypeCode: office.firstType(event),
      waitlistEnabled: false,
    });
  });

  test("fewer left than requested of two types together", async () => {
    const event = await office.event({ capacity: 3, ticketTypes: [{}, {}] });
    const result = await reserve(office.manager, {
      eventId: event.id,
      userId: await office.user(),
      items: event.ticketTypes.map((type) => ({ ticketTypeCode: type.code, quantity: 2 })),
      idempotencyKey: crypto.randomUUID(),
    });
    expect(result).toMatchObject({ ok: false, code: "NOT_ENOUGH_LEFT", left: 3, ticketTypeCode: null });
  });

  test("overdue holds are expired without a sweep", async () => {
    const event = await office.event({ capacity: 2, holdMinutes: 10 });
    const late = await office.hold(event, 2);
    office.advance(9);
    expect(await office.reserve(event, await office.user(), 2)).toMatchObject({ code: "SOLD_OUT" });
    office.advance(1);
    expect(await office.reserve(event, await office.user(), 2)).toMatchObject({ ok: true });
    const [row] = await office.db.select().from(bookings).where(eq(bookings.reference, late.reference));
    expect(row?.status).toBe("expired");
  });

  test("their quota is freed too", async () => {
    const event = await office.event({ capacity: 9, ticketTypes: [{ quota: 2 }] });
    await office.hold(event, 2);
    office.advance(11);
    expect(await office.reserve(event, await office.user(), 2)).toMatchObject({ ok: true });
  });
});

test("a row that stays locked answers BUSY, and nothing was changed", async () => {
  const event = await office.event();
  const userId = await office.user();
  const result = await office.sql.begin(async (tx) => {
    await tx`select 1 from events where id = ${event.id} for update`;
    return office.reserve(event, userId);
  });
  expect(result).toEqual({ ok: false, code: "BUSY", retryAfterSeconds: 2 });
  expect(await office.counters(event)).toMatchObject({ available: 10 });
});
