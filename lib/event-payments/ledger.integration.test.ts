import { sql as sqlText } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { cancel } from "@/lib/booking/cancel";
import { changeTicketType } from "@/lib/booking/change-ticket-type";
import { fulfil } from "@/lib/payments/fulfil";
import { settleBooking } from "@/lib/payments/settle";
import { recordVenuePayment, refundByTeam } from "@/lib/payments/team";
import { openTestBookings } from "@/test/booking";
import { openPaidBookings } from "@/test/paid-bookings";
import { listPaymentIssues } from "./issues";
import { getLedgerPage, getLedgerTotals } from "./ledger";
import { ledgerSearchSchema, paymentsHref } from "./ledger-search";
import { markReviewed } from "./review";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, begin, pay, provider, deps } = openPaidBookings(testBookings);
const { manager } = testBookings;

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

const kindsOf = async (event: { id: number }) => (await listPaymentIssues(event.id)).map(({ kind }) => kind);
const refundSome = async (reference: string, amount: number) =>
  refundByTeam(manager, {
    ...{ reference, amount, actorId: await testBookings.user(), note: "Sorry.", key: crypto.randomUUID() },
  });

describe("what needs a person", () => {
  test("is nothing for what went as it should, and nothing for what the team refunded itself", async () => {
    const event = await onlineEvent();
    await begin(event);
    const { reference, bookingId } = await pay(event);
    await refundSome(reference, 500);
    await settleBooking(deps, { eventId: event.id, bookingId });
    expect(await kindsOf(event)).toEqual([]);
  });

  test("is a payment or a refund that waits for more than an hour", async () => {
    const event = await onlineEvent();
    const waiting = await begin(event);
    const paid = await pay(event);
    await testBookings.cancel(paid);
    expect(await kindsOf(event)).toEqual([]);
    await db.execute(
      sqlText`update payments set created_at = now() - interval '61 minutes' where booking_id = ${waiting.bookingId}`,
    );
    await db.execute(
      sqlText`update refunds set created_at = now() - interval '61 minutes' where booking_id = ${paid.bookingId}`,
    );
    // An offer of the waitlist has hours to be paid for.
    expect(await kindsOf(event)).toEqual(["refund_pending"]);
    await db.execute(sqlText`update bookings set expires_at = now() where id = ${waiting.bookingId}`);
    expect(await listPaymentIssues(event.id)).toMatchObject([
      { kind: "pending", reference: waiting.reference, amount: 3_800 },
      { kind: "refund_pending", reference: paid.reference, amount: 3_800 },
    ]);
  });

  test("is money that came too late, until it was seen", async () => {
    const event = await onlineEvent({ capacity: 2 });
    const late = await begin(event);
    testBookings.advance(16);
    await settleBooking(deps, late);
    await testBookings.book(event, 0 + 2).catch(() => null);
    const session = provider.sessions.get(late.sessionId);
    if (session) Object.assign(session.payment, { status: "captured", capturedAmount: 3_800, intentId: "pi_late" });
    await db.execute(sqlText`update events set status = 'cancelled' where id = ${event.id}`);
    expect(await fulfil(deps, late)).toEqual({ ok: true, status: "captured" });
    const [issue] = await listPaymentIssues(event.id);
    expect(issue).toMatchObject({ kind: "late", reference: late.reference, amount: 3_800, payment: null });
    const seen = { eventId: event.id, organizerId: event.organizerId, actorId: await testBookings.user() };
    const [refund] = await db.execute<{ id: string }>(
      sqlText`select id from refunds where booking_id = ${late.bookingId}`,
    );
    expect(await markReviewed({ ...seen, of: "refund", id: Number(refund?.id) })).toBe(true);
    expect(await kindsOf(event)).toEqual([]);
  });

  test("is a payment without a valid booking that nothing refunds", async () => {
    const event = await onlineEvent();
    const paid = await pay(event);
    await db.execute(
      sqlText`update bookings set status = 'cancelled', cancelled_at = now() where id = ${paid.bookingId}`,
    );
    expect(await listPaymentIssues(event.id)).toMatchObject([{ kind: "unused", amount: 3_800, refund: null }]);
    await db.execute(
      sqlText`update bookings set status = 'confirmed', cancelled_at = null where id = ${paid.bookingId}`,
    );
  });

  test("is a booking that costs another amount than was paid, until it was seen", async () => {
    const event = await onlineEvent({ ticketTypes: [{ price: 1_900 }, { price: 2_500 }] });
    const paid = await pay(event);
    const actorId = await testBookings.user();
    const tickets = await db.execute<{ code: string }>(
      sqlText`select code from tickets where booking_id = ${paid.bookingId}`,
    );
    const to = event.ticketTypes[1]?.code ?? "";
    const ticketCodes = tickets.map(({ code }) => code);
    const moved = await changeTicketType(manager, {
      eventId: event.id,
      actorId,
      reference: paid.reference,
      ticketCodes,
      to,
    });
    expect(moved).toMatchObject({ ok: true });
    expect(await listPaymentIssues(event.id)).toMatchObject([{ kind: "amounts_differ", amount: 3_800, total: 5_000 }]);
    const seen = { eventId: event.id, organizerId: event.organizerId, actorId };
    expect(await markReviewed({ ...seen, of: "payment", id: paid.paymentId })).toBe(true);
    expect(await markReviewed({ ...seen, of: "payment", id: paid.paymentId })).toBe(false);
    expect(await kindsOf(event)).toEqual([]);
  });
});

describe("the ledger", () => {
  test("has payments and refunds by time, in pages in both directions, and is searched", async () => {
    const event = await onlineEvent({ capacity: 40 });
    const bought: Awaited<ReturnType<typeof pay>>[] = [];
    for (let index = 0; index < 4; index += 1) bought.push(await pay(event, 1));
    await refundSome(bought[0]?.reference ?? "", 400);
    // All at one moment: the order is still one.
    await db.execute(sqlText`update payments set created_at = '2027-01-01T10:00:00Z' where event_id = ${event.id}`);
    await db.execute(sqlText`update refunds set created_at = '2027-01-01T10:00:00Z' where event_id = ${event.id}`);
    const all = (await getLedgerPage(event.id, {})).rows;
    expect(all.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["refund", 400],
      ...Array(4).fill(["payment", 1_900]),
    ]);
    const keys = (rows: { cursor: string }[]) => rows.map(({ cursor }) => cursor);
    const first = await getLedgerPage(event.id, {}, 2);
    const second = await getLedgerPage(event.id, { after: first.next ?? "" }, 2);
    const third = await getLedgerPage(event.id, { after: second.next ?? "" }, 2);
    expect([...keys(first.rows), ...keys(second.rows), ...keys(third.rows)]).toEqual(keys(all));
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await getLedgerPage(event.id, { before: third.previous ?? "" }, 2);
    expect(keys(back.rows)).toEqual(keys(second.rows));
    const own = await getLedgerPage(event.id, { q: bought[0]?.reference.toLowerCase() });
    expect(own.rows.map(({ kind }) => kind)).toEqual(["refund", "payment"]);
    const intent = provider.sessions.get(bought[1]?.sessionId ?? "")?.payment.intentId ?? "";
    expect((await getLedgerPage(event.id, { q: intent })).rows).toMatchObject([{ reference: bought[1]?.reference }]);
    expect((await getLedgerPage(event.id, { q: "nothing at all" })).rows).toEqual([]);
    const other = await onlineEvent();
    expect((await getLedgerPage(other.id, { after: first.next ?? "" })).rows).toEqual([]);
  });

  test("adds up what was taken, refunded and charged, each currency by itself", async () => {
    const event = await onlineEvent();
    const paid = await pay(event);
    const dollars = await pay(event);
    await db.execute(sqlText`update payments set fee = 120, fee_currency = 'EUR' where id = ${paid.paymentId}`);
    await db.execute(sqlText`update payments set fee = 99, fee_currency = 'USD' where id = ${dollars.paymentId}`);
    await refundSome(paid.reference, 800);
    expect(await getLedgerTotals(event.id)).toEqual([
      {
        ...{ currency: "EUR", taken: 7_600, refunded: 800, net: 7_600 - 800 - 120 },
        fees: [
          { currency: "EUR", amount: 120 },
          { currency: "USD", amount: 99 },
        ],
      },
    ]);
    expect(await getLedgerTotals((await onlineEvent()).id)).toEqual([]);
  });

  test("has money of the venue", async () => {
    const event = await onlineEvent({ paymentMethod: "venue" });
    const held = await testBookings.book(event, 1);
    await recordVenuePayment(manager, { reference: held.reference, actorId: await testBookings.user() });
    await cancel(manager, { reference: held.reference, actor: { userId: held.userId } });
    expect((await getLedgerPage(event.id, {})).rows).toMatchObject([
      { kind: "refund", provider: "venue", status: "created", reason: "booking_cancelled" },
      { kind: "payment", provider: "venue", amount: 1_900 },
    ]);
  });

  test("has an address that ignores nonsense", () => {
    expect(ledgerSearchSchema.parse({ q: ["a", "b"], after: "x".repeat(99) })).toEqual({});
    expect(paymentsHref("løp", { q: "AB 1", after: "p.1" })).toBe(
      "/organize/events/l%C3%B8p/payments?q=AB+1&after=p.1",
    );
  });
});
