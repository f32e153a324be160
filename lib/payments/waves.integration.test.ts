import { expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { beginToPay, readPaying } from "@/test/paying";
import { TestProvider } from "@/test/test-provider";
import { fulfil } from "./fulfil";
import { settleBooking } from "./settle";
import { sweepPayments } from "./sweep";

const WAVES = 10;
const SEATS = 20;

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

/**
 * A call to end an attempt whose answer is lost, while the buyer pays: the worst moment there is. Every other buyer pays
 * at a bank, where money is taken at once; the others' cards are authorized.
 */
test("ten waves of 20 buyers, each paying after the deadline while the call to end it times out: 20 are charged", async () => {
  const provider = new TestProvider();
  const deps = { manager: testBookings.manager, provider };
  const event = await testBookings.event({ capacity: SEATS, paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  const buyers: Awaited<ReturnType<typeof beginToPay>>[] = [];

  for (let wave = 0; wave < WAVES; wave += 1) {
    const own: typeof buyers = [];
    for (let seat = 0; seat < SEATS; seat += 1) own.push(await beginToPay(testBookings, provider, event));
    buyers.push(...own);
    testBookings.advance(16);
    provider.fault = (method) => (method === "cancel" || method === "closePage" ? "after" : undefined);
    const ended = await Promise.all(own.map(({ bookingId }) => settleBooking(deps, { eventId: event.id, bookingId })));
    expect(ended.every(({ isAnswered }) => !isAnswered)).toBe(true);
    expect(await testBookings.counters(event), "kept, as nobody knows").toMatchObject({ available: 0 });
    provider.fault = () => undefined;
    // The last wave pays now; the others once their seats were given to the next.
    if (wave < WAVES - 1)
      await sweepPayments(deps, Date.now() + 60_000, new Date(testBookings.now().getTime() + 60_000));
  }

  for (const [at, { sessionId }] of buyers.entries()) {
    provider.arriveLate(sessionId, at % 2 === 0 ? "captured" : "authorized");
  }
  // In any order: the last and the first compete.
  const order = buyers.map((_, at) => buyers[(at * 7) % buyers.length]).filter((one) => one !== undefined);
  for (let at = 0; at < order.length; at += SEATS) {
    await Promise.all(order.slice(at, at + SEATS).map(({ key }) => fulfil(deps, key)));
  }
  await sweepPayments(deps, Date.now() + 60_000, new Date(testBookings.now().getTime() + 60_000));

  const outcomes = await Promise.all(buyers.map(({ reference }) => readPaying(testBookings, reference)));
  const charged = outcomes.filter(
    ({ payments: [payment] }) => (payment?.capturedAmount ?? 0) > (payment?.refundedAmount ?? 0),
  );
  expect(charged).toHaveLength(SEATS);
  for (const { status, tickets } of charged)
    expect({ status, tickets: tickets.length }).toEqual({ status: "confirmed", tickets: 1 });
  const states = [...provider.sessions.values()].map(({ payment }) => {
    const refunded = payment.refunds.reduce((sum, { amount }) => sum + amount, 0);
    return payment.status === "captured" ? (refunded === payment.capturedAmount ? "refunded" : "kept") : payment.status;
  });
  const count = (of: string) => states.filter((state) => state === of).length;
  expect(count("kept")).toBe(SEATS);
  expect(count("refunded") + count("cancelled")).toBe((WAVES - 1) * SEATS);
  await expectCleanInventory(testBookings.db);
});
