import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, outbox, payments, refunds, tickets } from "@/db/schema";
import { expectCleanInventory, openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { TestProvider } from "@/test/test-provider";
import { fulfil } from "./fulfil";
import { settleBooking } from "./settle";
import { startPayment } from "./start";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
let provider: TestProvider;
const deps = () => ({ manager: testBookings.manager, provider });

beforeEach(async () => {
  provider = new TestProvider();
  await testBookings.db.delete(outbox);
});
afterEach(() => expectCleanInventory(testBookings.db));

const onlineEvent = (options: Parameters<TestBookings["event"]>[0] = {}) =>
  testBookings.event({ paymentMethod: "online", ticketTypes: [{ price: 1_900 }], ...options });

async function pay(event: TestEvent, held: { userId: number; reference: string }, quantity = 2) {
  const holders = Array.from({ length: quantity }, (_, at) => ({
    ticketTypeCode: testBookings.firstType(event),
    name: `Holder ${at + 1}`,
  }));
  return startPayment(deps(), { ...held, holders });
}

/** A hold whose owner is on the provider's page. */
async function beginToPay(event: TestEvent) {
  const held = await testBookings.hold(event, 2);
  const started = await pay(event, held);
  if (!started.ok || started.status !== "open") throw new Error(`not started: ${JSON.stringify(started)}`);
  const state = await read(held.reference);
  const sessionId = state.payments[0]?.sessionId ?? "";
  const key = { eventId: event.id, paymentId: state.payments[0]?.id ?? 0 };
  return { held, key, sessionId, bookingId: state.id };
}

async function read(reference: string) {
  const [booking] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!booking) throw new Error("no such booking");
  return {
    ...booking,
    payments: await db.select().from(payments).where(eq(payments.bookingId, booking.id)).orderBy(payments.id),
    refunds: await db.select().from(refunds).where(eq(refunds.bookingId, booking.id)).orderBy(refunds.id),
    tickets: await db.select().from(tickets).where(eq(tickets.bookingId, booking.id)),
  };
}

describe("an authorized payment", () => {
  test("confirms the booking, is captured, and gives it its tickets", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    const booking = await read(held.reference);
    expect(booking).toMatchObject({
      status: "confirmed",
      isPaying: false,
      payments: [{ status: "captured", capturedAmount: 3_800 }],
    });
    expect(booking.tickets.map(({ holderName }) => holderName)).toEqual(["Holder 1", "Holder 2"]);
    expect(await testBookings.announced()).toEqual(["booking/held", "booking/confirmed"]);
  });

  test("is fulfilled once by three calls at a time", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    await Promise.all([fulfil(deps(), key), fulfil(deps(), key), fulfil(deps(), key)]);
    const booking = await read(held.reference);
    expect(booking.tickets).toHaveLength(2);
    expect(booking.refunds).toEqual([]);
    expect(await testBookings.announced()).toEqual(["booking/held", "booking/confirmed"]);
  });

  test("whose capture is refused frees the seats and tells people", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, key, sessionId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    provider.refuseCapture(sessionId);
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "failed" });
    expect(await read(held.reference)).toMatchObject({
      status: "cancelled",
      payments: [{ status: "failed" }],
      tickets: [],
    });
    expect(await testBookings.counters(event)).toMatchObject({ available: 2 });
    expect(await testBookings.announced()).toContain("payment/refused");
  });

  test("whose capture is not answered is captured by the next call", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    provider.fault = (method) => (method === "capture" ? "after" : undefined);
    expect(await fulfil(deps(), key)).toEqual({ ok: false, code: "UNAVAILABLE" });
    expect(await read(held.reference)).toMatchObject({ status: "confirmed", isPaying: true, tickets: [] });
    provider.fault = () => undefined;
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    expect((await read(held.reference)).tickets).toHaveLength(2);
  });

  test("is released where the buyer has let the tickets go meanwhile", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId } = await beginToPay(event);
    await testBookings.cancel(held);
    provider.act(sessionId, "authorize");
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "cancelled" });
    expect(provider.sessions.get(sessionId)?.payment.status).toBe("cancelled");
  });
});

describe("the deadline", () => {
  test("is given once, however often Pay is pressed, and leads to one attempt", async () => {
    const event = await onlineEvent();
    const held = await testBookings.hold(event, 2);
    const first = await pay(event, held);
    const { expiresAt } = await read(held.reference);
    expect(expiresAt?.getTime()).toBe(testBookings.now().getTime() + 15 * 60_000);
    testBookings.advance(5);
    expect(await pay(event, held)).toEqual(first);
    expect(await read(held.reference)).toMatchObject({ expiresAt, payments: [{}] });
  });

  test("passes over a hold that is being paid for, and ends the attempt at the provider before the seats are free", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, bookingId, sessionId } = await beginToPay(event);
    testBookings.advance(16);
    expect(await testBookings.reserve(event, await testBookings.user(), 1)).toMatchObject({
      ok: false,
      code: "SOLD_OUT",
    });
    expect(await settleBooking(deps(), { eventId: event.id, bookingId })).toEqual({
      isSettled: true,
      isAnswered: true,
    });
    expect(await read(held.reference)).toMatchObject({
      status: "expired",
      isPaying: false,
      payments: [{ status: "cancelled" }],
    });
    expect(provider.sessions.get(sessionId)?.payment.status).toBe("cancelled");
    expect(await testBookings.counters(event)).toMatchObject({ available: 2 });
  });

  test("keeps the seats while the provider cannot be reached", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, bookingId } = await beginToPay(event);
    testBookings.advance(16);
    provider.fault = () => "before";
    expect(await settleBooking(deps(), { eventId: event.id, bookingId })).toEqual({
      isSettled: false,
      isAnswered: false,
    });
    expect(await read(held.reference)).toMatchObject({ status: "pending", isPaying: true });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0 });
  });
});

describe("money that was taken at once", () => {
  test("confirms a hold whose deadline has passed", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, key, sessionId } = await beginToPay(event);
    testBookings.advance(16);
    provider.act(sessionId, "pay");
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    expect(await read(held.reference)).toMatchObject({ status: "confirmed", refunds: [] });
  });

  test("takes the seats of an expired hold again", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, key, sessionId } = await expire(event);
    Object.assign(provider.sessions.get(sessionId)?.payment ?? {}, { status: "captured", capturedAmount: 3_800 });
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    const booking = await read(held.reference);
    expect(booking).toMatchObject({ status: "confirmed", refunds: [] });
    expect(booking.tickets).toHaveLength(2);
  });

  test("goes back in full where the seats are taken", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const { held, key, sessionId, bookingId } = await expire(event);
    await testBookings.hold(event, 1);
    Object.assign(provider.sessions.get(sessionId)?.payment ?? {}, { status: "captured", capturedAmount: 3_800 });
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    await settleBooking(deps(), { eventId: event.id, bookingId });
    expect(await read(held.reference)).toMatchObject({
      status: "expired",
      tickets: [],
      payments: [{ status: "captured", capturedAmount: 3_800, refundedAmount: 3_800 }],
      refunds: [{ status: "succeeded", amount: 3_800, reason: "no_seats" }],
    });
    expect(await testBookings.announced()).toContain("payment/refused");
  });

  async function expire(event: TestEvent) {
    const begun = await beginToPay(event);
    testBookings.advance(16);
    await settleBooking(deps(), { eventId: event.id, bookingId: begun.bookingId });
    return begun;
  }
});

describe("a cancelled booking", () => {
  test("gets back what was paid and not refunded before, once", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId, bookingId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    await fulfil(deps(), key);
    provider.refundInDashboard(sessionId, 800);
    await fulfil(deps(), key);
    expect(await testBookings.cancel(held)).toMatchObject({ ok: true });
    expect(await testBookings.announced()).toContain("payment/check.requested");
    const settled = () => settleBooking(deps(), { eventId: event.id, bookingId });
    provider.fault = (method) => (method === "refund" ? "after" : undefined);
    expect(await settled()).toEqual({ isSettled: false, isAnswered: false });
    provider.fault = () => undefined;
    await Promise.all([settled(), settled()]);
    expect(await read(held.reference)).toMatchObject({
      payments: [{ refundedAmount: 3_800 }],
      refunds: [
        { amount: 800, reason: "provider", status: "succeeded" },
        { amount: 3_000, reason: "booking_cancelled", status: "succeeded" },
      ],
    });
    expect(provider.sessions.get(sessionId)?.payment.refunds).toHaveLength(2);
  });

  test("shows a refund that a bank returned days later", async () => {
    const event = await onlineEvent();
    const { held, key, sessionId, bookingId } = await beginToPay(event);
    provider.act(sessionId, "authorize");
    await fulfil(deps(), key);
    await testBookings.cancel(held);
    await settleBooking(deps(), { eventId: event.id, bookingId });
    const [made] = (await read(held.reference)).refunds;
    provider.failRefund(sessionId, made?.providerRefundId ?? "");
    await fulfil(deps(), key);
    expect(await read(held.reference)).toMatchObject({
      payments: [{ refundedAmount: 0 }],
      refunds: [{ status: "failed", failureReason: "lost_or_stolen_card" }],
    });
  });
});

test("the database refuses a second open attempt, another currency, more refunds than money, a step back and a deletion", async () => {
  const event = await onlineEvent();
  const { held, key, sessionId, bookingId } = await beginToPay(event);
  const attempt = { eventId: event.id, bookingId, provider: "stripe" as const, amount: 1, idempotencyKey: "x" };
  const causeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error) => String(error.cause?.message ?? error),
    );
  expect(await causeOf(db.insert(payments).values({ ...attempt, currency: "EUR" }))).toContain(
    "payments_one_open_per_booking_key",
  );
  expect(await causeOf(db.insert(payments).values({ ...attempt, status: "failed", currency: "USD" }))).toContain(
    "payments_fit_booking",
  );
  provider.act(sessionId, "authorize");
  await fulfil(deps(), key);
  const refund = { eventId: event.id, bookingId, paymentId: key.paymentId, reason: "team" as const };
  await db.insert(refunds).values({ ...refund, amount: 3_000, key: "a" });
  expect(await causeOf(db.insert(refunds).values({ ...refund, amount: 801, key: "b" }))).toContain(
    "payments_refunds_within_captured",
  );
  const own = eq(payments.id, key.paymentId);
  expect(await causeOf(db.update(payments).set({ status: "authorized" }).where(own))).toContain(
    "payments_forward_only",
  );
  expect(await causeOf(db.delete(payments).where(own))).toContain("payments_never_deleted");
  expect(await causeOf(db.delete(refunds).where(eq(refunds.bookingId, bookingId)))).toContain("refunds_never_deleted");
  expect(await read(held.reference)).toMatchObject({ payments: [{ refundedAmount: 3_000 }] });
});
