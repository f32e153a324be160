import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { addDays } from "date-fns";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { events, operations, users } from "@/db/schema";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { readOperationOutcome, runOperation } from "@/test/operations";
import { cancelEvent } from "./cancel-event";
import type { TimeAndPlace } from "./detail";
import { startOperation } from "./start";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

function placeAndTime({ startsAt, endsAt, timeZone, venue, address, city }: TimeAndPlace): TimeAndPlace {
  return { startsAt, endsAt, timeZone, venue, address, city };
}

/** Moves a published event with bookings, as the editor does. */
async function move(event: TestEvent, values: Partial<TimeAndPlace>) {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(events).where(eq(events.id, event.id)).for("update");
    const [after] = await tx
      .update(events)
      .set({ ...values, updatedAt: new Date() })
      .where(eq(events.id, event.id))
      .returning();
    if (!before || !after) throw new Error("no event");
    const detail = { from: placeAndTime(before), to: placeAndTime(after) };
    const startedBy = await testBookings.user();
    return (await startOperation(tx, { kind: "event_change", eventId: event.id, startedBy, detail })).operationId;
  });
}

async function emailsOf(userId: number) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return emailServer.messages(user?.email);
}

test("everyone with a confirmed booking gets one email with the change and the new date for the calendar", async () => {
  const event = await testBookings.event({ venue: "The old mill" });
  const [first, second] = [await testBookings.book(event), await testBookings.book(event)];
  const held = await testBookings.hold(event);
  await testBookings.cancel(await testBookings.book(event));
  const operationId = await move(event, { venue: "Hall 3" });
  const waits: string[] = [];
  await runOperation(operationId, (name) => void waits.push(name));
  await runOperation(operationId);
  expect(waits).toEqual(["let-edits-settle"]);
  expect((await readOperationOutcome(operationId)).recipients).toMatchObject([
    { userId: first.userId, status: "done" },
    { userId: second.userId, status: "done" },
  ]);
  for (const { userId } of [first, second]) {
    const [message, ...others] = await emailsOf(userId);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ subject: `Changed: ${event.name}`, deliveries: 1 });
    expect(message?.text).toMatch(/Old venue\s+The old mill, Lisbon/);
    expect(message?.text).toMatch(/New venue\s+Hall 3, Lisbon/);
    expect(message?.text).not.toContain("Old date");
    expect(message?.attachments).toEqual([expect.objectContaining({ contentType: "text/calendar" })]);
  }
  expect(await emailsOf(held.userId)).toEqual([]);

  await runOperation(await move(event, { venue: "Hall 4" }));
  expect(await emailsOf(first.userId)).toHaveLength(2);
});

test("several edits in a row are one change and one email, from the first to the last state", async () => {
  const event = await testBookings.event({ venue: "The old mill" });
  const booked = await testBookings.book(event);
  const startsAt = addDays(event.startsAt, 1);
  const ids = [
    await move(event, { venue: "Hall 3" }),
    await move(event, { venue: "Hall 4" }),
    await move(event, { startsAt, endsAt: addDays(event.endsAt, 1) }),
  ];
  expect(new Set(ids).size).toBe(1);
  for (const id of ids) await runOperation(id);
  const [message, ...others] = await emailsOf(booked.userId);
  expect(others).toEqual([]);
  expect(message?.text).toMatch(/The old mill[\s\S]*Hall 4/);
  expect(message?.text).not.toContain("Hall 3");
  expect(message?.text).toContain("Old date");
});

test("concurrent moves by two organizers are one operation", async () => {
  const event = await testBookings.event();
  await testBookings.book(event);
  const ids = await Promise.all([move(event, { venue: "Hall 3" }), move(event, { city: "Porto" })]);
  expect(new Set(ids).size).toBe(1);
  const [row] = await db.select().from(operations).where(eq(operations.eventId, event.id));
  expect(row?.detail).toMatchObject({
    from: { venue: "Test Hall", city: "Lisbon" },
    to: { venue: "Hall 3", city: "Porto" },
  });
});

test("a change that is undone in time sends no email", async () => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const operationId = await move(event, { venue: "Hall 3" });
  expect(await move(event, { venue: event.venue })).toBe(operationId);
  await runOperation(operationId);
  const { operation, recipients } = await readOperationOutcome(operationId);
  expect(operation?.finishedAt).toEqual(expect.any(Date));
  expect(recipients).toEqual([]);
  expect(await emailsOf(booked.userId)).toEqual([]);
});

test("a change of an event that is then cancelled sends no email: the cancellation does", async () => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const operationId = await move(event, { venue: "Hall 3" });
  const cancelled = await cancelEvent(testBookings.manager, {
    ...{ eventId: event.id, actorId: booked.userId, reason: "Flood" },
  });
  if (!cancelled.ok || !cancelled.operationId) throw new Error("not cancelled");
  await runOperation(operationId);
  await runOperation(cancelled.operationId);
  expect((await readOperationOutcome(operationId)).statuses).toEqual(["skipped"]);
  expect((await emailsOf(booked.userId)).map((one) => one.subject)).toEqual([`Event cancelled: ${event.name}`]);
});
