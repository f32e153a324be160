import { eq } from "drizzle-orm";
import { bookings, payments } from "@/db/schema";
import { fulfil } from "@/lib/payments/fulfil";
import { startPayment } from "@/lib/payments/start";
import type { TestBookings, TestEvent } from "./booking";
import { TestProvider } from "./test-provider";

/** Bookings of events that are paid online, with a provider in memory. */
export function openPaidBookings(testBookings: TestBookings, provider = new TestProvider()) {
  const { db, manager } = testBookings;
  const deps = { manager, provider };

  const event = (options: Parameters<TestBookings["event"]>[0] = {}) =>
    testBookings.event({ paymentMethod: "online", ticketTypes: [{ price: 1_900 }], ...options });

  /** A hold whose owner is on the provider's page. */
  async function begin(on: TestEvent, quantity = 2) {
    const held = await testBookings.hold(on, quantity);
    const ticketTypeCode = testBookings.firstType(on);
    const holders = Array.from({ length: quantity }, (_, at) => ({ ticketTypeCode, name: `Holder ${at + 1}` }));
    const started = await startPayment(deps, { ...held, holders });
    if (!started.ok || started.status !== "open") throw new Error(`not started: ${JSON.stringify(started)}`);
    const [row] = await db
      .select({ bookingId: bookings.id, paymentId: payments.id, sessionId: payments.sessionId })
      .from(bookings)
      .innerJoin(payments, eq(payments.bookingId, bookings.id))
      .where(eq(bookings.reference, held.reference));
    if (!row?.sessionId) throw new Error("no page");
    return { ...held, ...row, sessionId: row.sessionId, eventId: on.id };
  }

  /** A booking that was paid by card. */
  async function pay(on: TestEvent, quantity = 2) {
    const begun = await begin(on, quantity);
    provider.act(begun.sessionId, "authorize");
    const result = await fulfil(deps, begun);
    if (!result.ok || result.status !== "captured") throw new Error(`not paid: ${JSON.stringify(result)}`);
    return begun;
  }

  return { provider, deps, event, begin, pay };
}
