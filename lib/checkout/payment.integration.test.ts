import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { bookings, events, payments, tickets } from "@/db/schema";
import { requireViewer } from "@/lib/auth/viewer";
import { cancel } from "@/lib/booking/cancel";
import { bookingManager } from "@/lib/booking/manager";
import { listMyHolds, listPastBookings, listUpcomingBookings } from "@/lib/booking/my-bookings";
import { findBookingView, findCheckoutView } from "@/lib/booking/queries";
import { reserve } from "@/lib/booking/reserve";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";
import { makeEvent, makeUser } from "@/test/factories";
import { TestProvider } from "@/test/test-provider";
import { startPaymentAction } from "./actions";
import { declineReason } from "./payment-messages";
import { returnFromPayment } from "./payment-return";
import { viewerStatusFor } from "./viewer-status";

vi.mock("@/lib/payments/provider-of-process", () => ({ paymentProvider: vi.fn() }));
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined }),
}));

type User = Awaited<ReturnType<typeof makeUser>>;

let user: User;
let provider: TestProvider;

function signInAs(viewer: User) {
  user = viewer;
  const { id, name, email } = viewer;
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
}

beforeEach(async () => {
  signInAs(await makeUser(db));
  provider = new TestProvider();
  vi.mocked(paymentProvider).mockReturnValue(provider);
  request.headers.set("next-action", "pay");
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => request.headers.delete("next-action"));

async function hold(options: Parameters<typeof makeEvent>[1] = {}) {
  const event = await makeEvent(db, { paymentMethod: "online", ticketTypes: [{ price: 1_900 }], ...options });
  const code = event.ticketTypes[0]?.code ?? "";
  const items = [{ ticketTypeCode: code, quantity: 2 }];
  const wanted = { eventId: event.id, userId: user.id, items, idempotencyKey: crypto.randomUUID() };
  const held = await reserve(bookingManager, wanted);
  if (!held.ok) throw new Error(held.code);
  const { reference } = held.booking;
  const fields = new FormData();
  fields.append("reference", reference);
  for (const [index, name] of ["Ada Lovelace", "Grace Hopper"].entries()) {
    fields.append(`holders.${index}.ticketTypeCode`, code);
    fields.append(`holders.${index}.name`, name);
  }
  fields.append("terms", "on");
  return { event, reference, fields };
}

/** A hold whose owner is on the provider's page. */
async function beginToPay(options?: Parameters<typeof makeEvent>[1]) {
  const held = await hold(options);
  const answer = await startPaymentAction(null, held.fields);
  if (!answer.ok) throw new Error(answer.code);
  return { ...held, url: answer.goTo, sessionId: answer.goTo.split("/").at(-1) ?? "" };
}

const back = (reference: string, now?: Date) => returnFromPayment(reference, user.id, now);
const readBooking = async (reference: string) =>
  (await db.select().from(bookings).where(eq(bookings.reference, reference)))[0];

/** Lets the time to pay pass. */
async function passDeadline(reference: string) {
  await db
    .update(bookings)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(bookings.reference, reference));
}

describe("paying", () => {
  it("leads to the provider's page, and a second click and another tab to the same one", async () => {
    const { fields, url } = await beginToPay();
    expect(url).toMatch(/^https:\/\/pay\.test\//);
    expect(await startPaymentAction(null, fields)).toMatchObject({ ok: true, goTo: url, inPlace: false });
    expect(provider.sessions.size).toBe(1);
  });

  it("redirects to it without scripts", async () => {
    request.headers.delete("next-action");
    const { fields } = await hold();
    const thrown = await startPaymentAction(null, fields).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ digest: expect.stringContaining("https://pay.test/") });
  });

  it("says that nothing was charged while the provider does not answer, and keeps the hold", async () => {
    const { fields, reference } = await hold();
    provider.fault = () => "before";
    expect(await startPaymentAction(null, fields)).toMatchObject({
      code: "PAYMENT_UNAVAILABLE",
      message: expect.stringContaining("Nothing was charged, and your tickets are still held"),
    });
    vi.mocked(paymentProvider).mockReturnValue(null);
    expect(await startPaymentAction(null, fields)).toMatchObject({ code: "PAYMENT_UNAVAILABLE" });
    expect(await readBooking(reference)).toMatchObject({ status: "pending" });
  });

  it("leads to the booking where another tab has paid", async () => {
    const { fields, reference, sessionId } = await beginToPay();
    provider.act(sessionId, "authorize");
    expect(await startPaymentAction(null, fields)).toMatchObject({ ok: true, goTo: `/bookings/${reference}` });
  });

  it("keeps the names that were typed, and shows an error at a name that is missing", async () => {
    const { fields, reference } = await beginToPay();
    const view = await findCheckoutView(reference, user.id);
    expect(view?.tickets.map(({ holderName }) => holderName)).toEqual(["Ada Lovelace", "Grace Hopper"]);
    fields.set("holders.1.name", "");
    expect(await startPaymentAction(null, fields)).toMatchObject({
      code: "INVALID",
      fieldErrors: { "holders.1.name": expect.any(String) },
    });
  });

  it("does not affect another user's hold", async () => {
    const { fields } = await hold();
    signInAs(await makeUser(db));
    expect(await startPaymentAction(null, fields)).toMatchObject({ code: "BOOKING_NOT_FOUND" });
    expect(provider.sessions.size).toBe(0);
  });
});

describe("coming back from the provider's page", () => {
  it("leads to the booking with its tickets, however often, and also after the notification", async () => {
    const { reference, sessionId } = await beginToPay();
    provider.act(sessionId, "authorize");
    const toBooking = { to: "page", path: `/bookings/${reference}` };
    expect(await Promise.all([back(reference), back(reference)])).toEqual([toBooking, toBooking]);
    const calls = { ...provider.calls };
    expect(await back(reference)).toEqual(toBooking);
    expect(provider.calls).toEqual(calls);
    const view = await findBookingView(reference, user.id);
    expect(view?.tickets).toHaveLength(2);
    expect(view?.payment).toMatchObject({ paid: { amount: 3_800 }, left: 3_800, unpaid: null });
  });

  it("leads back to the checkout, with the reason, after a declined card", async () => {
    const { reference, sessionId, url, fields } = await beginToPay();
    provider.act(sessionId, "decline");
    expect(await back(reference)).toEqual({ to: "page", path: `/checkout/${reference}?payment=left` });
    const view = await findCheckoutView(reference, user.id);
    expect(view && declineReason(view.payment)).toContain("enough money");
    expect(view?.payment.attempt).toBe("open");
    expect(await startPaymentAction(null, fields)).toMatchObject({ goTo: url });
  });

  it("waits for a bank that has not answered, and for a provider that does not", async () => {
    const { reference, sessionId } = await beginToPay();
    provider.fault = () => "before";
    expect(await back(reference)).toEqual({ to: "wait", state: "unanswered" });
    provider.fault = () => undefined;
    provider.act(sessionId, "processing");
    expect(await back(reference)).toEqual({ to: "wait", state: "processing" });
    provider.act(sessionId, "pay");
    expect(await back(reference)).toEqual({ to: "page", path: `/bookings/${reference}` });
  });

  it("ends an attempt whose time has passed, and leads to what that means", async () => {
    const { reference } = await beginToPay();
    await passDeadline(reference);
    expect(await listMyHolds(user.id)).toMatchObject([{ reference, isPaying: true }]);
    expect(await back(reference)).toEqual({ to: "page", path: `/checkout/${reference}?payment=left` });
    expect(await readBooking(reference)).toMatchObject({ status: "expired", isPaying: false });
  });

  it("refunds money that came too late, and the checkout says so", async () => {
    const { event, reference, sessionId } = await beginToPay({ capacity: 2 });
    provider.act(sessionId, "processing");
    await passDeadline(reference);
    expect(await back(reference)).toEqual({ to: "wait", state: "processing" });
    await db.update(events).set({ availableTickets: 0 }).where(eq(events.id, event.id));
    // Its seats went to somebody else.
    await db.update(bookings).set({ status: "expired", isPaying: false }).where(eq(bookings.reference, reference));
    provider.act(sessionId, "pay");
    expect(await back(reference)).toEqual({ to: "page", path: `/checkout/${reference}` });
    const view = await findCheckoutView(reference, user.id);
    expect(view?.payment).toMatchObject({
      paid: { amount: 3_800 },
      left: 0,
      refunds: [{ amount: 3_800, status: "succeeded", reason: "no_seats" }],
    });
  });

  it("shows a booking whose money could not be taken as cancelled and not charged", async () => {
    const { reference, sessionId } = await beginToPay();
    provider.act(sessionId, "authorize");
    provider.refuseCapture(sessionId);
    expect(await back(reference)).toEqual({ to: "page", path: `/bookings/${reference}` });
    const view = await findBookingView(reference, user.id);
    expect(view).toMatchObject({ status: "cancelled", payment: { paid: null, unpaid: { end: "failed" } } });
    expect(view?.timeline.map(({ text }) => text)).toEqual([
      "Tickets held for you",
      "Booking confirmed",
      "The payment couldn’t be taken, so the booking was cancelled",
      "The payment was declined",
    ]);
  });

  it("shows a booking as being completed while the capture is not answered", async () => {
    const { reference, sessionId } = await beginToPay();
    provider.act(sessionId, "authorize");
    provider.fault = (method) => (method === "capture" ? "before" : undefined);
    expect(await back(reference)).toEqual({ to: "page", path: `/bookings/${reference}` });
    const view = await findBookingView(reference, user.id);
    expect(view).toMatchObject({ status: "confirmed", payment: { attempt: "authorized" }, tickets: [] });
    expect((await listUpcomingBookings(user.id, null)).bookings).toMatchObject([
      { reference, isPaying: true, paid: 0 },
    ]);
  });

  it("is nothing for another user, and for a booking that does not exist", async () => {
    const { reference } = await beginToPay();
    signInAs(await makeUser(db));
    const { calls } = provider;
    const before = { ...calls };
    expect(await back(reference)).toBeNull();
    expect(await back("NOSUCHREFX")).toBeNull();
    expect(calls).toEqual(before);
  });
});

describe("where a hold and its money are shown", () => {
  it("the event's page knows whether a payment was begun", async () => {
    const { event, fields } = await hold();
    const read = async () => (await viewerStatusFor(event.slug, user.id))?.booking?.payment;
    expect(await read()).toBe("due");
    await startPaymentAction(null, fields);
    expect(await read()).toBe("begun");
    const atVenue = await hold({ paymentMethod: "venue" });
    expect((await viewerStatusFor(atVenue.event.slug, user.id))?.booking?.payment).toBeNull();
  });

  it("a cancelled booking shows its refund from request to end", async () => {
    const { event, reference, sessionId } = await beginToPay();
    provider.act(sessionId, "authorize");
    await back(reference);
    await cancel(bookingManager, { reference, actor: { userId: user.id } });
    expect((await listPastBookings(user.id, null)).bookings).toMatchObject([
      { reference, paid: 3_800, refunding: 3_800, refunded: 0 },
    ]);
    const [row] = await db.select().from(payments).where(eq(payments.eventId, event.id));
    await settleBooking({ manager: bookingManager, provider }, { eventId: event.id, bookingId: row?.bookingId ?? 0 });
    expect((await listPastBookings(user.id, null)).bookings).toMatchObject([{ refunding: 0, refunded: 3_800 }]);
    const view = await findBookingView(reference, user.id);
    expect(view?.payment).toMatchObject({ left: 0, refunds: [{ amount: 3_800, status: "succeeded" }] });
    expect(view?.timeline.map(({ text }) => text)).toEqual([
      "Tickets held for you",
      "Booking confirmed",
      "You paid €38",
      "You cancelled the booking",
      "Refund of €38 started",
      "€38 refunded",
    ]);
    expect(
      await db
        .select()
        .from(tickets)
        .where(eq(tickets.bookingId, row?.bookingId ?? 0)),
    ).toMatchObject([{ status: "void" }, { status: "void" }]);
  });
});
