import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, users } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { cancelEvent } from "@/lib/operations/cancel-event";
import { sendAnnouncedEmails } from "@/test/announced-emails";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { runOperation } from "@/test/operations";
import { composeEmail } from "./compose";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => expectCleanInventory(db));

/** The last email of an attendee, with its calendar file. */
async function lastEmail(userId: number) {
  await sendAnnouncedEmails(db);
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  const [message] = await emailServer.messages(user?.email ?? "");
  const at = message?.attachments.findIndex(({ contentType }) => contentType === "text/calendar") ?? -1;
  if (!message || at < 0) return { text: message?.text ?? "", subject: message?.subject, file: null };
  const answer = await fetch(`${emailServer.inboxUrl}/messages/${message.id}/attachments/${at}`);
  const lines = (await answer.text()).replace(/\r\n[ \t]/g, "").split("\r\n");
  const value = (name: string) => lines.find((line) => line.split(/[:;]/)[0] === name)?.slice(name.length + 1);
  const [method, uid, start, organizer, status] = ["METHOD", "UID", "DTSTART", "ORGANIZER", "STATUS"].map(value);
  const file = { method, uid, start, organizer, status, sequence: Number(value("SEQUENCE")) };
  return { text: message.text, subject: message.subject, file };
}

async function contentType(key: Parameters<typeof composeEmail>[0]) {
  const composed = await composeEmail(key);
  return typeof composed === "string" ? composed : composed.attachments?.at(-1)?.contentType;
}

async function idOf(reference: string) {
  const [booking] = await db.select({ id: bookings.id }).from(bookings).where(eq(bookings.reference, reference));
  return booking?.id ?? 0;
}

test("c10: the email of a cancelled booking takes the entry out of the calendar, and booking again puts it back", async () => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const before = await lastEmail(booked.userId);
  expect(before.file).toMatchObject({ method: "PUBLISH", status: "CONFIRMED" });
  testBookings.advance(1);
  await testBookings.cancel(booked);
  const cancelled = await lastEmail(booked.userId);
  expect(cancelled.file).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: before.file?.uid });
  expect(cancelled.file).toMatchObject({ start: before.file?.start, organizer: before.file?.organizer });
  expect(cancelled.file?.organizer).toContain("MAILTO:");
  expect(cancelled.file?.sequence).toBeGreaterThan(before.file?.sequence ?? 0);
  expect(cancelled.text).toMatch(/calendar/);
  expect(await contentType(`booking-cancelled:${await idOf(booked.reference)}`)).toContain("method=CANCEL");

  testBookings.advance(1);
  const again = await testBookings.hold(event, 1, booked.userId);
  await testBookings.confirm(again, event, 1);
  const confirmed = await lastEmail(booked.userId);
  expect(confirmed.file).toMatchObject({ method: "PUBLISH", uid: before.file?.uid });
  expect(confirmed.file?.sequence).toBeGreaterThan(cancelled.file?.sequence ?? 0);
});

test("c10: so does a cancellation in the second of the booking, and one by the team", async () => {
  const event = await testBookings.event();
  const [own, theirs] = [await testBookings.book(event), await testBookings.book(event)];
  const [first, second] = [await lastEmail(own.userId), await lastEmail(theirs.userId)];
  await testBookings.cancel(own);
  const actor = { userId: await testBookings.user(), isOrganizer: true };
  await cancel(testBookings.manager, { reference: theirs.reference, actor });
  for (const [before, after] of [
    [first, await lastEmail(own.userId)],
    [second, await lastEmail(theirs.userId)],
  ]) {
    expect(after?.file).toMatchObject({ method: "CANCEL", uid: before?.file?.uid });
    expect(after?.file?.sequence).toBeGreaterThan(before?.file?.sequence ?? 0);
  }
});

test("c10: the email of a cancelled event does the same", async () => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const before = await lastEmail(booked.userId);
  testBookings.advance(1);
  const actorId = await testBookings.user();
  const result = await cancelEvent(testBookings.manager, {
    eventId: event.id,
    actorId,
    reason: "The hall is flooded.",
  });
  if (!result.ok || !result.operationId) throw new Error("not cancelled");
  await runOperation(result.operationId);
  const after = await lastEmail(booked.userId);
  expect(after.subject).toContain("Event cancelled");
  expect(after.file).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: before.file?.uid });
  expect(after.file).toMatchObject({ start: before.file?.start, organizer: before.file?.organizer });
  expect(after.file?.sequence).toBeGreaterThan(before.file?.sequence ?? 0);
  expect(after.text).toMatch(/calendar/);
  expect(await contentType(`event-cancelled:${await idOf(booked.reference)}`)).toContain("method=CANCEL");
});
