import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, emailDeliveries, events, tickets, users, waitlistEntries } from "@/db/schema";
import {
  accountTokenIssued,
  bookingCancelled,
  bookingConfirmed,
  waitlistConverted,
  waitlistJoined,
  waitlistOfferExpired,
  waitlistOffered,
} from "@/inngest/events";
import { issueToken, tokenUrl } from "@/lib/auth/tokens";
import { expireHold } from "@/lib/booking/holds";
import { getEmailTransport } from "@/lib/email/transport";
import { getTokenEmailData } from "@/lib/notifications/queries/email-data";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { sendEmailFor } from "@/test/announced-emails";
import { openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const paid = { ticketTypes: [{ name: "Floor", price: 2500 }] };

beforeEach(() => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

async function bookingOf(reference: string) {
  const [booking] = await db
    .select({ id: bookings.id, email: users.email })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(eq(bookings.reference, reference));
  if (!booking) throw new Error("no booking");
  return booking;
}

async function emailOf(userId: number) {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user?.email ?? "";
}

const confirmed = (bookingId: number) => sendEmailFor(bookingConfirmed, { bookingId });

/** An event sold out to one booking, and one entry waiting behind it; then the booking is cancelled. */
async function converted(options: Parameters<typeof testBookings.event>[0]) {
  const event = await testBookings.event({ capacity: 2, ...options });
  const booked = await testBookings.book(event, 2);
  const entry = await testBookings.wait(event, 2);
  await testBookings.cancel(booked);
  await convertWaitlist(testBookings.manager, { eventId: event.id });
  const row = await testBookings.entry(entry.entryId);
  return { event, entryId: entry.entryId, bookingId: row?.bookingId ?? 0, email: await emailOf(entry.userId) };
}

test("a confirmed booking sends one email, with every ticket, its QR code and the date", async () => {
  const event = await testBookings.event({ name: "مهرجان الأضواء", timeZone: "Africa/Cairo", ...paid });
  const { id, email } = await bookingOf((await testBookings.book(event, 2)).reference);
  expect((await confirmed(id)).result).toEqual({ ok: true, sent: true });
  expect((await confirmed(id)).result).toEqual({ ok: true, sent: false });

  const messages = await emailServer.messages(email);
  expect(messages).toEqual([expect.objectContaining({ subject: "Your tickets: مهرجان الأضواء", deliveries: 1 })]);
  const issued = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.bookingId, id));
  expect(issued).toHaveLength(2);
  for (const { code } of issued) {
    expect(messages[0]?.text).toContain(code);
    expect(messages[0]?.html).toContain(code);
  }
  expect(messages[0]?.text).toContain("€50");
  expect(messages[0]?.attachments.map((file) => file.contentType)).toEqual(["image/png", "image/png", "text/calendar"]);
  const ics = await (await fetch(`${emailServer.inboxUrl}/messages/${messages[0]?.id}/attachments/2`)).text();
  const utc = event.startsAt.toISOString().replace(/[-:]|\.\d+/g, "");
  expect(ics).toContain(`DTSTART:${utc}`);
  expect(ics).toContain("SUMMARY:مهرجان الأضواء");
});

test("a booking cancelled before its confirmation was sent gets the cancellation only", async () => {
  const booked = await testBookings.book(await testBookings.event());
  const { id, email } = await bookingOf(booked.reference);
  await testBookings.cancel(booked);
  expect((await confirmed(id)).result).toEqual({ ok: false, code: "BOOKING_NOT_CONFIRMED" });
  const cancelled = await sendEmailFor(bookingCancelled, { bookingId: id });
  expect(cancelled.result).toEqual({ ok: true, sent: true });
  expect((await emailServer.messages(email)).map((one) => one.subject)).toEqual([
    "Booking cancelled: An evening of tests",
  ]);
});

test("a confirmed booking is not reported as cancelled", async () => {
  const { id } = await bookingOf((await testBookings.book(await testBookings.event())).reference);
  const { result } = await sendEmailFor(bookingCancelled, { bookingId: id });
  expect(result).toEqual({ ok: false, code: "BOOKING_NOT_CANCELLED" });
});

test("a rejected email fails the step, and a retry sends it once", async () => {
  const { id, email } = await bookingOf((await testBookings.book(await testBookings.event())).reference);
  vi.spyOn(getEmailTransport(), "sendMail").mockRejectedValueOnce(
    Object.assign(new Error(`550 <${email}>`), { responseCode: 550 }),
  );
  const failed = await confirmed(id);
  expect(failed.error).toMatchObject({ message: `Email booking-confirmed:${id} was not accepted: 550` });
  expect(await emailServer.messages(email)).toEqual([]);
  expect((await confirmed(id)).result).toEqual({ ok: true, sent: true });
  expect(await emailServer.messages(email)).toHaveLength(1);
});

test("joining the waitlist sends an email only while the person waits", async () => {
  const event = await testBookings.event({ capacity: 1 });
  await testBookings.book(event);
  const stays = await testBookings.wait(event, 2, { acceptFewer: true });
  const leaves = await testBookings.wait(event);
  await leaveWaitlist(testBookings.manager, { eventId: event.id, userId: leaves.userId });
  const joined = (entryId: number) => sendEmailFor(waitlistJoined, { entryId });
  expect((await joined(stays.entryId)).result).toEqual({ ok: true, sent: true });
  expect((await joined(leaves.entryId)).result).toEqual({ ok: false, code: "ENTRY_NOT_WAITING" });
  const [message] = await emailServer.messages(await emailOf(stays.userId));
  expect(message?.text).toContain("2 tickets (or fewer)");
});

test("a free conversion sends an email with its tickets", async () => {
  const { bookingId, entryId, email } = await converted({});
  const { result } = await sendEmailFor(waitlistConverted, { entryId, bookingId });
  expect(result).toEqual({ ok: true, sent: true });
  const [message] = await emailServer.messages(email);
  expect(message?.attachments).toHaveLength(3);
});

test("an open offer sends an email; an expired one sends only the email about its end", async () => {
  const { bookingId, entryId, email, event } = await converted(paid);
  const offer = () => sendEmailFor(waitlistOffered, { entryId, bookingId });
  const expired = () => sendEmailFor(waitlistOfferExpired, { entryId });
  expect((await expired()).result).toEqual({ ok: false, code: "OFFER_NOT_EXPIRED" });
  expect((await offer()).result).toEqual({ ok: true, sent: true });
  const [message] = await emailServer.messages(email);
  const [row] = await db.select().from(bookings).where(eq(bookings.id, bookingId));
  expect(message?.text).toContain(`/checkout/${row?.reference}`);
  expect(message?.subject).toContain(" until ");

  await db.delete(emailDeliveries).where(eq(emailDeliveries.bookingId, bookingId));
  testBookings.advance(13 * 60);
  await expireHold(testBookings.manager, { bookingId });
  testBookings.advance(-13 * 60);
  expect((await offer()).result).toEqual({ ok: false, code: "OFFER_OVER" });
  expect((await expired()).result).toEqual({ ok: true, sent: true });
  const [entry] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.id, entryId));
  expect(entry?.status).toBe("expired");
  const [end] = await emailServer.messages(email);
  expect(end?.subject).toBe(`Your offer has expired: ${event.name}`);
});

test.each(["verify_email", "sign_in", "reset_password"] as const)(
  "%s is mailed to the account while its link works",
  async (purpose) => {
    const userId = await testBookings.user();
    const { tokenId } = await db.transaction((tx) => issueToken(tx, { userId, purpose }));
    const issued = () => sendEmailFor(accountTokenIssued, { tokenId });
    expect((await issued()).result).toEqual({ ok: true, sent: true });
    const [message] = await emailServer.messages(await emailOf(userId));
    expect(message?.text).toContain(tokenUrl({ id: tokenId, purpose }));

    await db.delete(emailDeliveries).where(eq(emailDeliveries.key, `account-link:${tokenId}`));
    await db.update(users).set({ isActive: false }).where(eq(users.id, userId));
    expect((await issued()).result).toEqual({ ok: false, code: "ACCOUNT_INACTIVE" });
  },
);

test("the email of a sign-up has its own name and time zone", async () => {
  const userId = await testBookings.user();
  const signUp = { name: "Ada Lovelace", hashedPassword: "hashed", timeZone: "Asia/Tokyo" };
  const { tokenId } = await db.transaction((tx) => issueToken(tx, { userId, purpose: "verify_email", signUp }));
  expect(await getTokenEmailData(tokenId)).toMatchObject({
    recipient: { name: "Ada Lovelace", email: await emailOf(userId) },
    timeZone: "Asia/Tokyo",
  });
});

test("no tickets are sent for an event that has been cancelled", async () => {
  const event = await testBookings.event();
  const { id } = await bookingOf((await testBookings.book(event)).reference);
  await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
  expect((await confirmed(id)).result).toEqual({ ok: false, code: "EVENT_CANCELLED" });
});
