import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { bookings, payments, refunds } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { expireHold } from "@/lib/booking/holds";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { cancelEvent } from "@/lib/operations/cancel-event";
import { cancelEventBookings } from "@/lib/operations/cancel-event-bookings";
import { fulfil } from "@/lib/payments/fulfil";
import { handleProviderEvent, storeProviderEvent } from "@/lib/payments/provider-events";
import { settleBooking } from "@/lib/payments/settle";
import { startPayment } from "@/lib/payments/start";
import { sweepPayments } from "@/lib/payments/sweep";
import { refundByTeam } from "@/lib/payments/team";
import type { TestBookings } from "./booking";
import { Crash, type Fault, TestProvider } from "./test-provider";

const BUYERS = 4;
const PRICE = 1_900;

/** One thing that happens, to one of the buyers. */
const step = fc.record({
  buyer: fc.nat({ max: BUYERS - 1 }),
  amount: fc.integer({ min: 1, max: 2 * PRICE }),
  times: fc.nat({ max: 3 }),
  what: fc.constantFrom(
    ...([
      "reserve",
      "reserve",
      "pay",
      "pay",
      "pay",
      "authorize",
      "authorize",
      "payAtOnce",
      "decline",
      "startAtBank",
    ] as const),
    ...(["bankPays", "bankRefuses", "arriveLate", "authorizeLate", "refuseCapture"] as const),
    ...(["returnPage", "returnPage", "webhook", "webhook", "sweep", "expire", "letTimePass", "letTimePass"] as const),
    ...(["cancelByBuyer", "cancelByTeam", "refundByTeam", "refundInDashboard", "failRefund", "dispute"] as const),
    ...(["cancelEvent", "crash", "timeOut", "timeOut"] as const),
  ),
  method: fc.constantFrom("openCheckout", "readPayment", "capture", "closePage", "cancel", "refund", "findPayment"),
  isDone: fc.boolean(),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** Things that happen one after the other, some of them at the same time. */
export const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3, size: "max" }), {
  minLength: 8,
  maxLength: 30,
  size: "max",
});

/** Four buyers, an event with three seats, and a provider, in a database that may hold others. */
export async function openPaymentFixture(testBookings: TestBookings) {
  const { db, manager } = testBookings;
  const provider = new TestProvider();
  const deps = { manager, provider };
  const event = await testBookings.event({ capacity: 3, paymentMethod: "online", ticketTypes: [{ price: PRICE }] });
  const actorId = await testBookings.user();
  const userIds = await Promise.all(Array.from({ length: BUYERS }, () => testBookings.user()));
  const faults: { method: string; fault: Fault }[] = [];
  provider.fault = (method) => {
    const at = faults.findIndex((one) => one.method === method);
    return at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
  };
  let notified = 0;
  // Most of the event is about to be paid for: what follows seldom gets that far by chance.
  for (const userId of userIds.slice(1)) {
    const held = await testBookings.hold(event, 1, userId);
    const holders = [{ ticketTypeCode: testBookings.firstType(event), name: "Holder" }];
    expect(await startPayment(deps, { ...held, holders })).toMatchObject({ ok: true });
  }

  async function latest(buyer: number) {
    const [row] = await db.execute<{
      booking_id: string;
      reference: string;
      payment_id: string;
      session_id: string;
    }>(sql`
      select b.id as booking_id, b.reference, p.id as payment_id, p.session_id from bookings b
      left join payments p on p.event_id = b.event_id and p.booking_id = b.id
      where b.event_id = ${event.id} and b.user_id = ${userIds[buyer]} order by b.id desc, p.id desc limit 1`);
    return (
      row && {
        ...row,
        bookingId: Number(row.booking_id),
        key: { eventId: event.id, paymentId: Number(row.payment_id) },
      }
    );
  }

  async function notify(sessionId: string, times: number) {
    notified += 1;
    const id = `evt_${event.id}_${notified}`;
    const about = { type: "changed", objectId: sessionId, objectKind: "checkout.session", createdAt: new Date() };
    for (let time = 0; time < times; time += 1) {
      await storeProviderEvent({ id, ...about });
      await handleProviderEvent(deps, id);
    }
  }

  const sweep = () => sweepPayments(deps, Date.now() + 60_000, new Date(testBookings.now().getTime() + 2 * 3_600_000));

  async function take({ buyer, what, amount, times, method, isDone }: Step): Promise<unknown> {
    const userId = userIds[buyer] ?? 0;
    const own = await latest(buyer);
    const sessionId = own?.session_id ?? null;
    if (what === "reserve" || (what === "pay" && !own)) return testBookings.reserve(event, userId, 1 + (amount % 2));
    if (what === "letTimePass") return testBookings.advance(1 + (amount % 10));
    if (what === "sweep") return sweep();
    if (what === "crash") return faults.push({ method, fault: isDone ? "crash-after" : "crash-before" });
    if (what === "timeOut") return faults.push({ method, fault: isDone ? "after" : "before" });
    if (what === "cancelEvent") return amount % 5 === 0 ? endEvent(manager, event.id, actorId) : null;
    if (!own) return;
    if (what === "pay") return startPayment(deps, { ...own, userId, holders: await holdersOf(own.bookingId) });
    if (what === "expire") {
      const result = await expireHold(manager, own);
      return result.ok && !result.expired && result.paying ? settleBooking(deps, result.paying) : null;
    }
    if (what === "cancelByBuyer") return cancel(manager, { ...own, actor: { userId } });
    if (what === "cancelByTeam") return cancel(manager, { ...own, actor: { userId: actorId, isOrganizer: true } });
    if (what === "refundByTeam")
      return refundByTeam(manager, { ...own, actorId, amount, note: "a spilled drink", key: `form-${times}` });
    if (!sessionId) return;
    if (what === "returnPage") return fulfil(deps, own.key);
    if (what === "webhook") return notify(sessionId, times);
    return atProvider(what, sessionId, amount);
  }

  function atProvider(what: Step["what"], sessionId: string, amount: number) {
    const payment = provider.sessions.get(sessionId)?.payment;
    if (!payment) return;
    if (what === "authorize") return provider.act(sessionId, "authorize");
    if (what === "payAtOnce") return provider.act(sessionId, "pay");
    if (what === "decline") return provider.act(sessionId, "decline");
    if (what === "startAtBank") return provider.act(sessionId, "processing");
    if (what === "bankPays") return provider.answerOfBank(sessionId, "captured");
    if (what === "bankRefuses") return provider.answerOfBank(sessionId, "failed");
    const isOver = payment.status === "cancelled" && payment.capturedAmount === 0;
    if (what === "arriveLate" && isOver) return provider.arriveLate(sessionId, "captured");
    if (what === "authorizeLate" && isOver) return provider.arriveLate(sessionId, "authorized");
    if (what === "refuseCapture") return provider.refuseCapture(sessionId);
    if (payment.status !== "captured") return;
    if (what === "refundInDashboard") return provider.refundInDashboard(sessionId, amount);
    if (what === "dispute") return provider.dispute(sessionId);
    const refund = payment.refunds.find(({ status }) => status === "succeeded");
    if (what === "failRefund" && refund) return provider.failRefund(sessionId, refund.id);
  }

  async function holdersOf(bookingId: number) {
    const [booking] = await db.select().from(bookings).where(eq(bookings.id, bookingId));
    const ticketTypeCode = testBookings.firstType(event);
    return Array.from({ length: booking?.numberOfTickets ?? 0 }, (_, at) => ({ ticketTypeCode, name: `Holder ${at}` }));
  }

  /** A process may die at any call to the provider. Nothing else may be thrown. */
  const takeUnlessCrashed = (one: Step) =>
    take(one).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });

  return {
    ...{ event, provider, deps, sweep, notify, faults, take: takeUnlessCrashed },
    ofEvent: async () => ({
      bookings: await db.select().from(bookings).where(eq(bookings.eventId, event.id)),
      payments: await db.select().from(payments).where(eq(payments.eventId, event.id)),
      refunds: await db.select().from(refunds).where(eq(refunds.eventId, event.id)),
    }),
  };
}
export type PaymentFixture = Awaited<ReturnType<typeof openPaymentFixture>>;

async function endEvent(manager: BookingConcurrencyManager, eventId: number, actorId: number) {
  const cancelled = await cancelEvent(manager, { eventId, actorId, reason: "The hall is flooded." });
  expect(cancelled).toMatchObject({ ok: true });
  if (cancelled.ok && cancelled.operationId) {
    await cancelEventBookings(manager, { eventId, operationId: cancelled.operationId, actorId });
  }
}
