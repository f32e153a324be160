import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { addDays, subMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, ticketTypes, users } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import { waitlistSweep } from "@/inngest/functions/waitlist-sweep";
import { sendAnnouncedEmails } from "@/test/announced-emails";
import { expectCleanInventory, openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { joinWaitlist } from "./join";
import { leaveWaitlist } from "./leave";
import { listOrganizerEntries } from "./organizer-lists";
import { findMyWaitlistEntry } from "./queries";
import { updateWaitlistEntry } from "./update-entry";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => expectCleanInventory(db));

const join = async (event: TestEvent, ticketTypeCode: string | null) => {
  testBookings.advance(1);
  const userId = await testBookings.user();
  const result = await joinWaitlist(testBookings.manager, {
    eventId: event.id,
    userId,
    quantity: 1,
    acceptFewer: false,
    ticketTypeCode,
  });
  if (!result.ok) throw new Error(result.code);
  return { ...result, userId };
};

async function emailsTo(userId: number) {
  await sendAnnouncedEmails(db);
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return emailServer.messages(user?.email ?? "");
}

const close = (type: { id: number } | undefined, salesEndAt: Date | null = subMinutes(testBookings.now(), 1)) =>
  db
    .update(ticketTypes)
    .set({ salesEndAt })
    .where(eq(ticketTypes.id, type?.id ?? 0));

/** Early Bird and Regular, two seats, sold out. Anna waits for Early Bird and Carl for any; Early Bird's sale ends. */
async function closedEarlyBird() {
  const event = await testBookings.event({
    capacity: 2,
    ticketTypes: [{ name: "Early Bird" }, { name: "Regular", price: 2_500 }],
  });
  const [early, regular] = event.ticketTypes;
  const booked = await testBookings.book(event, 2);
  const anna = await join(event, early?.code ?? "");
  const carl = await join(event, null);
  await close(early);
  return { event, early, regular, booked, anna, carl };
}

describe("an entry for a ticket type that is no longer on sale", () => {
  test("c14: gets one email with the alternatives", async () => {
    const { event, anna, booked } = await closedEarlyBird();
    const before = (await emailsTo(anna.userId)).length;
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    await testBookings.convert(event);
    const [latest, ...earlier] = await emailsTo(anna.userId);
    expect(earlier).toHaveLength(before);
    expect(latest?.text).toContain("Early Bird is no longer on sale");
    expect(latest?.text).toMatch(/Regular, €25/);
    expect(latest?.text).toContain(`/events/${event.slug}`);
  });

  test("c14: keeps its position and blocks nobody, and the public gets seats that no entry can use", async () => {
    const { event, anna, carl, booked } = await closedEarlyBird();
    await testBookings.convert(event);
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect((await testBookings.entry(anna.entryId))?.status).toBe("waiting");
    expect((await testBookings.entry(carl.entryId))?.status).toBe("offered");
    expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 0 });
    expect(await findMyWaitlistEntry(event.id, anna.userId)).toMatchObject({ position: 1, isTypeClosed: true });
    const list = await listOrganizerEntries(event.id, { show: "waiting", q: "" });
    expect(list.entries[0]).toMatchObject({ ticketType: "Early Bird", typeClosedAt: testBookings.now() });
  });

  test("alone reserves no freed seat: the public can buy it immediately", async () => {
    const { event, carl, booked } = await closedEarlyBird();
    await testBookings.convert(event);
    await leaveWaitlist(testBookings.manager, { eventId: event.id, userId: carl.userId });
    await testBookings.cancel(booked);
    expect(await testBookings.counters(event)).toMatchObject({ available: 2, waitlist: 0 });
  });

  test("changes to another type, or any, and keeps its position", async () => {
    const { event, anna, carl, regular, booked } = await closedEarlyBird();
    await testBookings.convert(event);
    const wish = (ticketTypeCode: string | null) =>
      updateWaitlistEntry(testBookings.manager, { eventId: event.id, userId: anna.userId, ticketTypeCode });
    expect(await wish("unknown")).toEqual({ ok: false, code: "TICKET_TYPE_NOT_FOUND" });
    const early = testBookings.firstType(event);
    expect(await wish(early)).toEqual({ ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: early });
    expect(await wish(regular?.code ?? "")).toEqual({ ok: true, position: 1 });
    expect(await wish(null)).toEqual({ ok: true, position: 1 });
    expect(await findMyWaitlistEntry(event.id, anna.userId)).toMatchObject({
      isTypeClosed: false,
      ticketTypeName: null,
    });
    await db.update(bookings).set({ status: "confirmed" }).where(eq(bookings.reference, booked.reference));
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect((await testBookings.entry(anna.entryId))?.status).toBe("offered");
    expect((await testBookings.entry(carl.entryId))?.status).toBe("offered");
    expect(await wish(null)).toEqual({ ok: false, code: "NOT_WAITING" });
  });

  test("gets a public seat before the public after such a change", async () => {
    const { event, anna, regular, booked } = await closedEarlyBird();
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect(await testBookings.counters(event)).toMatchObject({ available: 1, waitlist: 0 });
    await updateWaitlistEntry(testBookings.manager, {
      eventId: event.id,
      userId: anna.userId,
      ticketTypeCode: regular?.code ?? "",
    });
    expect(await testBookings.counters(event)).toMatchObject({ available: 0, waitlist: 1 });
    await testBookings.convert(event);
    expect((await testBookings.entry(anna.entryId))?.status).toBe("offered");
  });

  test("is served again once the type reopens, and asked again when it closes again", async () => {
    const { event, anna, early, booked } = await closedEarlyBird();
    await testBookings.convert(event);
    const before = (await emailsTo(anna.userId)).length;
    await close(early, null);
    await testBookings.convert(event);
    expect(await findMyWaitlistEntry(event.id, anna.userId)).toMatchObject({ isTypeClosed: false });
    testBookings.advance(5);
    await close(early);
    await testBookings.convert(event);
    expect(await emailsTo(anna.userId)).toHaveLength(before + 1);
    await close(early, null);
    await testBookings.cancel(booked);
    await testBookings.convert(event);
    expect((await testBookings.entry(anna.entryId))?.status).toBe("converted");
  });

  test("gets no email if the user has chosen in the meantime", async () => {
    const { event, anna } = await closedEarlyBird();
    await sendAnnouncedEmails(db);
    await testBookings.convert(event);
    await updateWaitlistEntry(testBookings.manager, { eventId: event.id, userId: anna.userId, ticketTypeCode: null });
    const subjects = (await emailsTo(anna.userId)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes("wait for?"))).toEqual([]);
  });
});

test("an entry for any type is asked, too, once none is sold", async () => {
  const { event, carl, regular } = await closedEarlyBird();
  await testBookings.convert(event);
  expect(await findMyWaitlistEntry(event.id, carl.userId)).toMatchObject({ isTypeClosed: false });
  await close(regular);
  await testBookings.convert(event);
  const [latest] = await emailsTo(carl.userId);
  expect(latest?.text).toContain("Every ticket type is no longer on sale");
});

test("a type that opens before sales end counts as sold, and one that opens after them does not", async () => {
  const { event, anna, early } = await closedEarlyBird();
  const opens = (salesStartAt: Date) =>
    db
      .update(ticketTypes)
      .set({ salesStartAt, salesEndAt: null })
      .where(eq(ticketTypes.id, early?.id ?? 0));
  await opens(addDays(testBookings.now(), 3));
  expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 0 });
  await opens(addDays(event.startsAt, 1));
  expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 1 });
  expect((await testBookings.entry(anna.entryId))?.typeClosedAt).toEqual(testBookings.now());
});

test("c14: when a type's sale ends, the sweep starts the run that asks, once", async () => {
  await inngestStub.open();
  const { event, anna, early } = await closedEarlyBird();
  // The sweep goes by the real clock.
  await close(early, subMinutes(new Date(), 1));
  const started = async () => {
    inngestStub.received.length = 0;
    await runFunction(waitlistSweep);
    return inngestStub.received.filter(
      ({ name, data }) => name === waitlistSeatsFreed.name && JSON.stringify(data) === `{"eventId":${event.id}}`,
    ).length;
  };
  expect(await started()).toBe(1);
  await testBookings.convert(event);
  expect((await emailsTo(anna.userId))[0]?.text).toContain("no longer on sale");
  expect(await started()).toBe(0);
});

test("a long waitlist is asked in batches", async () => {
  const { event, early } = await closedEarlyBird();
  await close(early, null);
  for (let more = 0; more < 201; more += 1) await join(event, early?.code ?? "");
  await close(early);
  expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 200, more: true });
  expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 2, more: false });
  expect(await testBookings.convert(event)).toMatchObject({ ok: true, asked: 0 });
});
