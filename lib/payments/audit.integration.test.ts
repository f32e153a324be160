import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sql as client, db } from "@/db/client";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { TestProvider } from "@/test/test-provider";
import { auditMoney } from "./audit";
import { fulfil } from "./fulfil";
import { settleBooking } from "./settle";
import { startPayment } from "./start";

const testBookings = await openTestBookings({ url: "", db, sql: client, close: async () => {} });
const provider = new TestProvider();
const deps = { manager: testBookings.manager, provider };
const since = new Date(Date.now() - 86_400_000);

async function bookPaid(event: TestEvent) {
  testBookings.advance(1);
  const held = await testBookings.hold(event, 1);
  await startPayment(deps, { ...held, holders: [{ ticketTypeCode: testBookings.firstType(event), name: "Holder" }] });
  const [row] = await db.execute<{ id: number; session: string; booking: number }>(sql`
    select p.id::int as id, p.session_id as session, p.booking_id::int as booking from payments p
    join bookings b on b.id = p.booking_id where b.reference = ${held.reference}`);
  if (!row) throw new Error("not started");
  provider.act(row.session, "authorize");
  const key = { eventId: event.id, paymentId: row.id };
  expect(await fulfil(deps, key)).toEqual({ ok: true, status: "captured" });
  const state = provider.sessions.get(row.session)?.payment;
  if (!state) throw new Error("no session");
  return { ...held, ...row, key, state };
}
type Paid = Awaited<ReturnType<typeof bookPaid>>;

const audit = (of: TestProvider | null = provider) => auditMoney(db, { provider: of, since, pageSize: 2 });

/** Changes a row that triggers protect, as a bug or a person with a console might. */
async function tamper(statement: ReturnType<typeof sql>) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });
}

const rowDifferences: Record<string, (paid: Paid) => Promise<unknown>> = {
  KEPT_WITHOUT_BOOKING: ({ booking }) => tamper(sql`update bookings set status = 'cancelled' where id = ${booking}`),
  PAID_TWICE: ({ booking }) =>
    tamper(sql`update payments set booking_id = ${booking} where id = (select max(id) from payments)`),
  CONFIRMED_WITHOUT_PAYMENT: ({ id }) =>
    tamper(sql`update payments set status = 'failed', captured_amount = 0 where id = ${id}`),
  REFUNDED_AMOUNT: ({ id }) => tamper(sql`update payments set refunded_amount = 100 where id = ${id}`),
  IS_PAYING_WITHOUT_ATTEMPT: ({ booking }) => tamper(sql`update bookings set is_paying = true where id = ${booking}`),
  ATTEMPT_WITHOUT_IS_PAYING: ({ id }) =>
    tamper(sql`update payments set status = 'created', captured_amount = 0 where id = ${id}`),
  TICKETS_WITHOUT_PAYMENT: ({ id }) =>
    tamper(sql`update payments set status = 'authorized', captured_amount = 0 where id = ${id}`),
};

test("the rows show a booking that was confirmed without any attempt to pay", async () => {
  const findWithout = ({ booking }: Paid) => tamper(sql`delete from payments where booking_id = ${booking}`);
  // The first of the event is taken for one from before it was paid for online.
  expect(await findKinds(async () => {}, null)).toEqual([]);
  const [last] = await db.execute<{ booking: number }>(sql`select max(booking_id)::int as booking from payments`);
  await findWithout(last as Paid);
  expect(await audit(null)).toMatchObject({ differences: [{ kind: "CONFIRMED_WITHOUT_PAYMENT" }] });
});

const providerDifferences: Record<string, (paid: Paid) => unknown> = {
  STATUS: ({ state }) => Object.assign(state, { status: "cancelled" }),
  AMOUNT: ({ state }) => Object.assign(state, { capturedAmount: 1_899 }),
  REFUNDS: ({ session }) => provider.refundInDashboard(session, 500),
  WITHOUT_ROW: ({ state }) => Object.assign(state, { key: { ...state.key, paymentId: 4_000_000 } }),
  NOT_AT_PROVIDER: async ({ session, id }) => {
    provider.sessions.delete(session);
    await tamper(sql`update payments set created_at = created_at - interval '2 hours' where id = ${id}`);
  },
};

async function findKinds(spoil: (paid: Paid) => unknown, of: TestProvider | null) {
  // Each on its own, between payments that are in order, so that there are several pages.
  await db.execute(sql`truncate refunds, payments, bookings cascade`);
  provider.sessions.clear();
  const event = await testBookings.event({ capacity: 5, paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  const first = await bookPaid(event);
  for (let others = 0; others < 3; others += 1) await bookPaid(event);
  expect(await audit(of)).toMatchObject({ ok: true, differences: [], compared: { payments: 4 } });
  await spoil(first);
  const found = await audit(of);
  if (!found.ok) throw new Error(found.reason);
  return found.differences.map(({ kind, reference }) => ({ kind, isOfIt: reference === first.reference }));
}

test.each(Object.entries(rowDifferences))("the rows show %s", async (kind, spoil) => {
  expect(await findKinds(spoil, null)).toContainEqual({ kind, isOfIt: true });
});

test.each(Object.entries(providerDifferences))("the provider's list shows %s", async (kind, spoil) => {
  expect(await findKinds(spoil, provider)).toContainEqual({ kind, isOfIt: kind !== "WITHOUT_ROW" });
});

test("a refund that was asked for and not made yet is on its way, and no difference", async () => {
  const event = await testBookings.event({ capacity: 5, paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  await db.execute(sql`truncate refunds, payments, bookings cascade`);
  provider.sessions.clear();
  const paid = await bookPaid(event);
  await testBookings.cancel(paid);
  const onTheWay = [{ reference: paid.reference, amount: 1_900, currency: "EUR" }];
  expect(await audit()).toMatchObject({ ok: true, differences: [], refundsOnTheWay: onTheWay });
  await settleBooking(deps, { eventId: event.id, bookingId: paid.booking });
  expect(await audit()).toMatchObject({ ok: true, differences: [], refundsOnTheWay: [] });
});

test("says so where the provider does not answer", async () => {
  const silent = new TestProvider();
  silent.listPayments = async () => ({ ok: false, code: "UNAVAILABLE", reason: "timeout" }) as never;
  expect(await audit(silent)).toEqual({ ok: false, code: "UNAVAILABLE", reason: "timeout" });
});
