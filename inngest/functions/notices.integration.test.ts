import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { addHours } from "date-fns";
import { eq, inArray } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, emailDeliveries, events, users } from "@/db/schema";
import { emailDue } from "@/inngest/events";
import { sendEmailFor } from "@/test/announced-emails";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { emailSweep } from "./email-sweep";
import { eventReminders } from "./event-reminders";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await inngestStub.open();
  inngestStub.received.length = 0;
});

/** Sends every email that Inngest received, and returns the results. */
async function sendHandedOver() {
  const results = [];
  for (const event of inngestStub.received.splice(0)) {
    expect(event).toMatchObject({ name: emailDue.name, id: (event.data as { key: string }).key });
    const { result } = await sendEmailFor(emailDue, event.data as { key: string });
    results.push(result);
  }
  return results;
}

async function subjectsOf(userId: number) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return (await emailServer.messages(user?.email)).map((message) => message.subject);
}

const SENT = { ok: true, sent: true };
const update = (event: TestEvent, values: Partial<typeof events.$inferInsert>) =>
  db.update(events).set(values).where(eq(events.id, event.id));

test("a reminder is sent within the last day, once per date of the event", async () => {
  const event = await testBookings.event({ startsAt: addHours(new Date(), 30) });
  const booked = await testBookings.book(event);
  const confirmedAt = new Date(Date.now() - 72 * 3_600_000);
  const [row] = await db
    .update(bookings)
    .set({ confirmedAt })
    .where(eq(bookings.reference, booked.reference))
    .returning();
  const remind = async () => {
    await runFunction(eventReminders);
    return sendHandedOver();
  };
  const moveTo = (startsAt: Date) => update(event, { startsAt, endsAt: addHours(startsAt, 2) });
  // Postponed after the reminder for its first date.
  const earlier = { key: `event-reminder:${row?.id}:2020-01-01`, to: "", subject: "", messageId: "<earlier@x>" };
  await db.insert(emailDeliveries).values({ ...earlier, status: "sent" });

  expect(await remind()).toEqual([]);
  await moveTo(addHours(new Date(), 23));
  const lastMinute = await testBookings.book(event);
  expect(await remind()).toEqual([SENT]);
  expect(await remind()).toEqual([]);
  expect(await subjectsOf(booked.userId)).toEqual([`Coming up: ${event.name}`]);
  expect(await subjectsOf(lastMinute.userId)).toEqual([]);
});

test("a reminder for an earlier date of the event is not sent", async () => {
  const event = await testBookings.event({ startsAt: addHours(new Date(), 20) });
  const booked = await testBookings.book(event);
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, booked.reference));
  const { result } = await sendEmailFor(emailDue, { key: `event-reminder:${row?.id}:2020-01-01` });
  expect(result).toEqual({ ok: false, code: "EVENT_MOVED" });
});

test("an email whose sender died or gave up is found and sent; one still being retried is not", async () => {
  const event = await testBookings.event();
  const claim = async (minutesAgo: number, status: "sending" | "failed", createdDaysAgo = 0) => {
    const booked = await testBookings.book(event);
    const [row] = await db.select().from(bookings).where(eq(bookings.reference, booked.reference));
    const key = `booking-confirmed:${row?.id}`;
    const claimedAt = new Date(Date.now() - minutesAgo * 60_000);
    const createdAt = new Date(Date.now() - createdDaysAgo * 86_400_000);
    await db
      .insert(emailDeliveries)
      .values({ key, to: "", subject: "", status, claimedAt, createdAt, messageId: `<${key}@x>` });
    return booked.userId;
  };
  const [died, gaveUp, retried, old] = [
    await claim(11, "sending"),
    await claim(20, "failed"),
    await claim(5, "failed"),
    await claim(20, "failed", 4),
  ];
  await db.insert(emailDeliveries).values({
    ...{ key: "booking-confirmed:0", to: "", subject: "", messageId: "<0@x>" },
    claimedAt: new Date(Date.now() - 30 * 60_000),
  });
  expect((await runFunction(emailSweep)).result).toEqual({ unsent: 3, settled: 3 });
  expect(await subjectsOf(died)).toHaveLength(1);
  expect(await subjectsOf(gaveUp)).toHaveLength(1);
  expect(await subjectsOf(retried)).toEqual([]);
  expect(await subjectsOf(old)).toEqual([]);
});

test("emails that always fail don't block others", async () => {
  await db.update(emailDeliveries).set({ status: "sent" });
  vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = Array.from({ length: 25 }, (_, n) => ({
    // A kind that no version sends any more, and keys of missing rows.
    key: n === 0 ? "no-such-mail:1" : `booking-confirmed:none-${n}`,
    ...{ to: "", subject: "", status: "failed" as const, messageId: `<failing-${n}@x>` },
    claimedAt: new Date(Date.now() - (n === 24 ? 30 : 60) * 60_000),
  }));
  const booked = [
    await testBookings.book(await testBookings.event()),
    await testBookings.book(await testBookings.event()),
  ];
  const references = booked.map(({ reference }) => reference);
  const rows = await db.select().from(bookings).where(inArray(bookings.reference, references));
  const good = rows.map(({ id, reference }) => ({
    ...{ key: `booking-confirmed:${id}`, to: "", subject: "", messageId: `<good-${id}@x>` },
    claimedAt: new Date(Date.now() - (reference === references[0] ? 40 : 20) * 60_000),
  }));
  await db.insert(emailDeliveries).values([...failing, ...good]);

  expect((await runFunction(emailSweep)).result).toEqual({ unsent: 25, settled: 1 });
  expect(await subjectsOf(booked[0]?.userId ?? 0)).toHaveLength(1);
  expect((await runFunction(emailSweep)).result).toEqual({ unsent: 2, settled: 1 });
  expect(await subjectsOf(booked[1]?.userId ?? 0)).toHaveLength(1);
});

test("emails that are no longer true don't block others", async () => {
  const untrue = Array.from({ length: 30 }, (_, n) => ({
    ...{ key: `booking-confirmed:${-n - 1}`, to: "", subject: "", status: "failed" as const },
    ...{ messageId: `<${n}@x>`, claimedAt: new Date(Date.now() - 60 * 60_000) },
  }));
  await db.insert(emailDeliveries).values(untrue);
  const booked = await testBookings.book(await testBookings.event());
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, booked.reference));
  await db.insert(emailDeliveries).values({
    ...{ key: `booking-confirmed:${row?.id}`, to: "", subject: "", messageId: "<behind@x>" },
    claimedAt: new Date(Date.now() - 20 * 60_000),
  });
  await runFunction(emailSweep);
  await runFunction(emailSweep);
  expect(await subjectsOf(booked.userId)).toHaveLength(1);
});
