import "@/test/email-for-file";
import { addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, users } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { expireHold } from "@/lib/booking/holds";
import { sendAnnouncedEmails } from "@/test/announced-emails";
import { expectCleanInventory, openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const minutesLeft = (until: Date | null | undefined) =>
  ((until?.getTime() ?? 0) - testBookings.now().getTime()) / 60_000;

beforeEach(() => {
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => expectCleanInventory(db));

/** One free seat that the team took back, and Anna, who waits for it. */
async function movedUp(options: Parameters<typeof testBookings.event>[0]) {
  const { event, booked: ben } = await testBookings.soldOut(1, options);
  const anna = await testBookings.wait(event);
  const actor = { userId: await testBookings.user(), isOrganizer: true };
  await cancel(testBookings.manager, { reference: ben.reference, actor });
  await testBookings.convert(event);
  await sendAnnouncedEmails(db);
  const [user] = await db.select().from(users).where(eq(users.id, anna.userId));
  const messages = await emailServer.messages(user?.email ?? "");
  return { event, anna, booking: await testBookings.bookingOf(anna.entryId), emailText: messages[0]?.text ?? "" };
}

const accept = (event: TestEvent, userId: number, reference = "") =>
  testBookings.confirm({ userId, reference }, event, 1);

describe("after the cancellation deadline", () => {
  const late = () => ({ startsAt: addHours(testBookings.now(), 5), cancellationCutoffHours: 24 });

  test("c13: a free ticket is offered instead of booked once it can no longer be cancelled", async () => {
    const { event, anna, booking, emailText } = await movedUp(late());
    expect(booking).toMatchObject({ status: "pending", source: "waitlist", totalPrice: 0 });
    expect((await testBookings.entry(anna.entryId))?.status).toBe("offered");
    expect(await accept(event, anna.userId, booking?.reference)).toMatchObject({ ok: true });
    expect((await testBookings.entry(anna.entryId))?.status).toBe("converted");
    expect(emailText).toContain(`/checkout/${booking?.reference}`);
  });

  test("c13: the email mentions no cancellation, and says that a confirmed booking is binding", async () => {
    const { emailText } = await movedUp(late());
    expect(emailText).not.toMatch(/cancel the booking/);
    expect(emailText).toContain("binding as soon as you confirm");
    expect(emailText).not.toContain("To pay");
  });

  test("an offer that expires reaches the next entry before the start", async () => {
    const { event, booked } = await testBookings.soldOut(1, late());
    const [anna, carl] = [await testBookings.wait(event), await testBookings.wait(event)];
    await cancel(testBookings.manager, {
      reference: booked.reference,
      actor: { userId: await testBookings.user(), isOrganizer: true },
    });
    await testBookings.convert(event);
    const offer = await testBookings.bookingOf(anna.entryId);
    testBookings.advance(minutesLeft(offer?.expiresAt));
    await expireHold(testBookings.manager, { bookingId: offer?.id ?? 0 });
    await testBookings.convert(event);
    const next = await testBookings.bookingOf(carl.entryId);
    expect(next).toMatchObject({ status: "pending" });
    expect(next?.expiresAt?.getTime()).toBeLessThan(event.startsAt.getTime());
  });
});

test.each([
  ["twelve hours, days before", { hours: 72, minutes: 12 * 60 }],
  ["half of five hours", { hours: 5, minutes: 150 }],
  ["half an hour, an hour before the start", { hours: 1, minutes: 30 }],
  ["ten minutes at least", { hours: 0.25, minutes: 10 }],
  ["no longer than sales", { hours: 0.1, minutes: 6 }],
])("an offer is held for %s", async (_, { hours, minutes }) => {
  const startsAt = addMinutes(testBookings.now(), hours * 60);
  const { booking } = await movedUp({ startsAt, cancellationCutoffHours: 96 });
  // Joining the waitlist takes a second.
  expect(Math.abs(minutesLeft(booking?.expiresAt) - minutes)).toBeLessThan(0.1);
});

test.each([
  ["a day before the deadline", 48, "confirmed"],
  ["two hours before it", 26, "confirmed"],
  ["half an hour before it, which is too late to read an email and cancel", 24.5, "pending"],
])("c13: a free seat %s", async (_, hours, status) => {
  const startsAt = addMinutes(testBookings.now(), hours * 60);
  const { anna, booking, emailText } = await movedUp({ startsAt, cancellationCutoffHours: 24 });
  expect(booking?.status).toBe(status);
  if (status !== "confirmed") return;
  expect(emailText).toContain("You can cancel until");
  expect(await testBookings.cancel({ userId: anna.userId, reference: booking?.reference ?? "" })).toMatchObject({
    ok: true,
  });
  const [own] = await db
    .select({ status: bookings.status })
    .from(bookings)
    .where(eq(bookings.id, booking?.id ?? 0));
  expect(own?.status).toBe("cancelled");
});
