import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, payments, refunds } from "@/db/schema";
import { getBookingDetail } from "@/lib/attendees/booking-detail";
import { requireViewer } from "@/lib/auth/viewer";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { makeMember, makeUser } from "@/test/factories";
import { openPaidBookings } from "@/test/paid-bookings";
import {
  askProviderAction,
  markHandedBackAction,
  markReviewedAction,
  recordPaymentAction,
  refundAction,
  retryRefundAction,
} from "./actions";
import { listPaymentIssues } from "./issues";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
vi.mock("@/lib/payments/provider-of-process", () => ({ paymentProvider: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "next-action": "sent by a script" }) }));
vi.mock("next/cache", () => ({ refresh: () => {}, updateTag: () => {} }));
vi.mock("@/lib/after-response", () => ({ afterResponse: () => {} }));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, pay, provider, deps } = openPaidBookings(testBookings);

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  vi.mocked(paymentProvider).mockReturnValue(provider);
  provider.fault = () => undefined;
});
afterEach(() => expectCleanInventory(db));

/** An event whose manager acts. */
async function setUp(options: Parameters<typeof onlineEvent>[0] = {}) {
  const manager = await makeUser(db, { name: "Mia Manager" });
  const { organizerId } = await makeMember(db, { userId: manager.id, role: "manager" });
  const { id, name, email } = manager;
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
  return onlineEvent({ organizerId, ...options });
}

type Event = Awaited<ReturnType<typeof setUp>>;

function form(event: Event, reference: string, more: Record<string, string> = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ slug: event.slug, reference, ...more })) data.set(name, value);
  return data;
}

const refundForm = (event: Event, reference: string, more: Record<string, string> = {}) =>
  form(event, reference, { key: crypto.randomUUID(), how: "all", left: "3800", amount: "", note: "Sorry.", ...more });

const refundsOf = (bookingId: number) =>
  db.select().from(refunds).where(eq(refunds.bookingId, bookingId)).orderBy(refunds.id);
const detailOf = async (event: Event, reference: string) => {
  const detail = await getBookingDetail(event.id, reference);
  if (!detail) throw new Error("no booking");
  return detail;
};

describe("a refund by the team", () => {
  it("in full is asked for once, however often the form is sent, and arrives", async () => {
    const event = await setUp();
    const { reference, bookingId } = await pay(event);
    const data = refundForm(event, reference);
    const answer = { ok: true, message: "€38 will be refunded." };
    expect(await refundAction(null, data)).toMatchObject(answer);
    expect(await refundAction(null, data)).toMatchObject(answer);
    expect(await refundsOf(bookingId)).toMatchObject([{ amount: 3_800, reason: "team", status: "created" }]);
    await settleBooking(deps, { eventId: event.id, bookingId });
    const { money, timeline, status } = await detailOf(event, reference);
    expect(status).toBe("confirmed");
    expect(money).toMatchObject({ left: 0, due: 0, refunds: [{ status: "succeeded", requestedBy: "Mia Manager" }] });
    expect(timeline.map(({ text }) => text).filter((text) => text.includes("€"))).toEqual([
      "Started to pay €38",
      "Paid €38 (card)",
      "Mia Manager asked to refund €38: Sorry.",
      "€38 refunded",
    ]);
  });

  it("of an amount takes it from the payments in their order, also if the form is sent twice at once", async () => {
    const event = await setUp();
    const { reference, bookingId } = await pay(event);
    const data = refundForm(event, reference, { how: "part", amount: "10.50" });
    const answers = await Promise.all([refundAction(null, data), refundAction(null, data)]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await refundsOf(bookingId)).toMatchObject([{ amount: 1_050, note: "Sorry." }]);
    expect((await detailOf(event, reference)).money.left).toBe(2_750);
  });

  it.each([
    ["nothing", { how: "part", amount: "" }, { amount: "Enter an amount, such as 5." }],
    ["zero", { how: "part", amount: "0" }, { amount: "Enter an amount, such as 5." }],
    ["more than is left", { how: "part", amount: "38.01" }, { amount: "Only €38 can still be refunded." }],
    ["without a reason", { note: " " }, { note: "Enter a reason." }],
  ])("of %s is refused at its field", async (_, over, fieldErrors) => {
    const event = await setUp();
    const { reference, bookingId } = await pay(event);
    expect(await refundAction(null, refundForm(event, reference, over))).toMatchObject({ ok: false, fieldErrors });
    expect(await refundsOf(bookingId)).toEqual([]);
  });

  it("has to be an amount that can be paid, in a currency with three digits", async () => {
    const event = await setUp({ currency: "KWD", ticketTypes: [{ price: 4_250 }] });
    const { reference } = await pay(event);
    const asked = { how: "part", left: "8500" };
    expect(await refundAction(null, refundForm(event, reference, { ...asked, amount: "1.255" }))).toMatchObject({
      fieldErrors: { amount: "Only multiples of KWD\u00a00.010 can be refunded." },
    });
    expect(await refundAction(null, refundForm(event, reference, { ...asked, amount: "1.250" }))).toMatchObject({
      ok: true,
    });
  });
});

describe("money from the venue", () => {
  it("is recorded, and handed back after a cancellation", async () => {
    const event = await setUp({ paymentMethod: "venue" });
    const held = await testBookings.book(event, 2);
    expect((await detailOf(event, held.reference)).money.due).toBe(3_800);
    const data = form(event, held.reference);
    expect(await recordPaymentAction(null, data)).toMatchObject({ ok: true, message: "€38 recorded as paid." });
    expect(await recordPaymentAction(null, data)).toMatchObject({ ok: false, code: "ALREADY_PAID" });
    await testBookings.cancel(held);
    const [issue] = await listPaymentIssues(event.id);
    expect(issue).toMatchObject({ kind: "hand_back", reference: held.reference, amount: 3_800 });
    const back = form(event, held.reference, { refund: issue?.refund ?? "", from: "payments" });
    expect(await markHandedBackAction(null, back)).toMatchObject({ ok: true });
    expect(await markHandedBackAction(null, back)).toMatchObject({ ok: false, code: "ALREADY_DONE" });
    expect(await listPaymentIssues(event.id)).toEqual([]);
    const texts = (await detailOf(event, held.reference)).timeline.map(({ text }) => text);
    expect(texts).toContain("Mia Manager recorded €38 as paid at the venue");
    expect(texts).toContain("€38 handed back");
  });
});

describe("a failed refund", () => {
  async function failed(event: Event) {
    const paid = await pay(event);
    await testBookings.cancel(paid);
    await settleBooking(deps, paid);
    const [made] = await refundsOf(paid.bookingId);
    provider.failRefund(paid.sessionId, made?.providerRefundId ?? "");
    expect(await askProviderAction(null, form(event, paid.reference))).toMatchObject({ ok: true });
    const [issue] = await listPaymentIssues(event.id);
    expect(issue).toMatchObject({ kind: "refund_failed", amount: 3_800, code: "lost_or_stolen_card" });
    return { ...paid, data: form(event, paid.reference, { refund: issue?.refund ?? "" }) };
  }

  it("is asked for again, as another one", async () => {
    const event = await setUp();
    const { bookingId, data } = await failed(event);
    expect(await retryRefundAction(null, data)).toMatchObject({ ok: true });
    expect(await retryRefundAction(null, data)).toMatchObject({ ok: false, code: "ALREADY_DONE" });
    expect(await refundsOf(bookingId)).toMatchObject([{ status: "failed" }, { status: "succeeded" }]);
    expect(await listPaymentIssues(event.id)).toEqual([]);
  });

  it("is not asked for again where the money was refunded otherwise since, and can be marked as solved", async () => {
    const event = await setUp();
    const { reference, data } = await failed(event);
    expect(await refundAction(null, refundForm(event, reference))).toMatchObject({ ok: true });
    expect(await retryRefundAction(null, data)).toMatchObject({ ok: false, code: "REFUNDED_OTHERWISE" });
    expect(await markReviewedAction(null, data)).toMatchObject({ ok: true });
    expect(await markReviewedAction(null, data)).toMatchObject({ ok: false, code: "ALREADY_DONE" });
    expect(await listPaymentIssues(event.id)).toEqual([]);
    const entries = await db.select().from(auditLog).where(eq(auditLog.eventId, event.id));
    expect(entries.filter(({ action }) => action === "payment.reviewed")).toMatchObject([{ detail: { of: "refund" } }]);
  });
});

describe("asking the provider again", () => {
  it("finds what was done there", async () => {
    const event = await setUp();
    const { reference, sessionId, bookingId } = await pay(event);
    provider.refundInDashboard(sessionId, 800);
    provider.dispute(sessionId);
    expect(await askProviderAction(null, form(event, reference))).toMatchObject({ ok: true });
    expect(await refundsOf(bookingId)).toMatchObject([{ amount: 800, reason: "provider" }]);
    const issues = await listPaymentIssues(event.id);
    expect(issues.map(({ kind }) => kind).toSorted()).toEqual(["dispute", "provider_refund"]);
  });

  it("says so where there is none, or it does not answer", async () => {
    const event = await setUp();
    const { reference } = await pay(event);
    provider.fault = () => "before";
    expect(await askProviderAction(null, form(event, reference))).toMatchObject({ ok: false, code: "UNAVAILABLE" });
    vi.mocked(paymentProvider).mockReturnValue(null);
    expect(await askProviderAction(null, form(event, reference))).toMatchObject({ ok: false, code: "NO_PROVIDER" });
  });
});

it("a booking of another team's event cannot be touched through one's own", async () => {
  const theirs = await setUp();
  const { reference, paymentId } = await pay(theirs);
  const mine = await setUp();
  for (const action of [recordPaymentAction, refundAction, askProviderAction]) {
    expect(await action(null, refundForm(mine, reference))).toMatchObject({ ok: false, code: "BOOKING_NOT_FOUND" });
  }
  const [payment] = await db.select().from(payments).where(eq(payments.id, paymentId));
  expect(payment).toMatchObject({ refundedAmount: 0, reviewedAt: null });
  expect(await recordPaymentAction(null, form(theirs, reference))).toMatchObject({ ok: false, code: "NOT_FOUND" });
});
