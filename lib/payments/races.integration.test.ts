import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sql as client, db } from "@/db/client";
import { events, payments, refunds } from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockEvent } from "@/lib/inventory/load";
import { expectCleanInventory, openTestBookings, type TestBookings } from "@/test/booking";
import { beginToPay, readPaying } from "@/test/paying";
import { TestProvider } from "@/test/test-provider";
import { fulfil } from "./fulfil";
import type { PaymentKey, PaymentProvider } from "./provider";
import { settleBooking } from "./settle";
import { sweepPayments } from "./sweep";
import { recordVenuePayment, refundByTeam, retryRefund } from "./team";

const testBookings = await openTestBookings({ url: "", db, sql: client, close: async () => {} });
let provider: TestProvider;
const deps = () => ({ manager: testBookings.manager, provider });
beforeEach(() => {
  provider = new TestProvider();
});
afterEach(() => expectCleanInventory(testBookings.db));

const onlineEvent = (options: Parameters<TestBookings["event"]>[0] = {}) =>
  testBookings.event({ paymentMethod: "online", ticketTypes: [{ price: 1_900 }], ...options });

async function bookPaid() {
  const begun = await beginToPay(testBookings, provider, await onlineEvent(), 2);
  provider.act(begun.sessionId, "authorize");
  expect(await fulfil(deps(), begun.key)).toEqual({ ok: true, status: "captured" });
  return begun;
}
const settle = ({ key, bookingId }: { key: { eventId: number }; bookingId: number }) =>
  settleBooking(deps(), { eventId: key.eventId, bookingId });

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

test("an answer from before the authorization does not end the booking that another call has confirmed", async () => {
  const { key, sessionId, reference } = await beginToPay(testBookings, provider, await onlineEvent());
  const readPayment = provider.readPayment.bind(provider);
  const authorized = gate();
  let reads = 0;
  provider.readPayment = async (of) => {
    const state = await readPayment(of);
    reads += 1;
    if (reads === 1) await authorized.opened;
    return state;
  };
  const slow = fulfil(deps(), key);
  await vi.waitFor(() => expect(reads).toBe(1));
  provider.act(sessionId, "authorize");
  provider.fault = (method) => (method === "capture" ? "before" : undefined);
  expect(await fulfil(deps(), key)).toEqual({ ok: false, code: "UNAVAILABLE" });
  provider.fault = () => undefined;
  authorized.open();
  expect(await slow).toEqual({ ok: true, status: "captured" });
  expect(await readPaying(testBookings, reference)).toMatchObject({ status: "confirmed", tickets: [{}] });
});

test.each([
  ["its buyer", async () => {}],
  [
    "a notification, which has confirmed the booking by then",
    async (key: PaymentKey) => void (await fulfil(deps(), key)),
  ],
])("an attempt that is paid while it is being ended is not ended: seen first by %s", async (_, meanwhile) => {
  const { key, sessionId, reference } = await beginToPay(testBookings, provider, await onlineEvent());
  testBookings.advance(16);
  const closePage = provider.closePage.bind(provider);
  provider.closePage = async (of) => {
    provider.act(sessionId, "authorize");
    await meanwhile(key);
    return closePage(of);
  };
  expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
  expect(await readPaying(testBookings, reference)).toMatchObject({ status: "confirmed", tickets: [{}] });
  expect(await testBookings.announced()).not.toContain("payment/refused");
});

test("a hold that is being paid for is not confirmed for free where the event is paid for at the venue by now", async () => {
  const event = await onlineEvent();
  const { key, sessionId, reference, userId } = await beginToPay(testBookings, provider, event);
  await db.update(events).set({ paymentMethod: "venue" }).where(eq(events.id, event.id));
  expect(await testBookings.confirm({ reference, userId }, event, 1)).toMatchObject({ code: "PAYMENT_NEEDED" });
  provider.act(sessionId, "pay");
  await fulfil(deps(), key);
  expect(await readPaying(testBookings, reference)).toMatchObject({ status: "confirmed", refunds: [], tickets: [{}] });
});

test("a fee that the provider tells of later is stored", async () => {
  const { key, sessionId, reference } = await bookPaid();
  Object.assign(provider.sessions.get(sessionId)?.payment ?? {}, { fee: 81, feeCurrency: "EUR" });
  await fulfil(deps(), key);
  expect(await readPaying(testBookings, reference)).toMatchObject({ payments: [{ fee: 81, feeCurrency: "EUR" }] });
});

test("an authorization whose capture is refused is released", async () => {
  const { key, sessionId } = await beginToPay(testBookings, provider, await onlineEvent());
  provider.act(sessionId, "authorize");
  provider.capture = async () => ({ ok: false, code: "REFUSED", reason: "capture_not_allowed" });
  expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "failed" });
  expect(provider.sessions.get(sessionId)?.payment.status).toBe("cancelled");
});

describe("a refund in the provider's dashboard", () => {
  test("of money that nobody has looked at yet is stored with it", async () => {
    const { key, sessionId, reference } = await beginToPay(testBookings, provider, await onlineEvent(), 2);
    provider.act(sessionId, "pay");
    provider.refundInDashboard(sessionId, 800);
    expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
    await fulfil(deps(), key);
    expect(await readPaying(testBookings, reference)).toMatchObject({
      status: "confirmed",
      payments: [{ capturedAmount: 3_800, refundedAmount: 800 }],
    });
  });

  test("at the same time as a cancellation: the rest comes back, and no more", async () => {
    const paid = await bookPaid();
    await testBookings.cancel(paid);
    provider.refundInDashboard(paid.sessionId, 800);
    // The webhook finds no room for it yet.
    await fulfil(deps(), paid.key);
    expect(await settle(paid)).toEqual({ isSettled: false, isAnswered: true });
    expect(await settle(paid)).toEqual({ isSettled: true, isAnswered: true });
    expect(await readPaying(testBookings, paid.reference)).toMatchObject({
      payments: [{ refundedAmount: 3_800 }],
      refunds: [
        { amount: 3_800, status: "failed", reviewedAt: expect.any(Date) },
        { amount: 800, reason: "provider", status: "succeeded" },
        { amount: 3_000, reason: "booking_cancelled", status: "succeeded" },
      ],
    });
    expect(provider.sessions.get(paid.sessionId)?.payment.refunds).toHaveLength(2);
  });

  test("that is being stored does not fail a cancellation", async () => {
    const paid = await bookPaid();
    const stored = gate();
    const storing = db.transaction(async (tx) => {
      const of = { eventId: paid.key.eventId, paymentId: paid.key.paymentId, bookingId: paid.bookingId };
      await tx
        .insert(refunds)
        .values({ ...of, amount: 800, reason: "provider", key: "provider:re_x", status: "succeeded" });
      await stored.opened;
    });
    const cancelling = testBookings.cancel(paid);
    await vi.waitFor(async () => {
      const [row] = await client`select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`;
      expect(row?.n).toBeGreaterThan(0);
    });
    stored.open();
    await storing;
    expect(await cancelling).toMatchObject({ ok: true });
    expect((await readPaying(testBookings, paid.reference)).refunds.map(({ amount }) => amount)).toEqual([800, 3_000]);
  });
});

describe("a refund by the team", () => {
  test("is asked for once by one form, also where the first click used up a payment", async () => {
    const paid = await bookPaid();
    const actorId = paid.userId;
    // Half of it went back and was paid again, at the venue.
    await refundByTeam(testBookings.manager, { ...paid, actorId, amount: 1_900, note: "", key: "first" });
    expect(await recordVenuePayment(testBookings.manager, { ...paid, actorId })).toMatchObject({ amount: 1_900 });
    const form = { ...paid, actorId, amount: 1_900, note: "", key: "second" };
    expect(await refundByTeam(testBookings.manager, form)).toMatchObject({ ok: true });
    expect(await refundByTeam(testBookings.manager, form)).toMatchObject({ ok: true, amount: 1_900 });
    expect((await readPaying(testBookings, paid.reference)).refunds.map(({ amount }) => amount)).toEqual([
      1_900, 1_900,
    ]);
  });

  test("that failed is asked for again for no more than is left", async () => {
    const paid = await bookPaid();
    const refund = { ...paid, actorId: paid.userId, note: "", amount: 3_000, key: "form" };
    await refundByTeam(testBookings.manager, refund);
    await settle(paid);
    const [made] = (await readPaying(testBookings, paid.reference)).refunds;
    provider.failRefund(paid.sessionId, made?.providerRefundId ?? "");
    await fulfil(deps(), paid.key);
    provider.refundInDashboard(paid.sessionId, 2_000);
    await fulfil(deps(), paid.key);
    const again = { eventId: paid.key.eventId, refundId: made?.id ?? 0, actorId: paid.userId };
    expect(await retryRefund(again)).not.toBeNull();
    expect(await retryRefund(again)).toBeNull();
    await settle(paid);
    expect(await readPaying(testBookings, paid.reference)).toMatchObject({
      payments: [{ refundedAmount: 3_800 }],
      refunds: [{ status: "failed" }, { amount: 2_000 }, { amount: 1_800, status: "succeeded" }],
    });
  });
});

test("a sweep asks once about a refund that a bank works on", async () => {
  const paid = await bookPaid();
  await testBookings.cancel(paid);
  const [asked] = (await readPaying(testBookings, paid.reference)).refunds;
  const refund = provider.refund.bind(provider);
  let calls = 0;
  provider.refund = async (request) => {
    if (request.refundId === asked?.id) calls += 1;
    const made = await refund(request);
    return made.ok ? { ok: true, value: { ...made.value, status: "pending" } } : made;
  };
  const now = testBookings.now();
  await sweepPayments(deps(), Date.now() + 10_000, now);
  await sweepPayments(deps(), Date.now() + 10_000, now);
  expect(calls).toBe(1);
});

describe("without the protection", () => {
  /** The event without a lock, used after other transactions had time to read the same. */
  const readWithoutLock: LockEvent = async (tx, id) => {
    const [event] = await tx.select().from(events).where(eq(events.id, id));
    await new Promise((settled) => setTimeout(settled, 200));
    return event;
  };

  /** Two buyers whose money arrives after their holds had ended, for the one seat that is left. */
  async function payTooLate(of: Partial<ConstructorParameters<typeof BookingConcurrencyManager>[0]>) {
    const event = await onlineEvent({ capacity: 2 });
    const late = [await beginToPay(testBookings, provider, event), await beginToPay(testBookings, provider, event)];
    testBookings.advance(16);
    for (const one of late) await settle(one);
    await testBookings.hold(event, 1);
    for (const { sessionId } of late) provider.arriveLate(sessionId, "captured");
    const processes = late.map(() => new BookingConcurrencyManager({ db, redis: null, now: testBookings.now, ...of }));
    const results = await Promise.allSettled(
      late.map(({ key }, at) => fulfil({ manager: processes[at] ?? testBookings.manager, provider }, key)),
    );
    return { results, late };
  }

  test("of the row lock, one of two late payments is neither given seats nor refunded", async () => {
    const withLock = await payTooLate({});
    expect(withLock.results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const [one, other] = await Promise.all(withLock.late.map(({ reference }) => readPaying(testBookings, reference)));
    expect([one?.status, other?.status].sort()).toEqual(["confirmed", "expired"]);
    expect([...(one?.refunds ?? []), ...(other?.refunds ?? [])]).toMatchObject([{ reason: "no_seats", amount: 1_900 }]);

    const without = await payTooLate({ lockEvent: readWithoutLock });
    // The last barrier is the database's: a counter would go below zero.
    expect(without.results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await db
      .select()
      .from(payments)
      .where(sql`${payments.eventId} = ${without.late[0]?.key.eventId ?? 0} and ${payments.status} <> 'captured'`);
    expect(left).toHaveLength(1);
    for (const { key } of without.late) await fulfil(deps(), key);
  });

  test("of an idempotency key, a refund whose answer was lost is made twice", async () => {
    const refundsAfterLostAnswer = async (of: TestProvider) => {
      provider = of;
      const paid = await bookPaid();
      await refundByTeam(testBookings.manager, { ...paid, actorId: paid.userId, amount: 1_000, note: "", key: "form" });
      of.fault = (method) => (method === "refund" ? "after" : undefined);
      await settle(paid);
      of.fault = () => undefined;
      await settle(paid);
      return of.sessions.get(paid.sessionId)?.payment.refunds.map(({ amount }) => amount);
    };
    expect(await refundsAfterLostAnswer(new TestProvider())).toEqual([1_000]);
    expect(await refundsAfterLostAnswer(new ForgetfulProvider())).toEqual([1_000, 1_000]);
  });
});

/** Takes every call for a new one. */
class ForgetfulProvider extends TestProvider {
  private seen = 0;

  override refund(request: Parameters<PaymentProvider["refund"]>[0]): ReturnType<TestProvider["refund"]> {
    this.seen += 1;
    return super.refund({ ...request, idempotencyKey: `${request.idempotencyKey}:${this.seen}` });
  }
}
