import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, organizerMembers, payments, users } from "@/db/schema";
import { bookingCancelled, bookingConfirmed, emailDue, paymentRefused, waitlistOffered } from "@/inngest/events";
import { fulfil } from "@/lib/payments/fulfil";
import { startPayment } from "@/lib/payments/start";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { sendEmailFor } from "@/test/announced-emails";
import { openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { makeMember, makeUser } from "@/test/factories";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { TestProvider } from "@/test/test-provider";
import { paymentRefusedTeam } from "./payment-refused-team";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
let provider: TestProvider;
const deps = () => ({ manager: testBookings.manager, provider });
const SENT = { ok: true, sent: true };

beforeEach(async () => {
  provider = new TestProvider();
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  await inngestStub.open();
  inngestStub.received.length = 0;
});

/** A hold of an online event whose owner is on the provider's page. */
async function beginToPay(capacity = 10) {
  const event = await testBookings.event({ capacity, paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  const held = await testBookings.hold(event, 2);
  const holder = { ticketTypeCode: testBookings.firstType(event), name: "Ada Lovelace" };
  await startPayment(deps(), { ...held, holders: [holder, holder] });
  const [payment] = await db.select().from(payments).where(eq(payments.eventId, event.id));
  if (!payment?.sessionId) throw new Error("no payment");
  const key = { eventId: event.id, paymentId: payment.id };
  return { event, held, key, sessionId: payment.sessionId, bookingId: payment.bookingId };
}

async function paid() {
  const begun = await beginToPay();
  provider.act(begun.sessionId, "authorize");
  await fulfil(deps(), begun.key);
  return begun;
}

async function messagesTo(userId: number) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return emailServer.messages(user?.email);
}

test("the confirmation says what was paid, and the cancellation what comes back", async () => {
  const { held, bookingId } = await paid();
  expect((await sendEmailFor(bookingConfirmed, { bookingId })).result).toEqual(SENT);
  await testBookings.cancel(held);
  expect((await sendEmailFor(bookingCancelled, { bookingId })).result).toEqual(SENT);
  const messages = await messagesTo(held.userId);
  const textOf = (subject: string) => messages.find((message) => message.subject.startsWith(subject))?.text;
  expect(textOf("Your tickets")).toMatch(/Paid\s+€38 on /);
  expect(textOf("Your tickets")).not.toContain("venue");
  expect(textOf("Booking cancelled")).toContain("You get €38 back, the way you paid.");
});

test("a capture that is refused is told to the buyer once, and to every owner of the team", async () => {
  const { event, held, key, sessionId } = await beginToPay();
  const owners = [await makeUser(db), await makeUser(db)];
  for (const owner of owners) await makeMember(db, { organizerId: event.organizerId, userId: owner.id });
  const manager = await makeUser(db);
  await makeMember(db, { organizerId: event.organizerId, userId: manager.id, role: "manager" });
  provider.act(sessionId, "authorize");
  provider.refuseCapture(sessionId);
  await fulfil(deps(), key);

  expect((await sendEmailFor(paymentRefused, key)).result).toEqual(SENT);
  expect((await sendEmailFor(paymentRefused, key)).result).toEqual({ ok: true, sent: false });
  const [message, ...others] = await messagesTo(held.userId);
  expect(others).toEqual([]);
  expect(message?.subject).toBe(`Your payment couldn’t be taken: ${event.name}`);
  expect(message?.text).toContain("Nothing was charged, and your booking is cancelled.");

  await runFunction(paymentRefusedTeam, { name: paymentRefused.name, data: key });
  const handedOver = inngestStub.received.splice(0);
  expect(handedOver).toHaveLength(2);
  for (const due of handedOver) {
    expect((await sendEmailFor(emailDue, due.data as { key: string })).result).toEqual(SENT);
  }
  for (const owner of owners) {
    expect((await emailServer.messages(owner.email)).map(({ subject }) => subject)).toEqual([
      `A payment led to no tickets: ${event.name}`,
    ]);
  }
  expect(await emailServer.messages(manager.email)).toEqual([]);
  await db.delete(organizerMembers).where(eq(organizerMembers.organizerId, event.organizerId));
  const data = { key: `payment-refused-team:${key.eventId}-${key.paymentId}:${owners[0]?.id}` };
  expect((await sendEmailFor(emailDue, data)).result).toEqual({ ok: false, code: "NOT_AN_OWNER" });
});

test("money that came too late is told to the buyer, with the refund", async () => {
  const { held, key, sessionId, bookingId, event } = await beginToPay(2);
  // The counters still have its seats as taken, as if by somebody else.
  await db.update(bookings).set({ status: "expired", isPaying: false }).where(eq(bookings.id, bookingId));
  provider.act(sessionId, "pay");
  expect(await fulfil(deps(), key)).toEqual({ ok: true, status: "captured" });
  expect((await sendEmailFor(paymentRefused, key)).result).toEqual(SENT);
  const [message] = await messagesTo(held.userId);
  expect(message?.subject).toBe(`Your payment came too late: ${event.name}`);
  expect(message?.text).toContain("You get all €38 back.");
});

test("a payment that led to tickets is not reported as refused", async () => {
  const { key } = await paid();
  expect((await sendEmailFor(paymentRefused, key)).result).toEqual({ ok: false, code: "PAYMENT_NOT_REFUSED" });
});

test("an offer of an online event asks to pay, at the same checkout", async () => {
  const event = await testBookings.event({ capacity: 2, paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  const others = await testBookings.hold(event, 2);
  const entry = await testBookings.wait(event, 2);
  await testBookings.cancel(others);
  await convertWaitlist(testBookings.manager, { eventId: event.id });
  const offer = await testBookings.bookingOf(entry.entryId);
  const data = { entryId: entry.entryId, bookingId: offer?.id ?? 0 };
  expect((await sendEmailFor(waitlistOffered, data)).result).toEqual(SENT);
  const [message] = await messagesTo(entry.userId);
  expect(message?.text).toContain("Pay for the booking before then");
  expect(message?.text).toContain(`Continue to payment http://localhost:3000/checkout/${offer?.reference}`);
  expect(message?.text).not.toContain("at the venue");
});
